package dzvin.ingest.kafka;

import dzvin.schemas.avro.Report;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What records of the topic of reports look like, whoever writes them. */
public final class ReportRecords {
    private ReportRecords() {}

    /** The key that decides the partition: the caller number, so that a number's reports meet; else the report's id. */
    public static String key(Report report) {
        return report.getNumber() == null ? report.getId() : report.getNumber();
    }

    /** A report, stamped with its received time. */
    public static <V> ProducerRecord<String, V> of(String topic, Report report, V value) {
        return new ProducerRecord<>(topic, null, report.getReceivedAt().toEpochMilli(), key(report), value);
    }

    /** A record that says nothing but what time it is in a partition. */
    static ProducerRecord<String, byte[]> heartbeat(String topic, int partition, Instant at) {
        Long time = at.toEpochMilli();
        return new ProducerRecord<>(topic, partition, time, null, (byte[]) null);
    }
}
