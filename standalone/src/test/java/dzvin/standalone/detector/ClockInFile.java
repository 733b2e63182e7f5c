package dzvin.standalone.detector;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands where one process sets it and others read it: a history is lived through again in a minute. */
final class ClockInFile extends Clock {
    private final Path file;

    ClockInFile(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    void set(Instant now) throws IOException {
        var next = file.resolveSibling(file.getFileName() + "-to-be");
        Files.writeString(next, now.toString());
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public Instant instant() {
        try {
            return Instant.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("it tells instants only");
    }
}
