package dzvin.standalone.archive;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.avro.ArchivedHeader;
import dzvin.schemas.avro.ArchivedRecord;
import dzvin.schemas.avro.Report;
import dzvin.standalone.failure.CannotRunException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.Serde;

/** Records of Kafka as an archive has them, and back. Reports are kept as reports, so that no registry is needed to read them. */
final class RecordCodec {
    private final String topic;
    private final AvroSerdes serdes;
    private final Serde<Report> reports;

    RecordCodec(String topic, AvroSerdes serdes) {
        this.topic = topic;
        this.serdes = serdes;
        this.reports = serdes.serde(Report.class);
    }

    /** @param skipped offsets right before it that hold no record */
    ArchivedRecord archived(ConsumerRecord<byte[], byte[]> record, long skipped) {
        return ArchivedRecord.newBuilder()
                .setPartition(record.partition())
                .setOffset(record.offset())
                .setSkipped(skipped)
                .setTimestamp(Instant.ofEpochMilli(record.timestamp()))
                .setKey(wrapped(record.key()))
                .setHeaders(headers(record))
                .setValue(value(record))
                .build();
    }

    ProducerRecord<byte[], byte[]> restored(ArchivedRecord record) {
        var headers = new ArrayList<Header>();
        record.getHeaders()
                .forEach(header -> headers.add(new RecordHeader(header.getName(), bytes(header.getValue()))));
        return new ProducerRecord<>(
                topic,
                record.getPartition(),
                record.getTimestamp().toEpochMilli(),
                bytes(record.getKey()),
                framed(record.getValue()),
                headers);
    }

    private Object value(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() == null) {
            return null;
        }
        try {
            var lost = serdes.lostBy(Report.class, record.value());
            if (!lost.isEmpty()) {
                throw new CannotRunException("the record at offset " + record.offset() + " of partition "
                        + record.partition() + " was written by a newer release, with " + String.join(", ", lost)
                        + ", which this one would lose: archive with that release");
            }
            return reports.deserializer().deserialize(topic, record.value());
        } catch (SerializationException e) {
            return wrapped(record.value());
        }
    }

    private byte[] framed(Object value) {
        return value instanceof Report report
                ? reports.serializer().serialize(topic, report)
                : bytes((ByteBuffer) value);
    }

    private static List<ArchivedHeader> headers(ConsumerRecord<byte[], byte[]> record) {
        var headers = new ArrayList<ArchivedHeader>();
        record.headers().forEach(header -> headers.add(new ArchivedHeader(header.key(), wrapped(header.value()))));
        return headers;
    }

    private static ByteBuffer wrapped(byte[] bytes) {
        return bytes == null ? null : ByteBuffer.wrap(bytes);
    }

    private static byte[] bytes(ByteBuffer buffer) {
        if (buffer == null) {
            return null;
        }
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
