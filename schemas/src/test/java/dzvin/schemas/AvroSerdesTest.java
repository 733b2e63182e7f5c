package dzvin.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Report;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class AvroSerdesTest {
    private static final String TOPIC = "dzvin.reports";

    private final SchemaRegistryClient client = Registries.empty();
    private final AvroSerdes serdes = new AvroSerdes(Registries.registering(client));
    private final Serde<Report> reports = serdes.serde(Report.class);

    @Property(tries = 300, seed = "20250627")
    void anyReportComesBackAsItWasWritten(@ForAll Report report) {
        var read = read(write(report));

        assertThat(read).isEqualTo(report);
    }

    @Test
    void anAlertComesBackWithItsNestedEvidenceAndItsLogicalTypes() {
        var alerts = serdes.serde(Alert.class);

        var framed = alerts.serializer().serialize("dzvin.alerts", Samples.alert());

        assertThat(alerts.deserializer().deserialize("dzvin.alerts", framed)).isEqualTo(Samples.alert());
    }

    @Test
    void aHeartbeatHasNoValueAndStaysWithoutOne() {
        assertThat(write(null)).isNull();
        assertThat(read(null)).isNull();
    }

    @Nested
    class TheFrame {
        @Test
        void isAZeroByteAndTheIdInFourBytesMostSignificantFirst() throws Exception {
            var framed = write(Samples.report());

            int id = client.getLatestSchemaMetadata(TOPIC + "-value").getId();
            assertThat(Arrays.copyOf(framed, 5)).containsExactly(0, id >>> 24, id >>> 16, id >>> 8, id);
        }

        @Test
        void holdsPlainAvroThatAvrosGenericReaderReadsWithTheRegisteredSchema() throws Exception {
            var framed = write(Samples.report());

            var registered = (AvroSchema)
                    client.getSchemaById(ByteBuffer.wrap(framed, 1, 4).getInt());
            var decoder = DecoderFactory.get().binaryDecoder(framed, 5, framed.length - 5, null);
            GenericRecord read = new GenericDatumReader<GenericRecord>(registered.rawSchema()).read(null, decoder);
            assertThat(read.get("id")).hasToString("r-1");
            assertThat(read.get("receivedAt")).isEqualTo(1_751_451_300_123_456L);
            assertThat(read.get("text")).hasToString("Ваш син не потрібен Україні");
        }

        @Test
        void isNotSharedByRecordsOfDifferentLength() {
            var withText = write(Samples.report());
            var without =
                    write(Report.newBuilder(Samples.report()).setText(null).build());

            assertThat(read(withText)).isEqualTo(Samples.report());
            assertThat(read(without).getText()).isNull();
        }
    }

    @Nested
    class Registration {
        @Test
        void namesTheSubjectAfterTheTopic() throws Exception {
            write(Samples.report());

            assertThat(client.getAllSubjects()).containsExactly("dzvin.reports-value");
        }

        @Test
        void happensAheadOfTheFirstRecordWhereItIsAskedFor() throws Exception {
            serdes.register("dzvin.alerts", Alert.class);

            assertThat(client.getAllSubjects()).containsExactly("dzvin.alerts-value");
        }

        @Test
        void keepsHintsToJavaOutOfTheRegistry() throws Exception {
            write(Samples.report());

            assertThat(client.getLatestSchemaMetadata("dzvin.reports-value").getSchema())
                    .doesNotContain("avro.java")
                    .contains("\"doc\"");
        }

        @Test
        void isLeftToOthersWhereAutoRegisterSchemasIsFalse() {
            var cautious = new AvroSerdes(Registries.with(client, RegistrationPolicy.LOOK_UP)).serde(Report.class);

            assertThatThrownBy(() -> cautious.serializer().serialize(TOPIC, Samples.report()))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("dzvin.reports-value")
                    .hasMessageContaining("http://registry.example");
        }

        @Test
        void takesTheLatestVersionWhereItIsLaidOutAsOurs() {
            var registered = write(Samples.report());
            var latest = new AvroSerdes(Registries.with(client, RegistrationPolicy.LATEST)).serde(Report.class);

            assertThat(latest.serializer().serialize(TOPIC, Samples.report())).isEqualTo(registered);
        }

        @Test
        void refusesALatestVersionThatIsLaidOutOtherwise() throws Exception {
            client.register("dzvin.reports-value", new AvroSchema(GeneratedSchema.published(Alert.class)));
            var latest = new AvroSerdes(Registries.with(client, RegistrationPolicy.LATEST)).serde(Report.class);

            assertThatThrownBy(() -> latest.serializer().serialize(TOPIC, Samples.report()))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("use.latest.version");
        }
    }

    @Nested
    class ABadRecord {
        @Test
        void thatIsTooShortIsNamedAsSuch() {
            assertThatThrownBy(() -> read(new byte[] {0, 0, 0}))
                    .isInstanceOf(SerializationException.class)
                    .hasMessage("a record of topic dzvin.reports is no readable Report: it is 3 bytes long, and"
                            + " Confluent's frame alone takes 5");
        }

        @Test
        void thatIsJsonIsNamedByItsFirstByte() {
            assertThatThrownBy(() -> read("{\"id\":1}".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("starts with byte 0x7b");
        }

        @Test
        void thatIsCutShortIsRefused() {
            var framed = write(Samples.report());

            assertThatThrownBy(() -> read(Arrays.copyOf(framed, framed.length - 3)))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("do not fit its schema");
        }

        @Test
        void thatIsTooLongIsRefused() {
            var framed = write(Samples.report());

            assertThatThrownBy(() -> read(Arrays.copyOf(framed, framed.length + 1)))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("left over");
        }

        @Test
        void withAnIdThatTheRegistryDoesNotKnowSaysWhatMayHaveHappened() {
            var framed = write(Samples.report());
            framed[1] = 0x7f;

            assertThatThrownBy(() -> read(framed)).hasMessageContaining("could not fetch schema");
        }

        @Test
        void thatClaimsATextOfAGigabyteIsRefusedWithoutTakingTheMemory() {
            var header = Arrays.copyOf(write(Samples.report()), 5);
            byte[] aGigabyteToCome = {(byte) 0x80, (byte) 0x80, (byte) 0x80, (byte) 0x80, 0x08, 'x'};
            var framed = Arrays.copyOf(header, header.length + aGigabyteToCome.length);
            System.arraycopy(aGigabyteToCome, 0, framed, header.length, aGigabyteToCome.length);

            assertThatThrownBy(() -> read(framed)).isInstanceOf(SerializationException.class);
        }

        @Test
        void doesNotSpoilTheNextOne() {
            var framed = write(Samples.report());
            assertThatThrownBy(() -> read(Arrays.copyOf(framed, 9))).isInstanceOf(SerializationException.class);

            assertThat(read(framed)).isEqualTo(Samples.report());
        }
    }

    @Property(tries = 2000, seed = "20250627")
    void hostileBytesAreRefusedAndNothingElseHappens(@ForAll byte[] noise) {
        var framed = Arrays.copyOf(Arrays.copyOf(write(Samples.report()), 5), 5 + noise.length);
        System.arraycopy(noise, 0, framed, 5, noise.length);

        try {
            assertThat(read(framed)).isInstanceOf(Report.class);
        } catch (SerializationException refused) {
            assertThat(refused).hasMessageContaining("no readable Report");
        }
    }

    @Test
    void aSilentRegistryIsNotTheRecordsFault() {
        var nobodyListens = new KafkaConnection("localhost:1", URI.create("http://127.0.0.1:1"), Map.of());
        try (var alone = new AvroSerdes(nobodyListens)) {
            var writer = alone.serde(Report.class).serializer();

            assertThatThrownBy(() -> writer.serialize(TOPIC, Samples.report()))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("could not register the schema of dzvin.reports-value")
                    .hasMessageContaining("http://127.0.0.1:1 does not answer");
            assertThatThrownBy(() ->
                            alone.serde(Report.class).deserializer().deserialize(TOPIC, new byte[] {0, 0, 0, 0, 7}))
                    .isInstanceOf(RegistryUnavailableException.class);
        }
    }

    @Test
    void threadsMayShareASerde() throws Exception {
        var pool = Executors.newFixedThreadPool(4);
        try {
            var tasks = IntStream.range(0, 400)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        var report = Report.newBuilder(Samples.report())
                                .setText("x".repeat(i))
                                .build();
                        return read(write(report)).equals(report);
                    })
                    .toList();

            for (var outcome : pool.invokeAll(tasks)) {
                assertThat(outcome.get()).isTrue();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private byte[] write(Report report) {
        return reports.serializer().serialize(TOPIC, report);
    }

    private Report read(byte[] framed) {
        return reports.deserializer().deserialize(TOPIC, framed);
    }
}
