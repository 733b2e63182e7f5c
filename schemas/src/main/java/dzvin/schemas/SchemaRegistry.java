package dzvin.schemas;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The one place that talks to the schema registry, through Confluent's own client. It says which id a schema is written
 * under, and which schema an id stands for; both answers are final, so each is asked for once.
 *
 * <p>An answer that makes a record unusable (unknown id, incompatible schema) is a {@link SerializationException}; a
 * registry that does not answer is a {@link RegistryUnavailableException}, for then nothing is wrong with the record.
 */
final class SchemaRegistry implements AutoCloseable {
    private static final int SCHEMAS_REMEMBERED = 1_000;
    private static final int NOT_FOUND = 404;

    private final SchemaRegistryClient client;
    private final String address;
    private final RegistrationPolicy policy;

    /** Does no I/O: the registry is asked when the first record is written or read. */
    static SchemaRegistry at(KafkaConnection connection) {
        var settings = connection.forRegistry();
        var address = connection.schemaRegistry().toString();
        return new SchemaRegistry(
                new CachedSchemaRegistryClient(address, SCHEMAS_REMEMBERED, settings),
                address,
                RegistrationPolicy.from(settings));
    }

    SchemaRegistry(SchemaRegistryClient client, String address, RegistrationPolicy policy) {
        this.client = client;
        this.address = address;
        this.policy = policy;
    }

    /** The id under which values of a topic are written (TopicNameStrategy: the subject is {@code <topic>-value}). */
    int idOf(String topic, Schema schema) {
        var subject = topic + "-value";
        var parsed = new AvroSchema(schema);
        return switch (policy) {
            case REGISTER -> answer("register the schema of " + subject, () -> client.register(subject, parsed));
            case LOOK_UP -> answer("find today's schema under " + subject, () -> client.getId(subject, parsed));
            case LATEST -> latest(subject, schema);
        };
    }

    /** The schema that a record with this id was written with. */
    Schema schemaOf(int id) {
        var parsed = answer("fetch schema " + id, () -> client.getSchemaById(id));
        if (parsed instanceof AvroSchema avro) {
            return avro.rawSchema();
        }
        throw new SerializationException("schema " + id + " of the registry at " + address + " is "
                + parsed.schemaType() + ", and only AVRO is read");
    }

    private int latest(String subject, Schema schema) {
        var latest = answer("fetch the latest schema of " + subject, () -> client.getLatestSchemaMetadata(subject));
        var registered = schemaOf(latest.getId());
        if (!SchemaNormalization.toParsingForm(registered).equals(SchemaNormalization.toParsingForm(schema))) {
            throw new SerializationException("use.latest.version is set, but version " + latest.getVersion() + " of "
                    + subject + " in the registry at " + address + " is laid out otherwise than this build's "
                    + schema.getFullName());
        }
        return latest.getId();
    }

    private <T> T answer(String attempt, Question<T> question) {
        try {
            return question.ask();
        } catch (IOException unreachable) {
            throw new RegistryUnavailableException(
                    "could not " + attempt + ": the registry at " + address + " does not answer", unreachable);
        } catch (RestClientException refused) {
            var message = "could not " + attempt + ": the registry at " + address + " says " + refused.getMessage();
            if (refused.getStatus() == NOT_FOUND) {
                message += " (was it emptied while the topics were kept?)";
            }
            throw isAboutTheSchema(refused.getStatus())
                    ? new SerializationException(message, refused)
                    : new RegistryUnavailableException(message, refused);
        }
    }

    /** Unknown, incompatible or invalid; anything else (credentials, overload, failure) is about the registry. */
    private static boolean isAboutTheSchema(int status) {
        return status == NOT_FOUND || status == 409 || status == 422;
    }

    @Override
    public void close() {
        try {
            client.close();
        } catch (IOException e) {
            throw new RegistryUnavailableException("could not close the client of the registry at " + address, e);
        }
    }

    private interface Question<T> {
        T ask() throws IOException, RestClientException;
    }
}
