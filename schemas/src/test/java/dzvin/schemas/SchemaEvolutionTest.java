package dzvin.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.avro.NumberKind;
import dzvin.schemas.avro.Report;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

/** Records cross versions of a schema in both directions, through the wire format and the registry. */
class SchemaEvolutionTest {
    private static final String TOPIC = "dzvin.reports";
    private static final Schema TODAY = GeneratedSchema.published(Report.class);
    private static final Schema TOMORROW = tomorrow();

    private final io.confluent.kafka.schemaregistry.client.SchemaRegistryClient client = Registries.empty();
    private final AvroSerdes serdes = new AvroSerdes(Registries.registering(client));

    /** An older writer did not know some of today's optional fields: they come with their defaults. */
    @Property(tries = 200, seed = "20250627")
    void todaysReaderReadsWhatAnOlderWriterWrote(
            @ForAll Report report, @ForAll("optionalFields") Set<String> unknownThen) throws Exception {
        var then = without(TODAY, unknownThen);

        var read = readToday(then, project(report, then));

        for (var field : TODAY.getFields()) {
            var expected = unknownThen.contains(field.name())
                    ? Report.newBuilder()
                            .setId("")
                            .setReceivedAt(report.getReceivedAt())
                            .build()
                            .get(field.pos())
                    : report.get(field.pos());
            assertThat(read.get(field.pos())).as(field.name()).isEqualTo(expected);
        }
    }

    /** A newer writer adds a field and a symbol: today's reader skips the one and sees UNKNOWN for the other. */
    @Property(tries = 200, seed = "20250627")
    void todaysReaderReadsWhatANewerWriterWrote(@ForAll Report report) throws Exception {
        var newer = project(report, TOMORROW);
        newer.put("mood", "calm");
        newer.put(
                "numberKind",
                new GenericData.EnumSymbol(TOMORROW.getField("numberKind").schema(), "SATELLITE"));

        var read = readToday(TOMORROW, newer);

        assertThat(read)
                .isEqualTo(Report.newBuilder(report)
                        .setNumberKind(NumberKind.UNKNOWN)
                        .build());
    }

    @Test
    void aNewerReaderReadsWhatTodaysWriterWrites() throws Exception {
        var framed = serdes.serde(Report.class).serializer().serialize(TOPIC, Samples.report());

        var decoder = DecoderFactory.get().binaryDecoder(framed, 5, framed.length - 5, null);
        GenericRecord read = new GenericDatumReader<GenericRecord>(TODAY, TOMORROW).read(null, decoder);

        assertThat(read.get("mood")).hasToString("unknown");
        assertThat(read.get("id")).hasToString("r-1");
    }

    @Provide
    Arbitrary<Set<String>> optionalFields() {
        var optional = TODAY.getFields().stream()
                .filter(Schema.Field::hasDefaultValue)
                .map(Schema.Field::name)
                .collect(Collectors.toList());
        return Arbitraries.of(optional).set();
    }

    private Report readToday(Schema writer, GenericRecord value) throws Exception {
        int id = client.register("any-" + writer.hashCode(), new AvroSchema(writer));
        return serdes.serde(Report.class).deserializer().deserialize(TOPIC, frame(id, writer, value));
    }

    private static byte[] frame(int id, Schema writer, GenericRecord value) throws IOException {
        var bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {0, (byte) (id >>> 24), (byte) (id >>> 16), (byte) (id >>> 8), (byte) id});
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new GenericDatumWriter<GenericRecord>(writer).write(value, encoder);
        encoder.flush();
        return bytes.toByteArray();
    }

    /** The report in an older or newer layout, through Avro's own resolution of plain Avro bytes. */
    private static GenericRecord project(Report report, Schema layout) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        report.getSpecificData().createDatumWriter(report.getSchema()).write(report, encoder);
        encoder.flush();
        var decoder = DecoderFactory.get().binaryDecoder(bytes.toByteArray(), null);
        return new GenericDatumReader<GenericRecord>(TODAY, layout).read(null, decoder);
    }

    private static Schema without(Schema schema, Set<String> names) {
        var kept = schema.getFields().stream()
                .filter(field -> !names.contains(field.name()))
                .map(SchemaEvolutionTest::copy)
                .toList();
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, kept);
    }

    private static Schema.Field copy(Schema.Field field) {
        return new Schema.Field(field, field.schema());
    }

    private static Schema tomorrow() {
        List<Schema.Field> fields = new ArrayList<>();
        for (var field : TODAY.getFields()) {
            fields.add(
                    field.name().equals("numberKind")
                            ? new Schema.Field(field, withSymbol(field.schema(), "SATELLITE"))
                            : copy(field));
        }
        fields.add(3, new Schema.Field("mood", Schema.create(Schema.Type.STRING), "How it felt.", "unknown"));
        return Schema.createRecord(TODAY.getName(), TODAY.getDoc(), TODAY.getNamespace(), false, fields);
    }

    private static Schema withSymbol(Schema symbols, String added) {
        var all = new ArrayList<>(symbols.getEnumSymbols());
        all.add(added);
        return Schema.createEnum(
                symbols.getName(), symbols.getDoc(), symbols.getNamespace(), all, symbols.getEnumDefault());
    }
}
