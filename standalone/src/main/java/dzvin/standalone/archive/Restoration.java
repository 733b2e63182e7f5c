package dzvin.standalone.archive;

import dzvin.ingest.kafka.ProducerSettings;
import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.TopicSetup.Layout;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.ArchivedRecord;
import dzvin.schemas.avro.Report;
import dzvin.standalone.failure.CannotRunException;
import dzvin.standalone.failure.UsageException;
import dzvin.standalone.replay.LogBounds;
import dzvin.standalone.replay.Progress;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes an archive into a topic of reports that holds nothing yet, each record into its partition, in its order, with its time, key
 * and headers. What a killed restoration has written is recognised, and the next one goes on behind it.
 */
public final class Restoration {
    private final ArchiveRecords archive;
    private final KafkaConnection connection;
    private final Topics topics;
    private final AtomicReference<Exception> failure = new AtomicReference<>();
    private final Tally tally = new Tally();

    /** Finds out first whether every file is what was archived. */
    public Restoration(Path folder, KafkaConnection connection, Topics topics, Progress progress) {
        this.archive = new ArchiveRecords(ArchiveFolder.open(folder), progress);
        this.connection = connection;
        this.topics = topics;
    }

    /**
     * Restores all of it; the figures are of what was written now.
     *
     * @param replication copies of topics that have to be made
     */
    public ArchiveFigures run(int replication) {
        var topic = topics.reports();
        // Before anything is written: a day that is missing shows only when the records themselves are read.
        archive.forEach(record -> {});
        try (var serdes = new AvroSerdes(connection)) {
            TopicSetup.ensure(connection, topics, new Layout(archive.origin().partitions(), replication));
            var bounds = LogBounds.of(connection, topic);
            requireSamePartitions(bounds);
            serdes.register(topic, Report.class);
            var codec = new RecordCodec(topic, serdes);
            var before = WrittenBefore.in(topic, bounds, connection, codec);
            if (!before.isNothing()) {
                before.requireBeginningOf(archive, topic);
            }
            write(codec, before.position());
            return tally.figures(archive.files(), archive.bytes());
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    private void requireSamePartitions(LogBounds bounds) {
        if (bounds.partitions() != archive.origin().partitions()) {
            throw new UsageException("the topic " + topics.reports() + " has " + bounds.partitions()
                    + " partitions, and the archive is of " + archive.origin().partitions()
                    + ": restore into a topic that is not there yet, for instance with another topics.prefix");
        }
    }

    private void write(RecordCodec codec, WrittenBefore.Position position) {
        var bytes = new ByteArraySerializer();
        try (var producer = new KafkaProducer<>(ProducerSettings.forImport(connection), bytes, bytes)) {
            archive.forEach(record -> {
                if (!position.isWritten(record.getPartition())) {
                    send(record, codec, producer);
                }
            });
            producer.flush();
        }
        throwFailure();
    }

    /** The callback hears of every failure; a future to each record would only be in the way. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void send(ArchivedRecord record, RecordCodec codec, KafkaProducer<byte[], byte[]> producer) {
        throwFailure();
        producer.send(codec.restored(record), (sent, problem) -> {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
        });
        tally.count(record);
    }

    private void throwFailure() {
        var problem = failure.get();
        if (problem != null) {
            throw failed(problem);
        }
    }

    private CannotRunException failed(Exception problem) {
        return new CannotRunException(
                "cannot write to the topic " + topics.reports() + ": " + problem.getMessage()
                        + "; run the same command again, and it goes on where it stopped",
                problem);
    }
}
