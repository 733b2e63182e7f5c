package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.Detector;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.streams.avro.AvroDecisions;
import dzvin.detector.streams.avro.ReportCodec;
import dzvin.schemas.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The topology and a plain loop over the same core say the same, byte for byte. */
class DriversAgreeTest {
    private static final Policy POLICY = Policies.everyView();

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DetectorMeters meters = new DetectorMeters(registry);
    private final AvroDecisions avro = new AvroDecisions(POLICY);

    @TempDir
    Path stateDir;

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void theTopologyWritesTheBytesOfTheDecisionsThatAPlainLoopTakes(long seed) {
        var log = StreamOfReports.ofSeed(seed);
        var decisions = plainLoop(log);

        try (var driver = new TopologyTestDriver(topology(), Rig.settings(stateDir, meters))) {
            pipe(log, driver);

            assertThat(written(driver, Topics.LIVE.signals()))
                    .isEqualTo(decided(decisions, avro::signals, PlainAvro.SIGNALS.serializer()))
                    .isNotEmpty();
            assertThat(written(driver, Topics.LIVE.campaigns()))
                    .isEqualTo(decided(decisions, avro::campaigns, PlainAvro.CAMPAIGNS.serializer()))
                    .isNotEmpty();
            assertThat(written(driver, Topics.LIVE.alerts()))
                    .isEqualTo(decided(decisions, avro::alerts, PlainAvro.ALERTS.serializer()))
                    .isNotEmpty();
        }
    }

    private static List<Decision> plainLoop(List<StreamOfReports.Entry> log) {
        var detector = new Detector(POLICY, new LabelsForPeople(), 1);
        var decisions = new ArrayList<Decision>();
        for (var entry : log) {
            decisions.addAll(
                    entry.report().isPresent()
                            ? detector.take(0, ReportCodec.toCore(entry.report().get()))
                            : detector.heartbeat(0, entry.at().toEpochMilli()));
        }
        return decisions;
    }

    private Topology topology() {
        return new DetectorTopology(PlainAvro.topics(), POLICY, 1, meters).build();
    }

    private static void pipe(List<StreamOfReports.Entry> log, TopologyTestDriver driver) {
        var reports =
                driver.createInputTopic(Topics.LIVE.reports(), new StringSerializer(), PlainAvro.REPORTS.serializer());
        for (var entry : log) {
            reports.pipeInput(new TestRecord<>("key", entry.report().orElse(null), entry.at()));
        }
    }

    private static List<String> written(TopologyTestDriver driver, String topic) {
        return driver
                .createOutputTopic(topic, new StringDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList()
                .stream()
                .map(record -> hex(record.value()))
                .toList();
    }

    private static <T> List<String> decided(
            List<Decision> decisions, Function<Decision, List<T>> pick, Serializer<T> serializer) {
        return decisions.stream()
                .flatMap(decision -> pick.apply(decision).stream())
                .map(value -> hex(serializer.serialize("any", value)))
                .toList();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
