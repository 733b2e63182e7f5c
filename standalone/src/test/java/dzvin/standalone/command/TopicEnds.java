package dzvin.standalone.command;

import static org.awaitility.Awaitility.await;

import dzvin.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** How many records the topic of reports holds, told as quickly as a broker can. */
final class TopicEnds implements AutoCloseable {
    private final Admin admin;

    TopicEnds(String bootstrapServers) {
        this.admin = Admin.create(Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "reconnect.backoff.ms",
                "250",
                "reconnect.backoff.max.ms",
                "250"));
    }

    /** Returns when there are so many records, with their number, or when there is no more to wait for. */
    long awaitRecords(long wanted, BooleanSupplier worthWaiting) {
        var seen = new AtomicLong();
        await().atMost(Duration.ofMinutes(2))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> {
                    seen.set(records());
                    return seen.get() >= wanted || !worthWaiting.getAsBoolean();
                });
        return seen.get();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }

    private long records() throws InterruptedException {
        var topic = Topics.LIVE.reports();
        try {
            var latest = admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().stream()
                    .collect(Collectors.toMap(
                            one -> new TopicPartition(topic, one.partition()), one -> OffsetSpec.latest()));
            return admin.listOffsets(latest).all().get().values().stream()
                    .mapToLong(end -> end.offset())
                    .sum();
        } catch (ExecutionException e) {
            return 0; // no broker yet, or no topic yet
        }
    }
}
