package dzvin.ingest.kafka;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Whether Kafka answers and has the topics that ingest writes to. An answer holds for a second, however often it is asked for. */
public final class KafkaReadiness implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long FRESH_NANOS = Duration.ofSeconds(1).toNanos();

    private final List<String> topics;
    private final String kafka;
    private final Admin admin;
    private Optional<String> problem = Optional.empty();
    private long askedAt;
    private boolean asked;

    /** Connects lazily, as Kafka's clients do. */
    public KafkaReadiness(KafkaConnection connection, Topics topics) {
        this.topics = List.of(topics.reports(), topics.rejected());
        this.kafka = connection.bootstrapServers();
        this.admin = Admin.create(connection.forClients());
    }

    /** What keeps reports from being kept; empty when nothing does. */
    public synchronized Optional<String> problem() {
        if (!asked || System.nanoTime() - askedAt > FRESH_NANOS) {
            problem = ask();
            askedAt = System.nanoTime();
            asked = true;
        }
        return problem;
    }

    private Optional<String> ask() {
        try {
            admin.describeTopics(topics).allTopicNames().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(
                    e.getCause() instanceof UnknownTopicOrPartitionException
                            ? "one of the topics " + topics + " is missing in the Kafka at " + kafka
                            : "the Kafka at " + kafka + " does not answer as it should");
        } catch (TimeoutException e) {
            return Optional.of("the Kafka at " + kafka + " does not answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("interrupted while asking the Kafka at " + kafka);
        }
    }

    @Override
    public void close() {
        admin.close(PATIENCE);
    }
}
