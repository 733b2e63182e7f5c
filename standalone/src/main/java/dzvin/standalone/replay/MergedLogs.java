package dzvin.standalone.replay;

import dzvin.schemas.KafkaConnection;
import dzvin.standalone.failure.CannotRunException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The logs of a topic's partitions, brought together by time: the same order in every run, so that all partitions move on side by
 * side and little waits. Only what is committed is read. Used by one thread.
 */
public final class MergedLogs implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final String PATIENCE_MILLIS = "15000";
    private static final int MOST_WAITING = 4_000;

    /** The oldest head; of several, the one of the lowest partition. */
    private static final Comparator<Log> BY_HEAD = Comparator.<Log>comparingLong(
                    log -> log.waiting.element().timestamp())
            .thenComparingInt(log -> log.partition.partition());

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<TopicPartition, Log> logs;
    private final Map<Integer, Long> begins;
    private final long total;

    /** What is ahead of a partition, up to an offset. */
    private static final class Log {
        private final TopicPartition partition;
        private final long end;
        private final ArrayDeque<ConsumerRecord<byte[], byte[]>> waiting = new ArrayDeque<>();

        Log(TopicPartition partition, long end) {
            this.partition = partition;
            this.end = end;
        }
    }

    private MergedLogs(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Map<Integer, Long> to) {
        this.consumer = consumer;
        var ends = consumer.endOffsets(partitions);
        this.logs = partitions.stream()
                .collect(Collectors.toMap(
                        partition -> partition,
                        partition -> new Log(
                                partition,
                                Math.min(
                                        ends.get(partition), to.getOrDefault(partition.partition(), Long.MAX_VALUE)))));
        this.begins = partitions.stream().collect(Collectors.toMap(TopicPartition::partition, consumer::position));
        this.total = partitions.stream()
                .mapToLong(partition -> Math.max(0, logs.get(partition).end - consumer.position(partition)))
                .sum();
    }

    /** A stretch of the logs; offsets in it must be between where the logs begin and end. */
    public static MergedLogs open(KafkaConnection connection, String topic, LogStretch stretch) {
        var consumer =
                new KafkaConsumer<>(settings(connection), new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try {
            var partitions = partitions(consumer, topic, connection);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            stretch.since().ifPresent(time -> seek(consumer, partitions, time));
            stretch.from().forEach((partition, offset) -> consumer.seek(new TopicPartition(topic, partition), offset));
            return new MergedLogs(consumer, partitions, stretch.to());
        } catch (RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** What of the logs is told: the same records again, if they are still there. */
    public LogStretch stretch() {
        var to = new TreeMap<Integer, Long>();
        logs.values().forEach(log -> to.put(log.partition.partition(), log.end));
        return new LogStretch(Optional.empty(), begins, to);
    }

    /** How many logs there are. */
    public int partitions() {
        return logs.size();
    }

    /** Offsets ahead when this was opened. */
    public long total() {
        return total;
    }

    /** The next record; empty at the end of all logs. */
    public Optional<ConsumerRecord<byte[], byte[]>> next() {
        while (logs.values().stream().anyMatch(this::isBehind)) {
            fetch();
        }
        return logs.values().stream()
                .filter(log -> !log.waiting.isEmpty())
                .min(BY_HEAD)
                .map(log -> log.waiting.remove());
    }

    @Override
    public void close() {
        consumer.close();
    }

    private boolean isBehind(Log log) {
        return log.waiting.isEmpty() && consumer.position(log.partition) < log.end;
    }

    private void fetch() {
        var full = logs.values().stream()
                .collect(Collectors.partitioningBy(
                        log -> log.waiting.size() >= MOST_WAITING,
                        Collectors.mapping(log -> log.partition, Collectors.toList())));
        consumer.pause(full.get(true));
        consumer.resume(full.get(false));
        for (var record : consumer.poll(POLL)) {
            var log = logs.get(new TopicPartition(record.topic(), record.partition()));
            if (record.offset() < log.end) {
                log.waiting.add(record);
            }
        }
    }

    private static List<TopicPartition> partitions(
            KafkaConsumer<byte[], byte[]> consumer, String topic, KafkaConnection connection) {
        var partitions = consumer.partitionsFor(topic);
        if (partitions.isEmpty()) {
            throw new CannotRunException("there is no topic " + topic + " in the Kafka at "
                    + connection.bootstrapServers() + ": was anything ever reported there? is topics.prefix right?");
        }
        return partitions.stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
    }

    /** Everything before the first record that is not older than the time is older. */
    private static void seek(KafkaConsumer<byte[], byte[]> consumer, List<TopicPartition> partitions, Instant time) {
        var times =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> time.toEpochMilli()));
        consumer.offsetsForTimes(times).forEach((partition, found) -> {
            if (found == null) {
                consumer.seekToEnd(List.of(partition));
            } else {
                consumer.seek(partition, found.offset());
            }
        });
    }

    private static Map<String, Object> settings(KafkaConnection connection) {
        var settings = new HashMap<>(connection.forClients());
        settings.remove("group.id");
        settings.put("enable.auto.commit", "false");
        settings.put("allow.auto.create.topics", "false");
        settings.put("auto.offset.reset", "earliest");
        settings.put("isolation.level", "read_committed");
        settings.putIfAbsent("default.api.timeout.ms", PATIENCE_MILLIS);
        return settings;
    }
}
