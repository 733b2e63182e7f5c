package dzvin.ingest.intake;

import dzvin.schemas.avro.RejectionReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Counts what became of reports: {@code dzvin_ingest_reports_total} by outcome and reason. Every item that was read ends
 * in exactly one: {@code accepted + duplicate + rejected + failed = items read}. Failed ones were not confirmed by Kafka,
 * and come again if their sender keeps to the protocol.
 */
final class IntakeMetrics {
    private static final String REPORTS = "dzvin.ingest.reports";

    private final MeterRegistry registry;

    IntakeMetrics(MeterRegistry registry) {
        this.registry = registry;
        count("accepted", "none");
        count("duplicate", "none");
        count("failed", "none");
    }

    void count(ItemResult result) {
        if (result instanceof ItemResult.Accepted) {
            count("accepted", "none").increment();
        } else if (result instanceof ItemResult.Duplicate) {
            count("duplicate", "none").increment();
        } else if (result instanceof ItemResult.Rejected rejected) {
            count("rejected", label(rejected.rejection().reason())).increment();
        }
    }

    void countFailed(int items) {
        count("failed", "none").increment(items);
    }

    void showInFlight(Supplier<Number> inFlight) {
        Gauge.builder("dzvin.ingest.in.flight", inFlight)
                .description("reports that wait for Kafka's confirmation")
                .register(registry);
    }

    private Counter count(String outcome, String reason) {
        return Counter.builder(REPORTS)
                .description("reports by what became of them")
                .tag("outcome", outcome)
                .tag("reason", reason)
                .register(registry);
    }

    private static String label(RejectionReason reason) {
        return reason.name().toLowerCase(Locale.ROOT);
    }
}
