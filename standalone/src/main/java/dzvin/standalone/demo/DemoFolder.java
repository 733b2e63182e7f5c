package dzvin.standalone.demo;

import dzvin.standalone.failure.Reasons;
import dzvin.standalone.failure.UsageException;
import dzvin.standalone.kafka.DiskRoom;
import dzvin.standalone.kafka.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/**
 * The folder of a demo: empty when it starts, whatever an earlier one that was killed left there, so that every demo is the
 * same; and gone when it ends. Nothing but a demo's own folder is ever emptied.
 */
public final class DemoFolder implements AutoCloseable {
    private static final String NAME = "demo";

    private final Path path;
    private final FolderLock lock;

    private DemoFolder(Path path, FolderLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Takes the demo's folder inside the data folder, and asks for room when what lay there is gone. */
    public static DemoFolder in(Path dataFolder, long roomNeeded) {
        var path = dataFolder.resolve(NAME).toAbsolutePath().normalize();
        var room = new DiskRoom(path);
        try {
            if (!Files.exists(path)) {
                room.require(roomNeeded);
                Files.createDirectories(path);
            }
            return taken(path, room, roomNeeded);
        } catch (IOException e) {
            throw new UsageException(
                    "cannot use the folder " + path + " for the demo (" + Reasons.of(e)
                            + "): choose another place with data.dir",
                    e);
        }
    }

    private static DemoFolder taken(Path path, DiskRoom room, long roomNeeded) throws IOException {
        var folder = new DemoFolder(path, FolderLock.hold(path));
        try {
            folder.empty();
            room.require(roomNeeded);
            return folder;
        } catch (IOException | RuntimeException e) {
            folder.lock.close();
            throw e;
        }
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        empty();
        lock.close();
    }

    /** All but the lock, the deepest first. */
    private void empty() throws IOException {
        try (var files = Files.walk(path)) {
            var doomed = files.filter(file -> !file.equals(path) && !file.equals(lock.file()))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path file : doomed) {
                Files.deleteIfExists(file);
            }
        }
    }
}
