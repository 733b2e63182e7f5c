package dzvin.telemetry;

import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Map;

/** One process's metrics and health, and the HTTP routes that show them. Thread-safe. */
public final class Telemetry implements AutoCloseable {
    private static final String PROMETHEUS_TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Health health = new Health();
    private final JvmGcMetrics garbageCollection = new JvmGcMetrics();

    public Telemetry() {
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        garbageCollection.bindTo(registry);
    }

    /** Where services register their meters. */
    public MeterRegistry registry() {
        return registry;
    }

    /** Where services register their checks. */
    public Health health() {
        return health;
    }

    /** Adds {@code /health/live}, {@code /health/ready} and {@code /metrics} to a server. */
    public void addRoutes(JavalinConfig server) {
        server.routes.get("/health/live", context -> answer(context, health.notLive()));
        server.routes.get("/health/ready", context -> answer(context, health.notReady()));
        server.routes.get(
                "/metrics", context -> context.contentType(PROMETHEUS_TEXT).result(registry.scrape()));
    }

    private static void answer(Context context, Map<String, String> failures) {
        context.status(failures.isEmpty() ? 200 : 503);
        context.json(failures.isEmpty() ? Map.of("status", "up") : Map.of("status", "down", "failures", failures));
    }

    @Override
    public void close() {
        garbageCollection.close();
        registry.close();
    }
}
