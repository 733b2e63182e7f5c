package dzvin.standalone.detector;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.avro.Report;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Reports as a later release may write them, with one more field right behind the first: whoever read them as if the schema were still
 * the old one would find nothing but rubbish.
 */
final class LaterRelease implements Serializer<Report> {
    private static final String ADDED = "mood";
    private static final int SCHEMAS_REMEMBERED = 10;

    private final Schema older = Report.getClassSchema();
    private final Schema newer = withOneMoreField(older);
    private final SchemaRegistryClient registry;
    private final int id;

    /** Registers its schema as the next version of the subject. */
    LaterRelease(KafkaConnection connection, String topic) throws IOException, RestClientException {
        this.registry = new CachedSchemaRegistryClient(
                connection.schemaRegistry().toString(), SCHEMAS_REMEMBERED, connection.forRegistry());
        this.id = registry.register(topic + "-value", new AvroSchema(newer));
    }

    /** Under which id the registry knows its schema. */
    int id() {
        return id;
    }

    @Override
    public byte[] serialize(String topic, Report report) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(
                ByteBuffer.allocate(1 + Integer.BYTES).put((byte) 0).putInt(id).array());
        try {
            var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
            new GenericDatumWriter<GenericRecord>(newer).write(told(report), encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public void close() {
        try {
            registry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GenericRecord told(Report report) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<>(Report.class).write(report, encoder);
        encoder.flush();
        var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
        var told = new GenericDatumReader<GenericRecord>(older, newer).read(null, decoder);
        told.put(ADDED, "afraid");
        return told;
    }

    private static Schema withOneMoreField(Schema schema) {
        var fields = new ArrayList<Schema.Field>();
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, field.schema())));
        var added = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        fields.add(1, new Schema.Field(ADDED, added, "How the caller felt.", Schema.Field.NULL_DEFAULT_VALUE));
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, fields);
    }
}
