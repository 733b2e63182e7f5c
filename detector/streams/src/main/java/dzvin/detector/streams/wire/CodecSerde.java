package dzvin.detector.streams.wire;

import dzvin.detector.core.state.StateCodec;
import java.io.UncheckedIOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Serdes of what travels between the detector's own stages, written as core writes its state. */
final class CodecSerde {
    private CodecSerde() {}

    static <T> Serde<T> of(StateCodec<T> codec) {
        return Serdes.serdeFrom(
                (topic, value) -> value == null ? null : codec.toBytes(value),
                (topic, bytes) -> bytes == null ? null : read(topic, bytes, codec));
    }

    private static <T> T read(String topic, byte[] bytes, StateCodec<T> codec) {
        try {
            return codec.fromBytes(bytes);
        } catch (UncheckedIOException e) {
            throw new SerializationException("a record of topic " + topic + " was not written by this version", e);
        }
    }
}
