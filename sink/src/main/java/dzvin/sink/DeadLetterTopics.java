package dzvin.sink;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes sure that each channel has its topic of dead letters before it may need it. They are kept until deleted. */
final class DeadLetterTopics {
    private DeadLetterTopics() {}

    static void ensure(KafkaConnection connection, Topics topics, List<Channel> channels) {
        var wanted = channels.stream()
                .map(channel -> topic(DeadLetters.topic(topics, channel.name())))
                .toList();
        try (var admin = Admin.create(connection.forClients())) {
            for (var creation : admin.createTopics(wanted).values().values()) {
                await(creation);
            }
        }
    }

    private static NewTopic topic(String name) {
        return new NewTopic(name, Optional.of(1), Optional.empty())
                .configs(Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
    }

    private static void await(KafkaFuture<Void> creation) {
        try {
            creation.get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new KafkaException(
                        "could not create the topics of dead letters: "
                                + e.getCause().getMessage(),
                        e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while creating the topics of dead letters", e);
        }
    }
}
