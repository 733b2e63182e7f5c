package dzvin.detector.streams.replay;

import dzvin.schemas.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes what replays have on a Kafka: topics and consumer groups. */
public final class ReplayBroom {
    /** A replay whose group has no member may just not have joined yet. */
    private static final Duration TIME_TO_JOIN = Duration.ofMinutes(10);

    private static final Logger log = LoggerFactory.getLogger(ReplayBroom.class);

    private final KafkaConnection connection;

    public ReplayBroom(KafkaConnection connection) {
        this.connection = connection;
    }

    /** Removes what killed replays left behind; one that is still at work is left alone. Returns how many were removed. */
    public int sweep(Instant now) {
        try (var admin = Admin.create(connection.forClients())) {
            var replays = new TreeMap<String, ReplayName>();
            for (String topic : await(admin.listTopics().names()).orElse(Set.of())) {
                ReplayName.ofTopic(topic).ifPresent(replay -> replays.put(replay.text(), replay));
            }
            var dead = replays.values().stream()
                    .filter(replay -> replay.began().plus(TIME_TO_JOIN).isBefore(now))
                    .filter(replay -> !isAtWork(replay, admin))
                    .toList();
            dead.forEach(replay -> remove(replay, admin));
            return dead.size();
        }
    }

    void remove(ReplayName replay) {
        try (var admin = Admin.create(connection.forClients())) {
            remove(replay, admin);
        }
    }

    private static boolean isAtWork(ReplayName replay, Admin admin) {
        var group = await(admin.describeConsumerGroups(List.of(replay.text()))
                .describedGroups()
                .get(replay.text()));
        return group.map(known -> !known.members().isEmpty()).orElse(false);
    }

    private static void remove(ReplayName replay, Admin admin) {
        await(admin.deleteConsumerGroups(List.of(replay.text())).all());
        var topics = await(admin.listTopics().names()).orElse(Set.of()).stream()
                .filter(replay::owns)
                .sorted()
                .toList();
        await(admin.deleteTopics(topics).all());
        log.atInfo()
                .addKeyValue("replay", replay.text())
                .addKeyValue("topics", topics.size())
                .log("replay removed");
    }

    /** Empty if what was asked for does not exist. */
    private static <T> Optional<T> await(KafkaFuture<T> answer) {
        try {
            return Optional.ofNullable(answer.get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException
                    || e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw new KafkaException(
                    "could not remove a replay: " + e.getCause().getMessage(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while removing a replay", e);
        }
    }
}
