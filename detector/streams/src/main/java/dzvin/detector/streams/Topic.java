package dzvin.detector.streams;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/**
 * A topic's name and how its records are written: never one without the other.
 *
 * @param role what the topic is to the detector; nodes of the topology are named after it, whatever the topic's prefix
 */
public record Topic<K, V>(String role, String name, Serde<K> keys, Serde<V> values) {
    /** The same topic with its values read in another way. */
    <W> Topic<K, W> withValues(Serde<W> others) {
        return new Topic<>(role, name, keys, others);
    }

    /** As the topology reads it. */
    public Consumed<K, V> source() {
        return Consumed.with(keys, values).withName("read-" + role);
    }

    /** As the topology writes it. */
    public Produced<K, V> sink() {
        return Produced.with(keys, values).withName("write-" + role);
    }
}
