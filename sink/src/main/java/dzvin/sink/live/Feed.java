package dzvin.sink.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.schemas.RegistryUnavailableException;
import dzvin.schemas.Superseded;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Campaign;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills the read model from the topics of campaigns and alerts: from their beginning at each start, without a consumer
 * group, then for ever. Confined to one thread, but for {@link #caughtUp}.
 */
public final class Feed {
    private static final Logger log = LoggerFactory.getLogger(Feed.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final ReadModel model;
    private final Decoders decoders;
    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition alerts;
    private final TopicPartition campaigns;
    private Map<TopicPartition, Long> goal;
    private volatile boolean caughtUp;

    /** How the values of both topics are read. */
    public record Decoders(Deserializer<Alert> alerts, Deserializer<Campaign> campaigns) {}

    public Feed(ReadModel model, Decoders decoders, Consumer<byte[], byte[]> consumer, Topics topics) {
        this.model = model;
        this.decoders = decoders;
        this.consumer = consumer;
        this.alerts = new TopicPartition(topics.alerts(), 0);
        this.campaigns = new TopicPartition(topics.campaigns(), 0);
    }

    /** Whether the model knows all that was in the topics when the feed started. */
    public boolean caughtUp() {
        return caughtUp;
    }

    /** Reads what comes within half a second; false when there was trouble that passes, and a pause is due. */
    public boolean turn() {
        try {
            if (goal == null && !begin()) {
                return false;
            }
            apply(consumer.poll(POLL));
            caughtUp = caughtUp || reachedGoal();
            return true;
        } catch (RetriableException e) {
            log.atWarn().addKeyValue("problem", e.getMessage()).log("the topics cannot be read at present");
            return false;
        }
    }

    private boolean reachedGoal() {
        return goal.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** False while the topics are not there yet. */
    private boolean begin() {
        var partitions = List.of(alerts, campaigns);
        for (var partition : partitions) {
            var present = consumer.partitionsFor(partition.topic(), Duration.ofSeconds(5));
            if (present == null || present.isEmpty()) {
                return false;
            }
            requireOne(partition.topic(), present.size());
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        goal = consumer.endOffsets(partitions);
        return true;
    }

    private static void requireOne(String topic, int partitions) {
        if (partitions != 1) {
            throw new IllegalStateException("topic " + topic
                    + " must have one partition, for its order is the order of events, but has " + partitions);
        }
    }

    private void apply(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        for (var record : records) {
            try {
                apply(record);
            } catch (RegistryUnavailableException e) {
                rewind(records, record);
                throw new RegistryIsAway(e);
            } catch (SerializationException e) {
                log.atWarn()
                        .addKeyValue("topic", record.topic())
                        .addKeyValue("offset", record.offset())
                        .log("record cannot be read and is left out of the console");
            }
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> record) {
        if (record.topic().equals(alerts.topic())) {
            var alert = decoders.alerts().deserialize(record.topic(), record.value());
            if (alert != null) {
                model.add(record.offset(), alert, Superseded.read(record.headers()));
            }
            return;
        }
        var campaign = decoders.campaigns().deserialize(record.topic(), record.value());
        if (campaign != null) {
            model.put(record.offset(), campaign);
        } else if (record.key() != null) {
            model.remove(record.offset(), new String(record.key(), UTF_8));
        }
    }

    /** The unread part of a batch comes again: from its first record that was not applied, for each topic. */
    private void rewind(Iterable<ConsumerRecord<byte[], byte[]>> records, ConsumerRecord<byte[], byte[]> first) {
        boolean reached = false;
        var back = new LinkedHashMap<TopicPartition, Long>();
        for (var record : records) {
            reached = reached || record.equals(first);
            if (reached) {
                back.putIfAbsent(new TopicPartition(record.topic(), record.partition()), record.offset());
            }
        }
        back.forEach(consumer::seek);
    }

    /** Makes the registry's absence one of the troubles that pass. */
    private static final class RegistryIsAway extends RetriableException {
        private static final long serialVersionUID = 1L;

        RegistryIsAway(RegistryUnavailableException cause) {
            super(cause.getMessage(), cause);
        }
    }
}
