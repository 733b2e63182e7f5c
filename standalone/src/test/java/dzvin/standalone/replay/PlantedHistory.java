package dzvin.standalone.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Three quiet weeks of everyday reports, then a wave of one script over many regions: large enough to ring, small enough to read. */
public final class PlantedHistory {
    public static final Instant BEGINS = Instant.parse("2025-06-01T00:00:00Z");
    private static final Duration CALM = Duration.ofDays(21).plus(Duration.ofHours(9));
    public static final Instant WAVE_BEGINS = BEGINS.plus(CALM);
    private static final List<String> REGIONS =
            List.of("UA-05", "UA-07", "UA-12", "UA-18", "UA-21", "UA-26", "UA-32", "UA-46", "UA-51", "UA-63");
    private static final Duration BETWEEN_EVERYDAY = Duration.ofMinutes(47);
    private static final Duration BETWEEN_WAVE = Duration.ofMinutes(4);
    private static final int WAVE = 150;

    private PlantedHistory() {}

    /** Lines of NDJSON in the order of received times, ids {@code everyday-n} and {@code wave-n}. */
    public static List<String> lines() {
        return lines(WAVE_BEGINS, BETWEEN_WAVE);
    }

    /** The same history at some other time, with a wave that is more or less dense. */
    public static List<String> lines(Instant waveBegins, Duration betweenWave) {
        var lines = new ArrayList<String>();
        int everyday = 0;
        var begins = waveBegins.minus(CALM);
        for (var at = begins; at.isBefore(waveBegins); at = at.plus(BETWEEN_EVERYDAY)) {
            lines.add(line("everyday-" + everyday, at, everyday, "asks-for-money"));
            everyday++;
        }
        for (int i = 0; i < WAVE; i++) {
            lines.add(line("wave-" + i, waveBegins.plus(betweenWave.multipliedBy(i)), i, "appeal-to-us"));
        }
        return lines;
    }

    /** The same in a file. */
    public static Path in(Path folder) throws IOException {
        return Files.write(folder.resolve("planted.ndjson"), lines());
    }

    private static String line(String id, Instant at, int number, String feature) {
        return "{\"id\":\"%s\",\"receivedAt\":\"%s\",\"number\":\"+38044%07d\",\"region\":\"%s\",\"features\":[\"%s\"],\"reporter\":\"%s@example.org\"}"
                .formatted(
                        id, at, 1_000_000 + number * 7919 % 900_000, REGIONS.get(number % REGIONS.size()), feature, id);
    }
}
