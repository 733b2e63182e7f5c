package dzvin.bench.throughput;

import dzvin.schemas.KafkaConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** What contenders write on their way. */
final class InternalTopics {
    private InternalTopics() {}

    static void create(KafkaConnection connection, String topic, int partitions)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(connection.forClients())) {
            boolean ofAnEarlierLap = admin.listTopics().names().get().contains(topic);
            if (!ofAnEarlierLap) {
                admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                        .all()
                        .get();
            }
        }
    }

    /** Bytes that lie in the logs of all topics that a run made, as compressed as they were sent; compaction may have taken some. */
    static long bytes(KafkaConnection connection, Predicate<String> topics)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(connection.forClients())) {
            long sum = 0;
            for (var folder : admin.describeLogDirs(List.of(1))
                    .allDescriptions()
                    .get()
                    .get(1)
                    .values()) {
                for (var replica : folder.replicaInfos().entrySet()) {
                    sum += topics.test(replica.getKey().topic())
                            ? replica.getValue().size()
                            : 0;
                }
            }
            return sum;
        }
    }

    /** Removes what a run made, so that the next one does not pay for it. */
    static void delete(KafkaConnection connection, Predicate<String> topics)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(connection.forClients())) {
            var gone = new ArrayList<String>();
            for (String topic : admin.listTopics().names().get()) {
                if (topics.test(topic)) {
                    gone.add(topic);
                }
            }
            admin.deleteTopics(gone).all().get();
        }
    }
}
