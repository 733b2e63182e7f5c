package dzvin.sink;

import dzvin.sink.Delivery.Reason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What is counted of one channel. Labels are the channel's name and a {@link Reason}: few and fixed.
 *
 * <p>{@code attempts = delivered + tried again + undelivered}, and every alert of the topic ends in exactly one
 * of delivered and undelivered, or is counted again after a crash.
 */
final class ChannelMetrics {
    private final MeterRegistry registry;
    private final String channel;
    private final Counter attempts;
    private final Counter delivered;
    private final Timer time;
    private final AtomicInteger failures = new AtomicInteger();
    private final AtomicInteger waiting = new AtomicInteger();

    ChannelMetrics(MeterRegistry registry, String channel) {
        this.registry = registry;
        this.channel = channel;
        this.attempts = counter("dzvin.sink.attempts", "Times that an alert was handed to the channel");
        this.delivered = counter("dzvin.sink.delivered", "Alerts that the receiver has");
        this.time = Timer.builder("dzvin.sink.delivery")
                .description("Time that the channel took for an alert")
                .tag("channel", channel)
                .register(registry);
        gauge("dzvin.sink.failures.in.a.row", "Attempts that failed since the last success", failures);
        gauge("dzvin.sink.waiting", "Alerts read from Kafka that wait for the channel", waiting);
    }

    Timer time() {
        return time;
    }

    void waiting(int alerts) {
        waiting.set(alerts);
    }

    void done() {
        attempts.increment();
        delivered.increment();
        failures.set(0);
    }

    void triedAgain(Reason reason, int inARow) {
        attempts.increment();
        reasoned("dzvin.sink.tried.again", "Attempts that failed and are repeated", reason);
        failures.set(inARow);
    }

    void gaveUp(Reason reason) {
        attempts.increment();
        reasoned("dzvin.sink.undelivered", "Alerts that went to the dead letters", reason);
        failures.set(0);
    }

    private void reasoned(String name, String description, Reason reason) {
        Counter.builder(name)
                .description(description)
                .tag("channel", channel)
                .tag("reason", reason.name())
                .register(registry)
                .increment();
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name)
                .description(description)
                .tag("channel", channel)
                .register(registry);
    }

    private void gauge(String name, String description, AtomicInteger value) {
        Gauge.builder(name, value, AtomicInteger::get)
                .description(description)
                .tag("channel", channel)
                .register(registry);
    }
}
