package dzvin.detector.streams;

import dzvin.schemas.KafkaConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;

/** What the detector has to know of the topic of reports before it can be built, and the topics of what it cannot read or digest. */
public final class ReportsLog {
    private static final Duration KEPT_FAILURES = Duration.ofDays(90);

    private ReportsLog() {}

    /** The topic that undecodable records of a topic are set aside in. */
    public static String undecodable(String reports) {
        return reports + ".undecodable";
    }

    /** Number of partitions; each is a source of its own to the detector, so it is part of what the detector's state means. */
    public static int partitions(KafkaConnection connection, String reports) {
        try (var admin = Admin.create(connection.forClients())) {
            return admin.describeTopics(List.of(reports))
                    .allTopicNames()
                    .get()
                    .get(reports)
                    .partitions()
                    .size();
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "could not describe topic " + reports + ": " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            throw interrupted("describing topic " + reports, e);
        }
    }

    /** Creates the topic of undecodable records if it is missing. It keeps everything: each record in it is a lost count. */
    public static void ensureUndecodable(KafkaConnection connection, String reports, int replication) {
        ensure(connection, undecodable(reports), replication, "-1");
    }

    /** Creates the topic of records that stopped the detector. A record that is met at each restart must not fill it for ever. */
    static void ensureFailures(KafkaConnection connection, String failures, int replication) {
        ensure(connection, failures, replication, Long.toString(KEPT_FAILURES.toMillis()));
    }

    private static void ensure(KafkaConnection connection, String name, int replication, String retentionMillis) {
        var topic = new NewTopic(name, 1, (short) replication)
                .configs(Map.of("cleanup.policy", "delete", "retention.ms", retentionMillis, "retention.bytes", "-1"));
        try (var admin = Admin.create(connection.forClients())) {
            admin.createTopics(List.of(topic)).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException(
                        "could not create topic " + topic.name() + ": "
                                + e.getCause().getMessage(),
                        e.getCause());
            }
        } catch (InterruptedException e) {
            throw interrupted("creating topic " + topic.name(), e);
        }
    }

    private static KafkaException interrupted(String attempt, InterruptedException e) {
        Thread.currentThread().interrupt();
        return new KafkaException("interrupted while " + attempt, e);
    }
}
