package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.policy.PolicyReader;
import dzvin.schemas.Superseded;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Signal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that is read as it comes rings before buckets close; one that is caught up with does not; both ring the same in the end. */
class EarlyAlertTest {
    private static final Policy POLICY = Policies.everyView();
    private static final Policy WITHOUT =
            PolicyReader.read("without.yaml", "earlyAlerts: false\nbaseline: {learnAfter: 1d, grey: 2d}\n");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<StreamOfReports.Entry> log = StreamOfReports.burstOfSeed(1);
    private final DetectorMeters meters =
            new DetectorMeters(registry, () -> log.get(0).at().toEpochMilli());

    @TempDir
    Path stateDir;

    @Test
    void aWaveRingsBeforeItsBucketHasClosedAndTheFinalAlertTakesThePlace() {
        var alerts = live(POLICY).alerts();

        var early = new ArrayList<String>();
        for (var record : alerts) {
            if (record.value().getEarly() && record.value().getRevision() == 1) {
                early.add(record.value().getId().toString());
            } else if (!record.value().getEarly()) {
                var superseded = Superseded.read(record.headers());
                assertThat(early).containsAll(superseded);
                early.removeAll(superseded);
            } else {
                assertThat(early.remove(record.value().getId().toString())).isTrue();
            }
        }
        assertThat(early).isEmpty();
        assertThat(registry.get("dzvin.detector.early.alerts")
                        .tag("outcome", "rung")
                        .counter()
                        .count())
                .isPositive();
        assertThat(registry.get("dzvin.detector.early.alerts")
                        .tag("outcome", "superseded")
                        .counter()
                        .count())
                .isPositive();
        assertThat(timed("true")).isPositive();
        assertThat(timed("false")).isPositive();
    }

    /** Alerts that were timed from the newest report that they could be decided on. */
    private long timed(String early) {
        return registry.get("dzvin.detector.accepted.to.alert")
                .tag("early", early)
                .timer()
                .count();
    }

    @Test
    void anEarlySignalComesBeforeTheFinalOneOfItsBucket() {
        var open = new TreeSet<String>();
        var told = new HashSet<String>();

        for (var record : live(POLICY).signals()) {
            var name = record.value().getKey();
            if (record.value().getEarly()) {
                told.add(name);
                open.add(name);
            } else {
                open.remove(name);
            }
        }

        assertThat(told).isNotEmpty();
        assertThat(open).isEmpty();
    }

    @Test
    void finalAlertsAreTheSameWhetherTheLogIsReadAsItComesOrLater() {
        assertThat(last(live(POLICY))).isEqualTo(last(later(POLICY))).isNotEmpty();
    }

    @Test
    void whatIsCaughtUpWithRingsNothingEarly() {
        assertThat(later(POLICY).alerts()).noneMatch(record -> record.value().getEarly());
    }

    @Test
    void aPolicyMayDoWithoutEarlyAlerts() {
        assertThat(live(WITHOUT).alerts())
                .isNotEmpty()
                .noneMatch(record -> record.value().getEarly());
    }

    private static List<Alert> last(Written written) {
        return written.alerts().stream()
                .map(TestRecord::value)
                .filter(alert -> !alert.getEarly())
                .toList();
    }

    private record Written(List<TestRecord<String, Alert>> alerts, List<TestRecord<String, Signal>> signals) {}

    private Written live(Policy policy) {
        return run(policy, true);
    }

    private Written later(Policy policy) {
        return run(policy, false);
    }

    private Written run(Policy policy, boolean live) {
        var topology = new DetectorTopology(PlainAvro.topics(), policy, 1, meters).build();
        var clock = log.get(0).at();
        try (var driver = new TopologyTestDriver(
                topology, Rig.settings(stateDir, meters), live ? clock : clock.plus(Duration.ofDays(100)))) {
            var reports = driver.createInputTopic(
                    Topics.LIVE.reports(), new StringSerializer(), PlainAvro.REPORTS.serializer());
            for (var entry : log) {
                clock = live ? advanced(driver, clock, entry.at()) : clock;
                reports.pipeInput(new TestRecord<>("key", entry.report().orElse(null), entry.at()));
            }
            return new Written(
                    driver.createOutputTopic(
                                    Topics.LIVE.alerts(), new StringDeserializer(), PlainAvro.ALERTS.deserializer())
                            .readRecordsToList(),
                    driver.createOutputTopic(
                                    Topics.LIVE.signals(), new StringDeserializer(), PlainAvro.SIGNALS.deserializer())
                            .readRecordsToList());
        }
    }

    private static Instant advanced(TopologyTestDriver driver, Instant clock, Instant at) {
        if (!at.isAfter(clock)) {
            return clock;
        }
        driver.advanceWallClockTime(Duration.between(clock, at));
        return at;
    }
}
