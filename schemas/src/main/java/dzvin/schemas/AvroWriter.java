package dzvin.schemas;

import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;

/** Writes values of one type; each thread keeps its own buffer and encoder. */
final class AvroWriter<T extends SpecificRecord> implements Serializer<T> {
    private final Schema published;
    private final SchemaRegistry registry;
    private final ConcurrentMap<String, Integer> idByTopic = new ConcurrentHashMap<>();
    private final ThreadLocal<Desk<T>> desks;

    AvroWriter(Class<T> type, SchemaRegistry registry) {
        this.published = GeneratedSchema.published(type);
        this.registry = registry;
        this.desks = ThreadLocal.withInitial(() -> new Desk<>(type));
    }

    @Override
    public byte[] serialize(String topic, T value) {
        if (value == null) {
            return null;
        }
        int id = idFor(topic);
        try {
            return desks.get().write(id, value);
        } catch (IOException | AvroRuntimeException | ClassCastException | NullPointerException e) {
            desks.remove();
            throw new SerializationException(
                    "could not write a " + published.getName() + " for topic " + topic + ": " + e.getMessage(), e);
        }
    }

    int idFor(String topic) {
        var known = idByTopic.get(topic);
        return known != null ? known : idByTopic.computeIfAbsent(topic, name -> registry.idOf(name, published));
    }

    /** What one thread writes with: the buffer keeps its size from record to record. */
    private static final class Desk<T> {
        private final WireFormat.Buffer buffer = new WireFormat.Buffer();
        private final DatumWriter<T> writer;
        private BinaryEncoder encoder;

        @SuppressWarnings("unchecked") // SpecificData makes writers of any type; this one is of T's schema
        Desk(Class<T> type) {
            this.writer = (DatumWriter<T>) SpecificData.getForClass(type).createDatumWriter(GeneratedSchema.of(type));
        }

        byte[] write(int id, T value) throws IOException {
            buffer.begin(id);
            encoder = EncoderFactory.get().binaryEncoder(buffer, encoder);
            writer.write(value, encoder);
            encoder.flush();
            return buffer.toByteArray();
        }
    }
}
