package dzvin.standalone.process;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A clock that is set while processes go by it, as an operator or a broken time server would: what time it is jumps, while how long
 * something takes (the monotonic clock) does not, as on a real machine. Made by libfaketime.
 */
public final class WrongClock {
    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

    private final Path library;
    private final Path reading;

    private WrongClock(Path library, Path reading) {
        this.library = library;
        this.reading = reading;
    }

    /** Right at first. Aborts the test, and says why, where there can be none. */
    public static WrongClock of(Path folder) throws IOException {
        try (var places = Files.list(LIBRARIES)) {
            var library = places.map(place -> place.resolve(LIBRARY))
                    .filter(Files::isReadable)
                    .findFirst();
            if (library.isEmpty()) {
                return abort("no wrong clock can be had here: install libfaketime (Debian's package faketime)");
            }
            var clock = new WrongClock(library.get(), folder.resolve("clock"));
            clock.isAhead(Duration.ZERO);
            return clock;
        }
    }

    /** Within a second it tells another time, so much after the true one; before it if negative. */
    public void isAhead(Duration by) throws IOException {
        var next = reading.resolveSibling("clock-to-be");
        Files.writeString(next, String.format("%+d", by.toSeconds()));
        Files.move(next, reading, StandardCopyOption.ATOMIC_MOVE);
    }

    /** For processes that go by it. */
    public Surroundings surroundings() {
        return new Surroundings(
                List.of(),
                Map.of(
                        "LD_PRELOAD", library.toString(),
                        "FAKETIME_TIMESTAMP_FILE", reading.toString(),
                        "FAKETIME_CACHE_DURATION", "1",
                        "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                        // Else waits of the JVM, which are by the monotonic clock, are over as soon as they begin.
                        "FAKETIME_FORCE_MONOTONIC_FIX", "0"));
    }
}
