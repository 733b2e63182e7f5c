package dzvin.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When Kafka is slow or away, and when a sender is too fast. */
class BackPressureTest {
    private Gateway gateway = Gateway.with(new Limits(10_000, 3, 3, 1_000));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void nothingIsCalledAcceptedBeforeKafkaHasConfirmedIt() {
        var confirmation = gateway.kafka.waits();
        var answer = CompletableFuture.supplyAsync(() -> gateway.post("{\"id\":\"a\"}"));
        await().until(() -> gateway.kafka.reports().size() == 1);
        assertThat(answer).isNotDone();

        confirmation.complete(null);

        assertThat(answer)
                .succeedsWithin(Duration.ofSeconds(10))
                .satisfies(done -> assertThat(done.statuses()).containsExactly("accepted"));
    }

    @Test
    void aRetryThatOvertakesItsFirstTryWaitsForTheSameConfirmation() {
        var confirmation = gateway.kafka.waits();
        var first = CompletableFuture.supplyAsync(() -> gateway.post("{\"id\":\"a\"}"));
        await().until(() -> gateway.kafka.reports().size() == 1);
        var retry = CompletableFuture.supplyAsync(() -> gateway.post("{\"id\":\"a\"}"));
        await().until(() -> inFlight() == 2);
        assertThat(retry).isNotDone();

        confirmation.complete(null);

        assertThat(List.of(first.join().statuses(), retry.join().statuses()))
                .containsExactly(List.of("accepted"), List.of("duplicate"));
    }

    @Test
    void whatKafkaDidNotConfirmMayBeSentAgainAndIsKeptThen() {
        gateway.kafka.timesOut();
        var failed = gateway.post("[{\"id\":\"a\"},{\"id\":\"b\"}]");
        gateway.kafka.confirms();

        var again = gateway.post("[{\"id\":\"a\"},{\"id\":\"b\"}]");

        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.reason()).isEqualTo("not-kept");
        assertThat(Integer.parseInt(failed.header("Retry-After"))).isPositive();
        assertThat(again.statuses()).containsExactly("accepted", "accepted");
        assertThat(inFlight()).isZero();
    }

    @Test
    void moreThanMayBeUnderWayIsSentAwayAtOnceAndTakenLater() {
        var confirmation = gateway.kafka.waits();
        var first = CompletableFuture.supplyAsync(() -> gateway.post("[{\"id\":\"a\"},{\"id\":\"b\"}]"));
        await().until(() -> inFlight() == 2);

        var second = gateway.post("[{\"id\":\"c\"},{\"id\":\"d\"}]");

        assertThat(second.status()).isEqualTo(503);
        assertThat(second.reason()).isEqualTo("busy");
        assertThat(Integer.parseInt(second.header("Retry-After"))).isPositive();
        confirmation.complete(null);
        assertThat(first.join().status()).isEqualTo(202);
        assertThat(gateway.post("[{\"id\":\"c\"},{\"id\":\"d\"}]").statuses()).containsExactly("accepted", "accepted");
    }

    @Test
    void aSenderThatIsTooFastIsToldHowLongToWaitAndOthersAreNotHeldUp() {
        gateway.close();
        gateway = Gateway.with(new Limits(10_000, 2, 10, 1), Gateway.KEY, Gateway.OTHER_KEY);
        var body = "[{\"text\":\"1\"},{\"text\":\"2\"}]";
        gateway.post(body, "X-API-Key", Gateway.KEY.value().value());

        var tooFast = gateway.post(body, "X-API-Key", Gateway.KEY.value().value());
        var other = gateway.post(body, "X-API-Key", Gateway.OTHER_KEY.value().value());

        assertThat(tooFast.status()).isEqualTo(429);
        assertThat(tooFast.header("Retry-After")).matches("[12]");
        assertThat(other.status()).isEqualTo(202);
    }

    @Test
    void everyItemIsCountedByItsOutcome() {
        gateway.post("[{\"id\":\"a\"},{\"id\":\"a\"},{\"number\":\"bad\"}]");
        gateway.kafka.timesOut();
        gateway.post("[{\"id\":\"c\"},{\"id\":\"d\"}]");

        var metrics = gateway.get("/metrics").body();

        assertThat(metrics)
                .contains("dzvin_ingest_reports_total{outcome=\"accepted\",reason=\"none\"} 1.0")
                .contains("dzvin_ingest_reports_total{outcome=\"duplicate\",reason=\"none\"} 1.0")
                .contains("dzvin_ingest_reports_total{outcome=\"rejected\",reason=\"bad_number\"} 1.0")
                .contains("dzvin_ingest_reports_total{outcome=\"failed\",reason=\"none\"} 2.0")
                .contains("dzvin_ingest_requests_seconds_count{status=\"202\"} 1")
                .contains("dzvin_ingest_requests_seconds_count{status=\"503\"} 1");
    }

    private double inFlight() {
        return gateway.telemetry
                .registry()
                .get("dzvin.ingest.in.flight")
                .gauge()
                .value();
    }
}
