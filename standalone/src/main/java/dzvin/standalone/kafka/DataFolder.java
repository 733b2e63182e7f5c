package dzvin.standalone.kafka;

import dzvin.standalone.failure.CannotRunException;
import dzvin.standalone.failure.Reasons;
import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The folder that Kafka's data are in: ours alone while it is open, writable, with room, and of a version that we read. */
final class DataFolder implements AutoCloseable {
    private static final long ROOM_NEEDED = 64L << 20;
    private static final String KAFKAS_OWN_MARK = "meta.properties";

    private final Path path;
    private final FolderLock lock;

    private DataFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataFolder open(Path path) {
        new DiskRoom(path).require(ROOM_NEEDED);
        create(path);
        var lock = FolderLock.hold(path);
        try {
            prepare(path);
            return new DataFolder(path, lock);
        } catch (IOException e) {
            lock.close();
            throw new CannotRunException("cannot prepare the data folder " + path + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        lock.close();
    }

    private static void create(Path path) {
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new UsageException(
                    "cannot create the data folder " + path + " (" + Reasons.of(e) + "): choose another with data.dir",
                    e);
        }
        if (!Files.isWritable(path)) {
            throw new UsageException("the data folder " + path + " is not writable: choose another with data.dir");
        }
    }

    /** The stamp comes before Kafka's own mark: a start that is killed in between is simply started again. */
    private static void prepare(Path path) throws IOException {
        boolean formatted = Files.exists(path.resolve(KAFKAS_OWN_MARK));
        VersionStamp.check(path, formatted);
        if (!formatted) {
            format(path);
        }
    }

    private static void format(Path path) throws IOException {
        try {
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(BrokerSettings.NODE)
                    .addDirectory(path.toString())
                    .setMetadataLogDirectory(path.toString())
                    .setControllerListenerName(BrokerSettings.CONTROLLER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Kafka cannot lay out its data: " + e.getMessage(), e);
        }
    }
}
