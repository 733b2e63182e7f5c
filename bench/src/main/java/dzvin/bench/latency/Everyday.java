package dzvin.bench.latency;

import java.util.List;
import java.util.SplittableRandom;

/** Reports in which nothing stands out, and those of a wave, as ingest takes them. */
final class Everyday {
    private static final List<String> REGIONS = List.of("UA-32", "UA-46", "UA-51");

    private Everyday() {}

    static String region(SplittableRandom random) {
        return REGIONS.get(random.nextInt(REGIONS.size()));
    }

    /** One after another, as NDJSON. */
    static String reports(int count, long first, SplittableRandom random) {
        var lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("{\"number\":\"+")
                    .append(380_440_000_000L + random.nextInt(100_000))
                    .append("\",\"region\":\"")
                    .append(region(random))
                    .append("\",\"reporter\":\"caller-")
                    .append(first + i)
                    .append("\"}\n");
        }
        return lines.toString();
    }

    /** As many people as are planted, who all heard the same new words from different numbers. */
    static String wave(String words, int people, SplittableRandom random) {
        var lines = new StringBuilder();
        for (int i = 0; i < people; i++) {
            lines.append("{\"number\":\"+")
                    .append(380_440_000_000L + random.nextInt(100_000))
                    .append("\",\"region\":\"")
                    .append(region(random))
                    .append("\",\"features\":[\"")
                    .append(words)
                    .append("\"],\"reporter\":\"")
                    .append(words)
                    .append('-')
                    .append(i)
                    .append("\"}\n");
        }
        return lines.toString();
    }
}
