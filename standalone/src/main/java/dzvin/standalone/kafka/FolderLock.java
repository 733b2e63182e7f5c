package dzvin.standalone.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dzvin.standalone.failure.CannotRunException;
import dzvin.standalone.failure.Reasons;
import dzvin.standalone.failure.UsageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds a folder for one process. The operating system lets go of it when the process dies, however it dies; the file
 * stays and tells others which process has it.
 */
public final class FolderLock implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(FolderLock.class);
    private static final String FILE = "dzvin.lock";
    private static final int LONGEST_NOTE = 64;

    /** A lock on some systems bars reading what it covers, so it covers a byte far behind the note. */
    private static final long LOCKED_BYTE = 1 << 20;

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Holds the folder or says who does. */
    public static FolderLock hold(Path folder) {
        var file = folder.resolve(FILE);
        try {
            var channel = FileChannel.open(file, CREATE, READ, WRITE);
            if (!isTaken(channel)) {
                leaveNote(channel);
                return new FolderLock(file, channel);
            }
            var owner = noteIn(channel);
            channel.close();
            throw new CannotRunException("the data folder " + folder + " is in use by another dzvin"
                    + (owner.isEmpty() ? "" : " (process " + owner + ")")
                    + ": stop it, or choose another with data.dir");
        } catch (IOException e) {
            throw new UsageException(
                    "cannot lock the data folder " + folder + " (" + Reasons.of(e) + "): choose another with data.dir",
                    e);
        }
    }

    /** The lock's own file inside the folder. */
    public Path file() {
        return file;
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("cannot let go of a data folder's lock", e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock(LOCKED_BYTE, 1, false) == null;
        } catch (OverlappingFileLockException e) {
            return true; // by this very process
        }
    }

    /** The lock holds without it, too; on a full disk there may be no room for it. */
    private static void leaveNote(FileChannel channel) {
        var note = Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8);
        try {
            channel.truncate(0).write(ByteBuffer.wrap(note), 0);
        } catch (IOException e) {
            log.atDebug().setCause(e).log("no note in a folder's lock");
        }
    }

    private static String noteIn(FileChannel channel) throws IOException {
        var note = ByteBuffer.allocate(LONGEST_NOTE);
        channel.read(note, 0);
        return UTF_8.decode(note.flip()).toString();
    }
}
