package dzvin.detector.streams;

import dzvin.schemas.RegistryUnavailableException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Waits for a registry that is away, where Kafka's own way would be to let the stream thread die and restore its state. The wait is
 * well within the time in which a consumer must poll; after it the thread does die, and {@link FailurePolicy} takes over.
 */
final class PatientSerde {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private PatientSerde() {}

    static <V> Serde<V> of(Serde<V> serde) {
        return of(serde, PatientSerde::sleep);
    }

    static <V> Serde<V> of(Serde<V> serde, Pause pause) {
        return Serdes.serdeFrom(
                (topic, value) -> patiently(() -> serde.serializer().serialize(topic, value), pause),
                (topic, bytes) -> patiently(() -> serde.deserializer().deserialize(topic, bytes), pause));
    }

    private static <T> T patiently(Supplier<T> work, Pause pause) {
        var waited = Duration.ZERO;
        var next = FIRST_PAUSE;
        while (true) {
            try {
                return work.get();
            } catch (RegistryUnavailableException away) {
                if (waited.compareTo(PATIENCE) >= 0 || !pause.lasted(next)) {
                    throw away;
                }
                waited = waited.plus(next);
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
