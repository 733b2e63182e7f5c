package dzvin.sink.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dzvin.sink.AlertMessage;
import dzvin.sink.Channel;
import dzvin.sink.Delivery;
import dzvin.sink.Delivery.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * Appends one line of JSON for each alert to a file and forces it to disk before it counts as delivered. At the start
 * the end of the file is read: an alert that is there is not written again, and half a line, left by a
 * crash, is cut off. A file that was moved away (log rotation) is begun anew under its name.
 */
public final class NdjsonFileChannel implements Channel {
    private final Path path;
    private WrittenKeys written = new WrittenKeys();
    private FileChannel file;
    private Object identity;

    public NdjsonFileChannel(Path path) {
        this.path = path.toAbsolutePath();
    }

    @Override
    public String name() {
        return "file";
    }

    /** @throws UncheckedIOException if the file cannot be opened, with a sentence that says which and why */
    @Override
    public void open() {
        try {
            openFile();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write alerts to " + path + ": " + e.getMessage(), e);
        }
    }

    @Override
    public Delivery deliver(AlertMessage message) {
        try {
            reopenIfMoved();
            if (written.contains(message.key())) {
                return new Delivery.Done();
            }
            append(message.json());
            written.add(message.key());
            return new Delivery.Done();
        } catch (IOException e) {
            return new Delivery.TryAgain(Reason.WRITE_FAILED, "cannot write to " + path + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        try {
            closeFile();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + path, e);
        }
    }

    private void openFile() throws IOException {
        if (path.getParent() != null) {
            Files.createDirectories(path.getParent());
        }
        file = FileChannel.open(path, CREATE, READ, WRITE);
        lock();
        identity = identityOf(path);
        var tail = FileTail.of(file);
        file.truncate(tail.end());
        tail.lines().forEach(written::addLine);
        file.position(tail.end());
    }

    private void lock() throws IOException {
        try {
            if (file.tryLock() == null) {
                throw new IOException("another process writes to it");
            }
        } catch (OverlappingFileLockException e) {
            throw new IOException("another part of this process writes to it", e);
        }
    }

    private void closeFile() throws IOException {
        if (file != null) {
            file.close();
            file = null;
        }
    }

    /** A failed write may leave half a line: the end of the last whole one is where the next attempt starts. */
    private void append(String json) throws IOException {
        long end = file.position();
        var line = ByteBuffer.wrap((json + "\n").getBytes(UTF_8));
        try {
            while (line.hasRemaining()) {
                file.write(line);
            }
            file.force(true);
        } catch (IOException e) {
            file.truncate(end).position(end);
            throw e;
        }
    }

    private void reopenIfMoved() throws IOException {
        if (file != null && file.isOpen() && Files.exists(path) && identity.equals(identityOf(path))) {
            return;
        }
        closeFile();
        openFile();
    }

    private static Object identityOf(Path path) throws IOException {
        var key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return key == null ? path : key;
    }
}
