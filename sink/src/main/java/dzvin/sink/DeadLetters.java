package dzvin.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import dzvin.schemas.Topics;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Where a channel's undeliverable alerts are kept: the record as it was, with headers that say why and
 * where it stood. Nothing that a channel gave up is lost; it can be read and sent again by hand. Thread-safe.
 */
final class DeadLetters {
    private final Producer<byte[], byte[]> producer;
    private final Topics topics;

    DeadLetters(Producer<byte[], byte[]> producer, Topics topics) {
        this.producer = producer;
        this.topics = topics;
    }

    static String topic(Topics topics, String channel) {
        return topics.alerts() + ".undelivered." + channel;
    }

    /**
     * Returns once Kafka has it.
     *
     * @throws KafkaException if Kafka does not take it; the caller tries again
     */
    void keep(String channel, ConsumerRecord<byte[], byte[]> record, Delivery.GiveUp why) {
        var headers = new RecordHeaders(record.headers().toArray());
        headers.add("dzvin.reason", why.reason().name().getBytes(UTF_8));
        headers.add("dzvin.detail", why.detail().getBytes(UTF_8));
        var place = record.topic() + "-" + record.partition() + "@" + record.offset();
        headers.add("dzvin.source", place.getBytes(UTF_8));
        var letter = new ProducerRecord<>(
                topic(topics, channel), null, timeOf(record), record.key(), record.value(), headers);
        try {
            producer.send(letter).get();
        } catch (ExecutionException e) {
            throw new KafkaException("could not keep a dead letter of channel " + channel, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while keeping a dead letter of channel " + channel, e);
        }
    }

    /** Absent where the record has none: a producer refuses Kafka's own sign for that. */
    private static Long timeOf(ConsumerRecord<?, ?> record) {
        return record.timestamp() == ConsumerRecord.NO_TIMESTAMP ? null : record.timestamp();
    }
}
