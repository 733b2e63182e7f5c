package dzvin.detector.streams;

import dzvin.schemas.KafkaConnection;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Letters in a topic, by a producer of their own: the transaction in which the record was met is aborted, and all that was written in it.
 * The same record, met again after a restart, is written again. The producer lives for one letter, which may be the first in years.
 */
final class FailuresTopic implements FailureLetters {
    private static final Logger log = LoggerFactory.getLogger(FailuresTopic.class);

    /** A stream thread waits as long; Kafka gives its transaction up no sooner. */
    private static final int PATIENCE_MS = 5_000;

    private final KafkaConnection connection;
    private final String topic;

    FailuresTopic(KafkaConnection connection, String topic) {
        this.connection = connection;
        this.topic = topic;
    }

    @Override
    public void send(byte[] key, byte[] value, Headers headers) {
        try {
            write(new ProducerRecord<>(topic, null, key, value, headers));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            log.atWarn().addKeyValue("topic", topic).setCause(e).log("what stopped the detector could not be kept");
        }
    }

    private void write(ProducerRecord<byte[], byte[]> letter)
            throws ExecutionException, InterruptedException, TimeoutException {
        var settings = new TreeMap<>(connection.forClients());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
        settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(settings, bytes, bytes)) {
            producer.send(letter).get(PATIENCE_MS, TimeUnit.MILLISECONDS);
        }
    }
}
