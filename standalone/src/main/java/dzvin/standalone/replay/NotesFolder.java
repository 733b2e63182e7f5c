package dzvin.standalone.replay;

import dzvin.standalone.failure.CannotRunException;
import dzvin.standalone.failure.UsageException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The folder {@code .NAME.replay} beside a file of alerts that is not finished: its lines so far, and notes on how far the replay is. The
 * file itself is only there when it is whole, and then the folder is gone. Held by one process at a time.
 */
public final class NotesFolder implements AutoCloseable {
    private static final String NOTES = "notes";
    private static final String ALERTS = "alerts";
    private static final String LOCK = "lock";

    private final Path target;
    private final Path folder;
    private final FileChannel lock;

    private NotesFolder(Path target, Path folder, FileChannel lock) {
        this.target = target;
        this.folder = folder;
        this.lock = lock;
    }

    /** Makes it if it is missing. */
    public static NotesFolder beside(Path file) {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new UsageException("--resume needs an --out that is a file, got " + file);
        }
        try {
            var target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            var folder = target.resolveSibling("." + target.getFileName() + ".replay");
            Files.createDirectories(folder);
            var lock = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!tryLock(lock)) {
                lock.close();
                throw new UsageException("another dzvin replay is writing " + file);
            }
            return new NotesFolder(target, folder, lock);
        } catch (IOException e) {
            throw new UsageException("cannot write " + file + ": its folder is missing or may not be written to", e);
        }
    }

    /** Of the run before, if it was broken off; they must be of the same task. */
    Optional<Notes> read(String task) {
        var found = read();
        found.filter(notes -> !notes.task().equals(task)).ifPresent(notes -> {
            throw new UsageException("what is unfinished in " + folder + " is another replay (" + notes.task()
                    + ", not " + task + "): run that one, or remove the folder");
        });
        return found;
    }

    /** The stretch of a topic that the run before began with, if it was broken off. */
    public Optional<LogStretch> stretch() {
        return read().map(Notes::stretch);
    }

    private Optional<Notes> read() {
        var file = folder.resolve(NOTES);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16))) {
            return Optional.of(Notes.read(in));
        } catch (IOException | RuntimeException e) {
            throw new UsageException(file + " cannot be read, it may be of another release: remove " + folder, e);
        }
    }

    void write(Notes notes) {
        var unfinished = folder.resolve(NOTES + ".unfinished");
        try (var channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            notes.write(Channels.newOutputStream(channel));
            channel.force(true);
            Files.move(
                    unfinished,
                    folder.resolve(NOTES),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CannotRunException("cannot write " + unfinished + ": " + e.getMessage(), e);
        }
    }

    Path growing() {
        return folder.resolve(ALERTS);
    }

    Path target() {
        return target;
    }

    /** Everything is decided: a replay that is killed from now on begins anew. */
    void forget() {
        try {
            Files.deleteIfExists(folder.resolve(NOTES));
        } catch (IOException e) {
            throw new CannotRunException("cannot remove the notes in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Without notes there is nothing to go on from, and the folder is gone. */
    @Override
    public void close() {
        try {
            lock.close();
            if (!Files.exists(folder.resolve(NOTES))) {
                for (String name : List.of(NOTES + ".unfinished", ALERTS, LOCK)) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new CannotRunException("cannot remove " + folder + ": " + e.getMessage(), e);
        }
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
