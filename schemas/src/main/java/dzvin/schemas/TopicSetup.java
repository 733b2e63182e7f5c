package dzvin.schemas;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * Creates the topics that are missing. A topic that is there is left exactly as it is: its partitions decide which
 * records meet, and its retention is the operator's.
 *
 * <p>Nothing expires by itself, because Kafka counts a record's age from its own time: history from years ago would be
 * deleted as soon as it is imported. Campaigns and alerts have one partition each, so that their order is total.
 */
public final class TopicSetup {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private TopicSetup() {}

    /**
     * How the topics are laid out where they don't exist yet.
     *
     * @param partitions partitions of reports, rejected reports and signals
     * @param replication copies of each partition, or -1 for the broker's own default
     */
    public record Layout(int partitions, int replication) {
        public Layout {
            if (partitions < 1) {
                throw new IllegalArgumentException("topics.partitions must be at least 1, got " + partitions);
            }
            if (replication != -1 && (replication < 1 || replication > Short.MAX_VALUE)) {
                throw new IllegalArgumentException(
                        "topics.replication must be at least 1, or -1 for the broker's default, got " + replication);
            }
        }
    }

    /** Returns once every topic exists, whoever created it, and those that were missing take records. */
    public static void ensure(KafkaConnection connection, Topics topics, Layout layout) {
        try (var admin = Admin.create(connection.forClients())) {
            var present = admin.listTopics().names().get();
            var missing = wanted(topics, layout).stream()
                    .filter(topic -> !present.contains(topic.name()))
                    .toList();
            awaitCreation(admin.createTopics(missing));
            awaitLeaders(admin, missing);
        } catch (ExecutionException e) {
            throw new KafkaException(
                    "could not create topics " + topics.all() + ": "
                            + e.getCause().getMessage(),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while creating topics " + topics.all(), e);
        }
    }

    private static void awaitCreation(CreateTopicsResult creation) throws ExecutionException, InterruptedException {
        for (var topic : creation.values().values()) {
            try {
                topic.get();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                // Another service was quicker, with the same wish.
            }
        }
    }

    /**
     * The controller has made a topic before every broker has heard of it. A producer that is quicker finds its first batch
     * refused and the next one taken, then all of the first out of order until it gives up. A leader that tells its offsets
     * has heard.
     */
    private static void awaitLeaders(Admin admin, List<NewTopic> made) throws ExecutionException, InterruptedException {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : made) {
            for (int partition = 0; partition < topic.numPartitions(); partition++) {
                latest.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        long began = System.nanoTime();
        while (!leadersAnswer(admin, latest, System.nanoTime() - began < PATIENCE.toNanos())) {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
    }

    private static boolean leadersAnswer(Admin admin, Map<TopicPartition, OffsetSpec> latest, boolean mayWait)
            throws ExecutionException, InterruptedException {
        try {
            admin.listOffsets(latest).all().get();
            return true;
        } catch (ExecutionException e) {
            if (mayWait && e.getCause() instanceof RetriableException) {
                return false;
            }
            throw e;
        }
    }

    private static List<NewTopic> wanted(Topics topics, Layout layout) {
        short copies = (short) layout.replication();
        return List.of(
                kept(topics.reports(), layout.partitions(), copies),
                kept(topics.rejected(), layout.partitions(), copies),
                kept(topics.signals(), layout.partitions(), copies),
                compacted(topics.campaigns(), copies),
                kept(topics.alerts(), 1, copies),
                kept(topics.feedback(), 1, copies));
    }

    private static NewTopic kept(String name, int partitions, short copies) {
        return new NewTopic(name, partitions, copies)
                .configs(Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", "-1",
                        "retention.bytes", "-1",
                        "message.timestamp.type", "CreateTime"));
    }

    private static NewTopic compacted(String name, short copies) {
        return new NewTopic(name, 1, copies)
                .configs(Map.of("cleanup.policy", "compact", "message.timestamp.type", "CreateTime"));
    }
}
