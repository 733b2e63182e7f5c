package dzvin.sink;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The records that wait for one channel, in order. Each look polls Kafka, with fetching paused while
 * something waits: so a channel may retry for days and still be a living member of its group. Offsets are committed
 * only for what was {@linkplain #done done}. Confined to one thread, but for {@link #wakeUp}.
 */
final class Mailbox implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Mailbox.class);
    private static final Duration GOODBYE = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final Deque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();
    private final Map<TopicPartition, OffsetAndMetadata> uncommitted =
            new TreeMap<>(Comparator.comparing(TopicPartition::toString));

    Mailbox(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        consumer.subscribe(List.of(topic), new Rebalance());
    }

    /** The oldest waiting record, if one is there or comes within the given time. */
    Optional<ConsumerRecord<byte[], byte[]>> next(Duration patience) {
        if (waiting.isEmpty()) {
            consumer.resume(consumer.paused());
        } else {
            consumer.pause(consumer.assignment());
        }
        consumer.poll(patience).forEach(waiting::add);
        commit();
        return Optional.ofNullable(waiting.peek());
    }

    /** The oldest record is dealt with, for good. */
    void done(ConsumerRecord<byte[], byte[]> record) {
        waiting.remove(record);
        uncommitted.put(partitionOf(record), new OffsetAndMetadata(record.offset() + 1));
        commit();
    }

    int size() {
        return waiting.size();
    }

    /** Interrupts a wait in {@link #next}. The only method for other threads. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        commit();
        consumer.close(CloseOptions.timeout(GOODBYE));
    }

    /** What cannot be committed now is committed later, or is delivered again: never lost. */
    private void commit() {
        if (uncommitted.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(uncommitted);
            uncommitted.clear();
        } catch (CommitFailedException e) {
            uncommitted.clear();
            log.atWarn().log("partitions were taken away before their progress was kept; alerts may come twice");
        } catch (RetriableException e) {
            log.atWarn().addKeyValue("problem", e.getMessage()).log("progress could not be kept yet");
        }
    }

    private static TopicPartition partitionOf(ConsumerRecord<?, ?> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private final class Rebalance implements ConsumerRebalanceListener {
        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (!waiting.isEmpty()) {
                consumer.pause(partitions);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            commit();
            onPartitionsLost(partitions);
        }

        /** Whoever has the partition now delivers what waited here. */
        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            waiting.removeIf(record -> partitions.contains(partitionOf(record)));
            uncommitted.keySet().removeAll(partitions);
        }
    }
}
