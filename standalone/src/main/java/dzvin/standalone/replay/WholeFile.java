package dzvin.standalone.replay;

import dzvin.standalone.failure.CannotRunException;
import dzvin.standalone.failure.UsageException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file of text that is there whole or not at all: written beside its place, moved when {@link #keep} says so. A device or a pipe
 * is written as it is.
 */
public final class WholeFile implements AlertFile {
    private final Path target;
    private final Path written;
    private final BufferedWriter writer;

    private WholeFile(Path target, Path written) throws IOException {
        this.target = target;
        this.written = written;
        this.writer = Files.newBufferedWriter(written, StandardCharsets.UTF_8);
    }

    /** Finds out at once whether it can be written. */
    public static WholeFile at(Path place) {
        if (Files.isDirectory(place)) {
            throw new UsageException("cannot write " + place + ": it is a folder, name a file");
        }
        try {
            if (Files.exists(place) && !Files.isRegularFile(place)) {
                return new WholeFile(place, place);
            }
            var target = Files.exists(place) ? place.toRealPath() : place.toAbsolutePath();
            var part = target.resolveSibling(
                    "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".part");
            part.toFile().deleteOnExit();
            return new WholeFile(target, part);
        } catch (IOException e) {
            throw new UsageException("cannot write " + place + ": its folder is missing or may not be written to", e);
        }
    }

    /** Adds a line. */
    @Override
    public void line(String line) {
        try {
            writer.write(line);
            writer.write('\n');
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** All is said: puts the file into its place. */
    @Override
    public void keep() {
        try {
            writer.close();
            if (!written.equals(target)) {
                Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** What was not kept is gone. */
    @Override
    public void close() {
        try {
            writer.close();
            if (!written.equals(target)) {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private CannotRunException failed(IOException problem) {
        return new CannotRunException("cannot write " + target + ": " + problem.getMessage(), problem);
    }
}
