package dzvin.schemas;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Reads values of one type, whichever schema they were written with: the writer's schema is fetched by its id and
 * resolved against ours. Each thread keeps its own decoder and its own readers, one per schema met.
 */
final class AvroReader<T extends SpecificRecord> implements Deserializer<T> {
    private final Class<T> type;
    private final SchemaRegistry registry;
    private final ThreadLocal<Desk> desks = ThreadLocal.withInitial(Desk::new);

    AvroReader(Class<T> type, SchemaRegistry registry) {
        this.type = type;
        this.registry = registry;
    }

    @Override
    public T deserialize(String topic, byte[] framed) {
        if (framed == null) {
            return null;
        }
        try {
            return desks.get().read(framed);
        } catch (RegistryUnavailableException e) {
            throw e;
        } catch (SerializationException e) {
            throw new SerializationException(unusable(topic) + e.getMessage(), e);
        } catch (IOException | RuntimeException e) {
            // Avro meets hostile bytes with many unchecked exceptions (bad index, negative size, bad cast); all mean
            // that this record cannot be read, and the desk may be left half-way through it.
            desks.remove();
            throw new SerializationException(unusable(topic) + "its bytes do not fit its schema: " + e, e);
        }
    }

    private String unusable(String topic) {
        return "a record of topic " + topic + " is no readable " + type.getSimpleName() + ": ";
    }

    /** What one thread reads with. */
    private final class Desk {
        private final Map<Integer, DatumReader<T>> readerById = new HashMap<>();
        private BinaryDecoder decoder;

        T read(byte[] framed) throws IOException {
            var reader = readerOf(WireFormat.idIn(framed));
            decoder = DecoderFactory.get()
                    .binaryDecoder(framed, WireFormat.HEADER, framed.length - WireFormat.HEADER, decoder);
            var value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new SerializationException("bytes are left over after its last field");
            }
            return value;
        }

        private DatumReader<T> readerOf(int id) {
            var known = readerById.get(id);
            return known != null ? known : readerById.computeIfAbsent(id, this::fetch);
        }

        @SuppressWarnings("unchecked") // SpecificData makes readers of any type; this one is of T's schema
        private DatumReader<T> fetch(int id) {
            Schema written = registry.schemaOf(id);
            return (DatumReader<T>) SpecificData.getForClass(type).createDatumReader(written, GeneratedSchema.of(type));
        }
    }
}
