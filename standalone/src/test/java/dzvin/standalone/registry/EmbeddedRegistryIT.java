package dzvin.standalone.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.schemas.KafkaConnection;
import dzvin.standalone.kafka.EmbeddedKafka;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.RestService;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What Confluent's own client sees of our registry. Each test has a subject of its own. */
class EmbeddedRegistryIT {
    private static final AvroSchema FIRST = new AvroSchema(record(""));
    private static final AvroSchema WITH_DEFAULT =
            new AvroSchema(record("{\"name\":\"b\",\"type\":\"string\",\"default\":\"\"}"));
    private static final AvroSchema WITHOUT_DEFAULT = new AvroSchema(record("{\"name\":\"c\",\"type\":\"string\"}"));

    @TempDir
    private static Path folder;

    private static EmbeddedKafka kafka;
    private static EmbeddedRegistry registry;

    private String subject;

    @BeforeAll
    static void start() {
        kafka = new EmbeddedKafka(folder.resolve("kafka"), 0).start();
        startRegistry();
    }

    @AfterAll
    static void stop() {
        registry.close();
        kafka.close();
    }

    private static void startRegistry() {
        registry = new EmbeddedRegistry(
                        new KafkaConnection(kafka.bootstrapServers(), URI.create("http://unused"), Map.of()), 0)
                .start();
    }

    @BeforeEach
    void nameSubject(TestInfo test) {
        subject = test.getTestMethod().orElseThrow().getName() + "-value";
    }

    @Test
    void aSchemaHasTheSameIdWheneverAndUnderWhateverSubjectItIsRegistered() throws Exception {
        int id = client().register(subject, FIRST);

        assertThat(client().register(subject, FIRST)).isEqualTo(id);
        assertThat(client().register(subject + "-2", FIRST)).isEqualTo(id);
        assertThat(client().getSchemaById(id)).isEqualTo(FIRST);
        assertThat(client().getAllVersions(subject)).containsExactly(1);
        assertThat(client().getAllSubjectsById(id)).contains(subject, subject + "-2");
    }

    @Test
    void idsAreTheSameAfterARestartOfKafkaAndRegistry() throws Exception {
        int first = client().register(subject, FIRST);
        int second = client().register(subject, WITH_DEFAULT);

        stop();
        start();

        assertThat(client().getSchemaById(first)).isEqualTo(FIRST);
        assertThat(client().getId(subject, WITH_DEFAULT)).isEqualTo(second);
        assertThat(client().getLatestSchemaMetadata(subject).getVersion()).isEqualTo(2);
    }

    @Test
    void aSchemaThatOldDataCannotBeReadWithIsRefusedUnlessTheSubjectAllowsIt() throws Exception {
        client().register(subject, FIRST);

        assertThat(client().testCompatibility(subject, WITHOUT_DEFAULT)).isFalse();
        assertThat(client().testCompatibilityVerbose(subject, WITHOUT_DEFAULT))
                .singleElement()
                .asString()
                .contains("the new schema cannot read version 1", "READER_FIELD_MISSING_DEFAULT_VALUE");
        assertRefused(() -> client().register(subject, WITHOUT_DEFAULT), 409, 409);
        client().updateCompatibility(subject, "NONE");
        assertThat(client().register(subject, WITHOUT_DEFAULT)).isPositive();
    }

    @Test
    void everyEarlierVersionMustAgreeAndNotOnlyTheLatest() throws Exception {
        var asText = new AvroSchema(record("{\"name\":\"d\",\"type\":\"string\",\"default\":\"\"}"));
        var asNumber = new AvroSchema(record("{\"name\":\"d\",\"type\":\"long\",\"default\":0}"));
        client().register(subject, asText);
        client().register(subject, FIRST);

        assertRefused(() -> client().register(subject, asNumber), 409, 409);
        client().updateCompatibility(subject, "FULL");
        assertThat(client().testCompatibility(subject, asNumber)).isTrue();
    }

    @Test
    void theGeneralLevelIsFullTransitiveUntilItIsSet() throws Exception {
        assertThat(client().getCompatibility(null)).isEqualTo("FULL_TRANSITIVE");
        assertThat(client().getMode()).isEqualTo("READWRITE");
    }

    @Test
    void whatIsNotThereIsToldByConfluentsCodes() throws Exception {
        assertRefused(() -> client().getLatestSchemaMetadata(subject), 404, 40401);
        client().register(subject, FIRST);
        assertRefused(() -> client().getSchemaMetadata(subject, 7), 404, 40402);
        assertRefused(() -> client().getSchemaById(4_711), 404, 40403);
        assertRefused(() -> client().getId(subject, WITH_DEFAULT), 404, 40403);
        assertRefused(() -> client().getCompatibility(subject), 404, 40408);
        assertRefused(() -> client().updateCompatibility(subject, "SOMETIMES"), 422, 42203);
    }

    @Test
    void aTextThatIsNoSchemaIsRefused() {
        var rest = new RestService(registry.url().toString());

        assertRefused(() -> rest.registerSchema("{\"type\":\"recor", subject), 422, 42201);
        assertRefused(() -> rest.registerSchema("{\"type\":\"nonsense\"}", subject), 422, 42201);
        assertRefused(() -> rest.getVersion(subject, 0), 404, 40401);
    }

    @Test
    void aDeletedSchemaIsStillReadByItsIdAndItsIdIsNeverGivenToAnother() throws Exception {
        int id = client().register(subject, FIRST);
        int last =
                client().register(subject, new AvroSchema(record("{\"name\":\"x\",\"type\":\"int\",\"default\":1}")));

        assertThat(client().deleteSubject(subject)).containsExactly(1, 2);
        assertThat(client().getAllSubjects()).doesNotContain(subject);
        assertThat(client().getSchemaById(id)).isEqualTo(FIRST);
        assertRefused(() -> client().deleteSubject(subject), 404, 40404);
        assertThat(client().deleteSubject(subject, true)).containsExactly(1, 2);
        assertRefused(() -> client().deleteSubject(subject, true), 404, 40401);
        assertThat(client().register(
                                subject, new AvroSchema(record("{\"name\":\"y\",\"type\":\"int\",\"default\":1}"))))
                .isGreaterThan(last);
    }

    @Test
    void aSubjectInReadOnlyModeTakesNoSchema() throws Exception {
        client().setMode("READONLY", subject);

        assertRefused(() -> client().register(subject, FIRST), 422, 42205);
        client().deleteMode(subject);
        assertThat(client().register(subject, FIRST)).isPositive();
    }

    @Test
    void theTopicHasTheLayoutOfConfluentsServer() throws Exception {
        int id = client().register(subject, FIRST);

        assertThat(recordsOfTheTopic())
                .contains("{\"keytype\":\"SCHEMA\",\"subject\":\"" + subject + "\",\"version\":1,\"magic\":1}="
                        + "{\"subject\":\"" + subject + "\",\"version\":1,\"id\":" + id + ",\"schema\":"
                        + "\"{\\\"type\\\":\\\"record\\\",\\\"name\\\":\\\"R\\\",\\\"fields\\\":"
                        + "[{\\\"name\\\":\\\"a\\\",\\\"type\\\":\\\"string\\\"}]}\",\"deleted\":false}");
    }

    private static List<String> recordsOfTheTopic() {
        var bytes = new ByteArrayDeserializer();
        var partition = new TopicPartition("_schemas", 0);
        try (var consumer = new KafkaConsumer<>(Map.of("bootstrap.servers", kafka.bootstrapServers()), bytes, bytes)) {
            long end = consumer.endOffsets(List.of(partition)).get(partition);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            var records = new ArrayList<String>();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(message -> records.add(text(message.key()) + "=" + text(message.value())));
            }
            return records;
        }
    }

    private static String text(byte[] bytes) {
        return bytes == null ? "" : new String(bytes, UTF_8);
    }

    private static void assertRefused(ThrowingCallable call, int status, int code) {
        assertThatThrownBy(call).isInstanceOfSatisfying(RestClientException.class, refusal -> {
            assertThat(refusal.getStatus()).isEqualTo(status);
            assertThat(refusal.getErrorCode()).isEqualTo(code);
        });
    }

    /** A new one each time, for a client remembers answers. */
    private static SchemaRegistryClient client() {
        return new CachedSchemaRegistryClient(registry.url().toString(), 10);
    }

    private static String record(String furtherField) {
        return "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"a\",\"type\":\"string\"}"
                + (furtherField.isEmpty() ? "" : "," + furtherField) + "]}";
    }
}
