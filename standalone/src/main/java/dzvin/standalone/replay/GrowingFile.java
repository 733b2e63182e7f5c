package dzvin.standalone.replay;

import dzvin.standalone.failure.CannotRunException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file of lines that outlives its process: it grows under another name until it is whole. */
final class GrowingFile implements AlertFile {
    private final Path growing;
    private final Path target;
    private final FileChannel channel;
    private final OutputStream out;

    private GrowingFile(Path growing, Path target, FileChannel channel) {
        this.growing = growing;
        this.target = target;
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel));
    }

    /** Goes on behind so many bytes; what comes after them is gone. */
    static GrowingFile behind(long length, Path growing, Path target) {
        try {
            var channel = FileChannel.open(growing, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.size() < length) {
                throw new CannotRunException(growing + " is shorter than its notes say: remove the folder it is in");
            }
            channel.truncate(length).position(length);
            return new GrowingFile(growing, target, channel);
        } catch (IOException e) {
            throw failed(growing, e);
        }
    }

    /** What is in it by now is on disk when this answers with its length. */
    long force() {
        try {
            out.flush();
            channel.force(true);
            return channel.position();
        } catch (IOException e) {
            throw failed(growing, e);
        }
    }

    @Override
    public void line(String line) {
        try {
            out.write(line.getBytes(StandardCharsets.UTF_8));
            out.write('\n');
        } catch (IOException e) {
            throw failed(growing, e);
        }
    }

    @Override
    public void keep() {
        force();
        try {
            Files.move(growing, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw failed(target, e);
        }
    }

    /** What is in it stays. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw failed(growing, e);
        }
    }

    private static CannotRunException failed(Path file, IOException problem) {
        return new CannotRunException("cannot write " + file + ": " + problem.getMessage(), problem);
    }
}
