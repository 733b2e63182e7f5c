package dzvin.standalone.command;

import dzvin.schemas.KafkaConnection;
import dzvin.standalone.failure.CannotRunException;
import dzvin.standalone.failure.UsageException;
import java.util.HashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;

/** Finds out whether Kafka answers before anything else is tried, so that its absence has one sentence and not many. */
final class KafkaReach {
    private static final String PATIENCE_MILLIS = "10000";

    private KafkaReach() {}

    /** The same connection, known to lead somewhere. */
    static KafkaConnection require(KafkaConnection connection) {
        var settings = new HashMap<>(connection.forClients());
        settings.put("default.api.timeout.ms", PATIENCE_MILLIS);
        settings.put("request.timeout.ms", PATIENCE_MILLIS);
        try (var admin = Admin.create(settings)) {
            admin.describeCluster().clusterId().get();
            return connection;
        } catch (ExecutionException e) {
            throw silent(connection, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw silent(connection, e);
        } catch (KafkaException e) {
            throw new UsageException("kafka.bootstrapServers or kafka.settings cannot be used: " + innermost(e), e);
        }
    }

    private static CannotRunException silent(KafkaConnection connection, Throwable problem) {
        var sentence = problem instanceof AuthenticationException
                ? "the Kafka at " + connection.bootstrapServers() + " refuses our credentials: " + problem.getMessage()
                : "the Kafka at " + connection.bootstrapServers()
                        + " does not answer: start it (dzvin up brings one along), or set kafka.bootstrapServers";
        return new CannotRunException(sentence, problem);
    }

    private static String innermost(Throwable problem) {
        var cause = problem;
        while (cause.getCause() != null && !(cause instanceof ConfigException)) {
            cause = cause.getCause();
        }
        return cause.getMessage();
    }
}
