package dzvin.detector.streams;

import dzvin.schemas.RegistryUnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Waits for a registry that is away for a moment, where Kafka's own way would be to let the stream thread die and restore its state.
 *
 * <p>Not for long: a transaction is open, some three seconds old at the most, and Kafka gives it up after ten; the tasks would be lost to
 * whoever came next, and all that was done in it. So the thread dies sooner, in order, and {@link FailurePolicy} replaces it as often as it takes.
 */
final class PatientSerde {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);
    private static final long PATIENCE = Duration.ofSeconds(5).toNanos();

    private PatientSerde() {}

    static <V> Serde<V> of(Serde<V> serde) {
        return of(serde, PatientSerde::sleep, System::nanoTime);
    }

    /** @param nanoTime what patience is measured by, for a registry may take its time to refuse */
    static <V> Serde<V> of(Serde<V> serde, Pause pause, LongSupplier nanoTime) {
        return Serdes.serdeFrom(
                (topic, value) -> patiently(() -> serde.serializer().serialize(topic, value), pause, nanoTime),
                (topic, bytes) -> patiently(() -> serde.deserializer().deserialize(topic, bytes), pause, nanoTime));
    }

    private static <T> T patiently(Supplier<T> work, Pause pause, LongSupplier nanoTime) {
        long began = nanoTime.getAsLong();
        var next = FIRST_PAUSE;
        while (true) {
            try {
                return work.get();
            } catch (RegistryUnavailableException away) {
                if (nanoTime.getAsLong() - began + next.toNanos() > PATIENCE || !pause.lasted(next)) {
                    throw away;
                }
                next = next.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? next.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private static boolean sleep(Duration length) {
        try {
            TimeUnit.MILLISECONDS.sleep(length.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits, and says whether it could wait to the end. */
    interface Pause {
        boolean lasted(Duration length);
    }
}
