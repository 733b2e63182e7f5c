package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.EarlyAlert;
import dzvin.detector.core.decide.Stage;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Report;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator reads, by the names that Prometheus shows. */
class DetectorMetersTest {
    private static final Instant NOW = Instant.parse("2025-06-27T10:01:00Z");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final DetectorMeters meters = new DetectorMeters(registry, NOW::toEpochMilli);

    @TempDir
    Path stateDir;

    @Test
    void everyReportIsShownByWhatBecameOfItAndTimeIsShownForEachPartition() {
        process(
                aReport("one", "2025-06-27T09:00:00Z"),
                aReport("one", "2025-06-27T09:00:00Z"),
                aReport("two", "2025-06-27T10:00:00Z"),
                aReport("three", "2025-06-27T09:10:00Z"));

        assertThat(registry.scrape())
                .contains("dzvin_detector_reports_total{outcome=\"counted\",partition=\"0\"} 2.0")
                .contains("dzvin_detector_reports_total{outcome=\"duplicate\",partition=\"0\"} 1.0")
                .contains("dzvin_detector_reports_total{outcome=\"late\",partition=\"0\"} 1.0")
                .contains("dzvin_detector_watermark_timestamp_seconds{partition=\"0\"} 1.7510184E9")
                .contains("dzvin_detector_event_time_lag_seconds{partition=\"0\"} 60.0")
                .contains("dzvin_detector_open_buckets{partition=\"0\"} 2.0");
    }

    @Test
    void keysAreShownByView() {
        process(
                aReport("one", "2025-06-27T09:00:00Z"),
                aReport("two", "2025-06-27T09:00:01Z"),
                aReport("three", "2025-06-27T09:16:00Z"));

        assertThat(registry.scrape())
                .contains("dzvin_detector_bucket_keys{view=\"region\"} 1.0")
                .contains("dzvin_detector_live_keys{view=\"number\"} 1.0")
                .contains("dzvin_detector_decided_timestamp_seconds");
    }

    @Test
    void whatTheBoundsOfEachStageDidIsShown() {
        process(aReport("one", "2025-06-27T09:00:00Z"), aReport("two", "2025-06-27T10:00:00Z"));

        for (String stage : List.of("count", "merge", "decide")) {
            assertThat(registry.scrape())
                    .contains("dzvin_detector_forgotten_keys_total{partition=\"0\",stage=\"" + stage + "\"} 0.0")
                    .contains("dzvin_detector_waiting_bytes{partition=\"0\",stage=\"" + stage + "\"} 0.0");
        }
    }

    @Test
    void theDelayOfAlertsIsAHistogramAndTheirKindsAreCountedFromTheBeginning() {
        assertThat(registry.scrape())
                .contains("dzvin_detector_alert_delay_seconds_bucket{le=")
                .contains("dzvin_detector_alerts_total{kind=\"RAISED\"} 0.0")
                .contains("dzvin_detector_reports_undecodable_total{reason=\"undecodable\"} 0.0");
    }

    @Test
    void howLongAlertsTakeFallsIntoBucketsThatAreNarrowEnoughForBoth() {
        var bucketEnd = NOW.minusSeconds(125);
        meters.rang(
                anAlert(bucketEnd), OptionalLong.of(bucketEnd.minusSeconds(30).toEpochMilli()));

        assertThat(registry.scrape())
                .contains("dzvin_detector_alert_delay_seconds_bucket{le=\"120.0\"} 0")
                .contains("dzvin_detector_alert_delay_seconds_bucket{le=\"180.0\"} 1")
                .contains("dzvin_detector_accepted_to_alert_seconds_bucket{early=\"false\",le=\"120.0\"} 0")
                .contains("dzvin_detector_accepted_to_alert_seconds_bucket{early=\"false\",le=\"180.0\"} 1")
                .contains("dzvin_detector_accepted_to_alert_seconds_count{early=\"true\"} 0");
    }

    @Test
    void anEarlyAlertIsTimedFromTheReportThatItCameWith() {
        meters.rang(
                new EarlyAlert(anAlert(NOW)),
                OptionalLong.of(NOW.minusMillis(150).toEpochMilli()));

        assertThat(registry.scrape())
                .contains("dzvin_detector_accepted_to_alert_seconds_bucket{early=\"true\",le=\"0.1\"} 0")
                .contains("dzvin_detector_accepted_to_alert_seconds_bucket{early=\"true\",le=\"0.2\"} 1");
    }

    @Test
    void whatATaskShowsOfItsBoundsGoesWithTheTask() {
        var driver = process(aReport("one", "2025-06-27T09:00:00Z"));
        for (String stage : List.of("count", "merge", "decide")) {
            assertThat(registry.scrape())
                    .contains("dzvin_detector_waiting_bytes{partition=\"0\",stage=\"" + stage + "\"}");
        }

        driver.close();

        assertThat(registry.scrape()).doesNotContain("dzvin_detector_waiting_bytes{");
    }

    @Test
    void alertsOfHistoryThatIsReadAgainAreNotTimed() {
        var longAgo = NOW.minus(Duration.ofDays(2));
        meters.rang(anAlert(longAgo), OptionalLong.of(longAgo.toEpochMilli()));

        assertThat(registry.scrape()).contains("dzvin_detector_alert_delay_seconds_count 0");
    }

    private TopologyTestDriver process(Report... reports) {
        var topology = new DetectorTopology(PlainAvro.topics(), Policies.everyView(), 1, meters).build();
        var driver = new TopologyTestDriver(topology, Rig.settings(stateDir, meters));
        var input =
                driver.createInputTopic(Topics.LIVE.reports(), new StringSerializer(), PlainAvro.REPORTS.serializer());
        List.of(reports).forEach(report -> input.pipeInput(new TestRecord<>("key", report, report.getReceivedAt())));
        driver.advanceWallClockTime(Duration.ofSeconds(2));
        return driver;
    }

    /** What it says is of no matter here. */
    private static CampaignAlert anAlert(Instant bucketEnd) {
        return new CampaignAlert(
                new UUID(1, 1),
                1,
                new UUID(1, 2),
                CampaignAlert.Kind.RAISED,
                Stage.EMERGING,
                Optional.empty(),
                bucketEnd.toEpochMilli(),
                List.of(),
                Optional.empty(),
                null,
                null);
    }

    private static Report aReport(String id, String at) {
        return Report.newBuilder()
                .setId(id)
                .setReceivedAt(Instant.parse(at))
                .setNumber("+380441234567")
                .setRegion("UA-32")
                .setReporter("person-" + id)
                .build();
    }
}
