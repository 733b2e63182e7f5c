package dzvin.schemas;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * Makes the serdes of record values: Confluent wire format (a zero byte, the schema's id in four bytes, Avro binary),
 * subjects named {@code <topic>-value}. Values that any Confluent client wrote are read, and the other way round.
 *
 * <p>A null value stays null: in {@code reports} it is a heartbeat. Serdes are safe to share between threads and may be
 * used as long as this object is open; closing a serde closes nothing else.
 */
public final class AvroSerdes implements AutoCloseable {
    private final SchemaRegistry registry;
    private final Map<Integer, List<String>> lostById = new ConcurrentHashMap<>();

    /** Does no I/O: the registry is asked when the first record is written or read. */
    public AvroSerdes(KafkaConnection connection) {
        this(SchemaRegistry.at(connection));
    }

    AvroSerdes(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** How values of this type are written and read. */
    public <T extends SpecificRecord> Serde<T> serde(Class<T> type) {
        return Serdes.serdeFrom(new AvroWriter<>(type, registry), new AvroReader<>(type, registry));
    }

    /**
     * Settles now what the first write would settle: that the registry answers and takes this type's schema for values
     * of the topic.
     *
     * @throws RegistryUnavailableException if the registry does not answer
     * @throws org.apache.kafka.common.errors.SerializationException if it refuses the schema
     */
    public <T extends SpecificRecord> void register(String topic, Class<T> type) {
        new AvroWriter<>(type, registry).idFor(topic);
    }

    /**
     * What of a value this release does not understand, since a newer one wrote it: names of fields, and of symbols as
     * {@code field=SYMBOL}. Reading it passes over them, so whoever wants to keep everything has to know.
     *
     * @throws org.apache.kafka.common.errors.SerializationException if it does not say which schema it was written with
     */
    public <T extends SpecificRecord> List<String> lostBy(Class<T> type, byte[] framed) {
        return lostById.computeIfAbsent(
                WireFormat.idIn(framed), id -> LostFields.of(registry.schemaOf(id), GeneratedSchema.of(type)));
    }

    @Override
    public void close() {
        registry.close();
    }
}
