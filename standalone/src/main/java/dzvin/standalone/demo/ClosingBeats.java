package dzvin.standalone.demo;

import dzvin.schemas.KafkaConnection;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Tells every partition of reports that time went on, so that the last windows close though the stream has ended. */
final class ClosingBeats {
    private ClosingBeats() {}

    static void send(KafkaConnection connection, String topic, Instant at) {
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(connection.forClients(), bytes, bytes)) {
            for (var partition : producer.partitionsFor(topic)) {
                producer.send(new ProducerRecord<byte[], byte[]>(
                                topic, partition.partition(), at.toEpochMilli(), (byte[]) null, (byte[]) null))
                        .get();
            }
        } catch (ExecutionException e) {
            throw new KafkaException("could not write heartbeats to " + topic, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while writing heartbeats to " + topic, e);
        }
    }
}
