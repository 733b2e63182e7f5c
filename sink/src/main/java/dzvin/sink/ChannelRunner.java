package dzvin.sink;

import dzvin.schemas.RegistryUnavailableException;
import dzvin.schemas.Superseded;
import dzvin.schemas.avro.Alert;
import dzvin.sink.Delivery.Done;
import dzvin.sink.Delivery.GiveUp;
import dzvin.sink.Delivery.Reason;
import dzvin.sink.Delivery.TryAgain;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the alerts of the topic to one channel, in order: the next one only after the last is delivered or among the
 * dead letters, and only then is progress kept. A receiver that is down holds its own channel up and nobody else's.
 * Confined to one thread.
 */
final class ChannelRunner {
    private static final Logger log = LoggerFactory.getLogger(ChannelRunner.class);
    private static final Duration LONGEST_WAIT = Duration.ofMillis(500);

    private final Channel channel;
    private final Mailbox mailbox;
    private final Deserializer<Alert> alerts;
    private final DeadLetters deadLetters;
    private final Pace pace;
    private final ChannelMetrics metrics;

    private int failures;
    private long failingOffset = -1;
    private long notBefore;

    /** When to try again, and the clock (in nanoseconds) that it is measured with. */
    record Pace(Backoff backoff, LongSupplier nanoTime) {}

    ChannelRunner(Parts parts, Pace pace, ChannelMetrics metrics) {
        this.channel = parts.channel();
        this.mailbox = parts.mailbox();
        this.alerts = parts.alerts();
        this.deadLetters = parts.deadLetters();
        this.pace = pace;
        this.metrics = metrics;
        this.notBefore = pace.nanoTime().getAsLong();
    }

    /** What a runner connects. */
    record Parts(Channel channel, Mailbox mailbox, Deserializer<Alert> alerts, DeadLetters deadLetters) {}

    /** Looks for the next alert and, if it is time, hands it over once. Returns within about the channel's own time. */
    void turn() {
        var head = mailbox.next(wait(mailbox.size() > 0));
        metrics.waiting(mailbox.size());
        if (head.isEmpty()) {
            return;
        }
        var record = head.get();
        if (record.offset() != failingOffset) {
            failures = 0;
        } else if (notBefore - pace.nanoTime().getAsLong() > 0) {
            return;
        }
        settle(record, metrics.time().record(() -> deliver(record)));
        metrics.waiting(mailbox.size());
    }

    private Duration wait(boolean somethingWaits) {
        if (!somethingWaits) {
            return LONGEST_WAIT;
        }
        if (failures == 0) {
            return Duration.ZERO;
        }
        long nanos = Math.max(0, notBefore - pace.nanoTime().getAsLong());
        return Duration.ofNanos(Math.min(nanos, LONGEST_WAIT.toNanos()));
    }

    private Delivery deliver(ConsumerRecord<byte[], byte[]> record) {
        try {
            var alert = alerts.deserialize(record.topic(), record.value());
            return alert == null
                    ? new GiveUp(Reason.UNREADABLE, "the record has no value")
                    : channel.deliver(AlertMessage.of(alert, Superseded.read(record.headers())));
        } catch (RegistryUnavailableException e) {
            return new TryAgain(Reason.UNREACHABLE, "the schema registry did not answer");
        } catch (SerializationException e) {
            return new GiveUp(Reason.UNREADABLE, e.getMessage());
        }
    }

    private void settle(ConsumerRecord<byte[], byte[]> record, Delivery delivery) {
        if (delivery instanceof Done) {
            metrics.done();
            finish(record);
        } else if (delivery instanceof TryAgain again) {
            tryLater(record, again);
        } else if (delivery instanceof GiveUp giveUp) {
            setAside(record, giveUp);
        }
    }

    private void setAside(ConsumerRecord<byte[], byte[]> record, GiveUp why) {
        try {
            deadLetters.keep(channel.name(), record, why);
        } catch (KafkaException e) {
            tryLater(record, new TryAgain(Reason.DEAD_LETTERS_UNAVAILABLE, e.getMessage()));
            return;
        }
        metrics.gaveUp(why.reason());
        log.atWarn()
                .addKeyValue("channel", channel.name())
                .addKeyValue("reason", why.reason())
                .addKeyValue("detail", why.detail())
                .addKeyValue("offset", record.offset())
                .log("alert set aside among the channel's dead letters");
        finish(record);
    }

    private void tryLater(ConsumerRecord<byte[], byte[]> record, TryAgain again) {
        failures++;
        failingOffset = record.offset();
        var pause = pace.backoff().after(failures);
        pause = pause.compareTo(again.notBefore()) < 0 ? again.notBefore() : pause;
        notBefore = pace.nanoTime().getAsLong() + pause.toNanos();
        metrics.triedAgain(again.reason(), failures);
        log.atWarn()
                .addKeyValue("channel", channel.name())
                .addKeyValue("reason", again.reason())
                .addKeyValue("detail", again.detail())
                .addKeyValue("failures", failures)
                .addKeyValue("nextAttemptIn", pause)
                .log("alert not delivered, will be tried again");
    }

    private void finish(ConsumerRecord<byte[], byte[]> record) {
        failures = 0;
        failingOffset = -1;
        mailbox.done(record);
    }
}
