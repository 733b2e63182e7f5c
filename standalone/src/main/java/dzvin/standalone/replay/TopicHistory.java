package dzvin.standalone.replay;

import dzvin.detector.streams.avro.ReportCodec;
import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.avro.Report;
import dzvin.standalone.failure.CannotRunException;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * The topic of reports as it is now: the partitions' logs, heartbeats included, up to where they end when the replay begins. Reading
 * leaves no trace: no group, nothing committed, nothing written.
 */
public final class TopicHistory implements History {
    private static final long RECORDS_BETWEEN_PROGRESS = 256;

    private final AvroSerdes serdes;
    private final Deserializer<Report> values;
    private final MergedLogs logs;
    private final String topic;
    private final Progress progress;
    private long records;
    private long reports;
    private long undecodable;

    private TopicHistory(AvroSerdes serdes, MergedLogs logs, String topic, Progress progress) {
        this.serdes = serdes;
        this.values = serdes.serde(Report.class).deserializer();
        this.logs = logs;
        this.topic = topic;
        this.progress = progress;
    }

    /** Finds where the logs begin and end. */
    public static TopicHistory open(KafkaConnection connection, String topic, LogStretch stretch, Progress progress) {
        var serdes = new AvroSerdes(connection);
        try {
            var logs = asked(topic, () -> MergedLogs.open(connection, topic, stretch));
            return new TopicHistory(serdes, logs, topic, progress);
        } catch (RuntimeException e) {
            serdes.close();
            throw e;
        }
    }

    /** Records that could not be decoded; the live detector sets them aside, so they are left out here. */
    public long undecodable() {
        return undecodable;
    }

    /** What of the logs is told. */
    public LogStretch stretch() {
        return logs.stretch();
    }

    @Override
    public int partitions() {
        return logs.partitions();
    }

    /** Live, nobody knows yet how it goes on. */
    @Override
    public End end() {
        return End.OPEN;
    }

    @Override
    public void tell(Listener listener) {
        var record = asked(topic, logs::next);
        while (record.isPresent()) {
            tell(record.get(), listener);
            record = asked(topic, logs::next);
        }
        progress.replayed(records, OptionalLong.of(logs.total()), reports);
    }

    @Override
    public void close() {
        logs.close();
        serdes.close();
    }

    private void tell(ConsumerRecord<byte[], byte[]> record, Listener listener) {
        if (record.value() == null) {
            listener.heartbeat(record.partition(), record.timestamp());
        } else {
            tellReport(record, listener);
        }
        records++;
        if (records % RECORDS_BETWEEN_PROGRESS == 0) {
            progress.replayed(records, OptionalLong.of(logs.total()), reports);
        }
    }

    private void tellReport(ConsumerRecord<byte[], byte[]> record, Listener listener) {
        Report report;
        try {
            report = values.deserialize(topic, record.value());
            ReportCodec.requireUsable(report);
        } catch (SerializationException e) {
            undecodable++;
            return;
        }
        listener.report(record.partition(), report);
        reports++;
    }

    private static <T> T asked(String topic, Supplier<T> question) {
        try {
            return question.get();
        } catch (KafkaException e) {
            throw new CannotRunException("cannot read the topic " + topic + ": " + e.getMessage(), e);
        }
    }
}
