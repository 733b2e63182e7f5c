package dzvin.standalone.archive;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.standalone.failure.CannotRunException;
import dzvin.standalone.failure.UsageException;
import dzvin.standalone.replay.LogBounds;
import dzvin.standalone.replay.LogStretch;
import dzvin.standalone.replay.MergedLogs;
import dzvin.standalone.replay.Progress;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Takes the topic of reports into files, one for each day, from where the archive ends on. A record belongs to the day that its
 * partition has reached: that of the latest time in the partition's log so far. So a partition's records lie in the files in the order
 * of the log, and a report that came late is found where the detector met it.
 */
public final class Archiver {
    private static final long RECORDS_BETWEEN_PROGRESS = 256;

    private final ArchiveFolder archive;
    private final KafkaConnection connection;
    private final String topic;
    private final Progress progress;
    private final Tally tally = new Tally();

    /** The folder is made if it is missing. */
    public Archiver(Path folder, KafkaConnection connection, String topic, Progress progress) {
        this.archive = ArchiveFolder.openOrMake(folder);
        this.connection = connection;
        this.topic = topic;
        this.progress = progress;
    }

    /**
     * Archives whole days.
     *
     * @param since where a new archive begins
     * @param until the first day that is left out
     */
    public ArchiveFigures run(Optional<LocalDate> since, Optional<LocalDate> until) {
        archive.begin();
        try (var serdes = new AvroSerdes(connection)) {
            var ends = Ends.of(archive);
            var bounds = LogBounds.of(connection, topic);
            var origin = new Origin(topic, bounds.cluster(), bounds.partitions());
            requireSame(ends, origin, bounds);
            try (var days = new OpenDays(archive, origin);
                    var logs = MergedLogs.open(connection, topic, stretch(ends, since))) {
                take(logs, days, ends, new RecordCodec(topic, serdes), until.orElse(LocalDate.MAX));
                return tally.figures(days.finished(), days.bytes());
            }
        } catch (KafkaException e) {
            throw new CannotRunException("cannot read the topic " + topic + ": " + e.getMessage(), e);
        } finally {
            archive.end();
        }
    }

    private void requireSame(Ends ends, Origin origin, LogBounds bounds) {
        ends.origin().filter(other -> !other.equals(origin)).ifPresent(other -> {
            throw new UsageException(
                    archive + " is the archive of " + other + ", and this is " + origin + ": name another folder");
        });
        ends.next().forEach((partition, next) -> {
            if (bounds.begins().get(partition) > next) {
                throw new CannotRunException("records " + next + " to "
                        + (bounds.begins().get(partition) - 1)
                        + " of partition " + partition + " of " + topic + " are gone before they were archived in "
                        + archive + ": archive more often than Kafka deletes, and begin a new folder now");
            }
            if (bounds.ends().get(partition) < next) {
                throw new UsageException(archive + " goes on to offset " + (next - 1) + " of partition " + partition
                        + " and " + topic + " only to " + (bounds.ends().get(partition) - 1)
                        + ": it is not the topic that was archived");
            }
        });
    }

    private LogStretch stretch(Ends ends, Optional<LocalDate> since) {
        var files = archive.files();
        if (files.isEmpty()) {
            return LogStretch.since(
                    since.map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant()));
        }
        var newest = files.get(files.size() - 1).day();
        if (since.isPresent() && since.get().isAfter(newest)) {
            throw new UsageException(
                    "--since " + since.get() + " would leave a gap: " + archive + " ends with " + newest);
        }
        return new LogStretch(Optional.empty(), ends.next(), Map.of());
    }

    private void take(MergedLogs logs, OpenDays days, Ends ends, RecordCodec codec, LocalDate until) {
        for (var record = logs.next(); record.isPresent(); record = logs.next()) {
            var own = LocalDate.ofInstant(Instant.ofEpochMilli(record.get().timestamp()), ZoneOffset.UTC);
            days.finishBefore(own);
            var reached = ends.day(record.get().partition());
            var day = own.isAfter(reached) ? own : reached;
            if (day.isBefore(until)) {
                take(record.get(), day, days, ends, codec);
            } else {
                ends.reached(record.get().partition(), record.get().offset(), day);
            }
            if (tally.records() % RECORDS_BETWEEN_PROGRESS == 0) {
                progress.replayed(tally.records(), OptionalLong.of(logs.total()), tally.reports());
            }
        }
        days.finishBefore(LocalDate.MAX);
        progress.replayed(tally.records(), OptionalLong.of(logs.total()), tally.reports());
    }

    private void take(
            ConsumerRecord<byte[], byte[]> record, LocalDate day, OpenDays days, Ends ends, RecordCodec codec) {
        long expected = ends.next().getOrDefault(record.partition(), record.offset());
        var archived = codec.archived(record, record.offset() - expected);
        days.append(day, archived);
        tally.count(archived);
        ends.reached(record.partition(), record.offset(), day);
    }
}
