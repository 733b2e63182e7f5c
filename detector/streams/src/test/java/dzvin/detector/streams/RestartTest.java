package dzvin.detector.streams;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_APPLICATION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dzvin.detector.core.Report;
import dzvin.detector.core.count.BucketClosed;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.UnfitStateException;
import dzvin.detector.streams.avro.ReportCodec;
import dzvin.detector.streams.wire.FromMerger.Closed;
import dzvin.detector.streams.wire.FromPartition;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.TreeMap;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stage that begins again on the state that it left, as after a restart. */
class RestartTest {
    private static final Policy POLICY = Policies.everyView();
    private static final Instant START = Instant.parse("2025-06-27T09:00:00Z");

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final DetectorMeters meters = new DetectorMeters(registry, START::toEpochMilli);

    @TempDir
    private File stateDir;

    private StoresThatStay stores;

    @BeforeEach
    void openStores() {
        stores = new StoresThatStay(stateDir);
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    @Test
    void reportsThatAreReadAgainSinceTheGroupsOffsetsWereLostAreNotCountedAgain() {
        var first = stores.begin(counting());
        for (int offset = 0; offset < 5; offset++) {
            read(first, offset, aReport(offset, START.plusSeconds(offset)));
        }
        heartbeat(first, 5, START.plus(Duration.ofDays(30)));
        stores.commit();

        var second = stores.begin(counting());
        for (int offset = 0; offset < 5; offset++) {
            read(second, offset, aReport(offset, START.plusSeconds(offset)));
        }
        heartbeat(second, 5, START.plus(Duration.ofDays(30)));
        read(second, 6, aReport(6, START.plus(Duration.ofDays(30))));

        assertThat(registry.scrape())
                .contains("dzvin_detector_reports_total{outcome=\"counted\",partition=\"0\"} 6.0")
                .contains("dzvin_detector_reports_total{outcome=\"duplicate\",partition=\"0\"} 0.0")
                .contains("dzvin_detector_reports_total{outcome=\"late\",partition=\"0\"} 0.0")
                .contains("dzvin_detector_records_read_again_total{partition=\"0\"} 6.0");
    }

    @Test
    void aTopicThatWasMadeAnewStopsTheApplicationRatherThanBeingPassedOver() {
        var first = stores.begin(counting());
        read(first, 9, aReport(9, START));
        stores.commit();

        var second = stores.begin(counting());
        var failure = catchThrowable(() -> read(second, 0, aReport(10, START.plusSeconds(60))));

        assertThat(failure).isInstanceOf(UnfitStateException.class).hasMessageContaining("made anew");
        assertThat(new FailurePolicy(() -> 0).handle(new StreamsException(failure)))
                .isEqualTo(SHUTDOWN_APPLICATION);
    }

    @Test
    void anotherBucketOnOldStateStopsTheApplication() {
        read(stores.begin(counting()), 0, aReport(0, START));
        stores.commit();
        var others = CountLocally.supplier(Policies.withBucket(Duration.ofMinutes(15)), 1, meters, new Pace());

        var failure = catchThrowable(() -> stores.begin(others));

        assertThat(failure).isInstanceOf(UnfitStateException.class).hasMessageContaining("bucket 5m and not 15m");
        assertThat(new FailurePolicy(() -> 0).handle(new StreamsException(failure)))
                .isEqualTo(SHUTDOWN_APPLICATION);
    }

    @Test
    void whatWasDecidedLastIsShownBeforeAnythingIsDecidedAnew() {
        var first = stores.begin(Decide.supplier(POLICY, 1, meters, new Pace()));
        long bucket = START.toEpochMilli() / POLICY.bucket().toMillis();
        first.process(new Record<>("merger-0", new Closed(new BucketClosed(bucket, 0, new TreeMap<>())), 0));
        stores.commit();

        var afterARestart = new DetectorMeters(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT));
        assertThat(afterARestart.decidedUntil()).isEqualTo(Long.MIN_VALUE);

        stores.begin(Decide.supplier(POLICY, 1, afterARestart, new Pace()));

        assertThat(Instant.ofEpochMilli(afterARestart.decidedUntil())).isEqualTo(START.plus(POLICY.bucket()));
    }

    private ProcessorSupplier<String, Report, String, FromPartition> counting() {
        return CountLocally.supplier(POLICY, 1, meters, new Pace());
    }

    private void read(Processor<String, Report, ?, ?> counter, long offset, Report report) {
        stores.at(offset);
        counter.process(new Record<>("key", report, report.receivedAt()));
    }

    private void heartbeat(Processor<String, Report, ?, ?> counter, long offset, Instant at) {
        stores.at(offset);
        counter.process(new Record<>(null, null, at.toEpochMilli()));
    }

    private static Report aReport(int id, Instant at) {
        return ReportCodec.toCore(dzvin.schemas.avro.Report.newBuilder()
                .setId("r-" + id)
                .setReceivedAt(at)
                .setRegion("UA-32")
                .build());
    }
}
