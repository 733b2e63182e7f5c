package dzvin.standalone.archive;

import dzvin.schemas.AvroContainerReader;
import dzvin.schemas.UnreadableContainerException;
import dzvin.schemas.avro.ArchivedRecord;
import dzvin.standalone.failure.UsageException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the file of a day. */
final class DayReader implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final long size;
    private final AvroContainerReader records;
    private final Origin origin;

    DayReader(Path path) {
        this.path = path;
        try {
            this.channel = FileChannel.open(path);
            this.size = channel.size();
            this.records = AvroContainerReader.open(new BufferedInputStream(Channels.newInputStream(channel), BUFFER));
            this.origin = Origin.in(records)
                    .orElseThrow(
                            () -> new UsageException(path + " is no day of an archive: its head does not say of what"));
        } catch (UnreadableContainerException e) {
            throw unusable(e);
        } catch (IOException e) {
            throw new UsageException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    Origin origin() {
        return origin;
    }

    /** Bytes of the file taken in so far; the channel is closed as soon as the last one is. */
    long bytesRead() {
        try {
            return channel.isOpen() ? channel.position() : size;
        } catch (IOException e) {
            throw new UsageException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    /** Empty at the end. */
    Optional<ArchivedRecord> next() {
        try {
            return records.next(ArchivedRecord.class);
        } catch (UnreadableContainerException e) {
            throw unusable(e);
        }
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UsageException("cannot read " + path + ": " + e.getMessage(), e);
        }
    }

    private UsageException unusable(UnreadableContainerException problem) {
        return new UsageException(path + " cannot be used: " + problem.getMessage(), problem);
    }
}
