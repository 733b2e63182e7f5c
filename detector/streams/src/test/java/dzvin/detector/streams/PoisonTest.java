package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.detector.streams.wire.FromPartition;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Report;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records that can be decoded and not digested: before they are counted, and after. */
class PoisonTest {
    private static final Instant AT = Instant.parse("2025-06-27T10:00:00Z");
    private static final int NO_SUCH_PARTITION = 99;

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final DetectorMeters meters = new DetectorMeters(registry);
    private final List<TreeMap<String, String>> letters = new ArrayList<>();

    @TempDir
    Path stateDir;

    @Test
    void aReportThatIsMoreThanCanBeKeptIsSetAsideAndTheNextIsCounted() {
        try (var driver = driver()) {
            var reports = driver.createInputTopic(
                    Topics.LIVE.reports(), new StringSerializer(), PlainAvro.REPORTS.serializer());
            reports.pipeInput(new TestRecord<>("key", aReport("one").build(), AT));
            reports.pipeInput(
                    new TestRecord<>("key", aReport("x".repeat(70_000)).build(), AT));
            reports.pipeInput(new TestRecord<>("key", aReport("two").build(), AT));
            driver.advanceWallClockTime(Duration.ofMinutes(1));

            assertThat(meters.counts().counted()).isEqualTo(2);
            assertThat(registry.get("dzvin.detector.reports.undecodable")
                            .tag("reason", "unusable")
                            .counter()
                            .count())
                    .isEqualTo(1);
        }
        assertThat(letters).isEmpty();
    }

    @Test
    void aRecordThatAStageFailsOnStopsTheDetectorAndIsKeptWithItsPlaceAndStage() {
        try (var log = new Heard(LastWord.class);
                var driver = driver()) {
            var cells = driver.createInputTopic(
                    "dzvin-detector-cells-by-key-repartition",
                    new StringSerializer(),
                    FromPartition.SERDE.serializer());
            var poison = new FromPartition.ClosedThrough(NO_SUCH_PARTITION, 7);

            assertThatThrownBy(() -> cells.pipeInput("source-99", poison, AT)).isInstanceOf(StreamsException.class);

            assertThat(letters)
                    .singleElement()
                    .satisfies(letter -> assertThat(letter)
                            .containsEntry("dzvin.attempt", "processing")
                            .containsEntry("dzvin.stage", "merge-and-close-buckets")
                            .containsEntry("dzvin.topic", "dzvin-detector-cells-by-key-repartition")
                            .containsEntry("dzvin.partition", "0")
                            .containsEntry("dzvin.offset", "0")
                            .containsEntry("key", "source-99"));
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("ERROR a record stopped the detector")
                    .contains("stage=\"merge-and-close-buckets\"", "offset=\"0\"", "IndexOutOfBounds");
        }
    }

    private TopologyTestDriver driver() {
        var topology = new DetectorTopology(PlainAvro.topics(), Policies.everyView(), 1, meters).build();
        return new TopologyTestDriver(topology, settings());
    }

    private Properties settings() {
        FailureLetters kept = (key, value, headers) -> {
            var letter = new TreeMap<String, String>();
            letter.put("key", new String(key, StandardCharsets.UTF_8));
            headers.forEach(header -> letter.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
            letters.add(letter);
        };
        var settings = Rig.settings(stateDir, meters);
        settings.put(FailureLetters.SETTING, kept);
        return settings;
    }

    private static Report.Builder aReport(String id) {
        return Report.newBuilder().setId(id).setReceivedAt(AT).setRegion("UA-32");
    }
}
