package dzvin.standalone.container;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** A made-up history that ends now: days of calm, then two days of a wave in four regions, each call from a fresh number. */
final class Wave {
    private static final Duration CALM = Duration.ofDays(16);
    private static final Duration WAVE = Duration.ofDays(2);
    private static final List<String> REGIONS = List.of("UA-05", "UA-12", "UA-18", "UA-32", "UA-46", "UA-51");
    private static final List<String> FEATURES = List.of("asks-for-money", "recorded-voice");

    private final Random random = new Random(7);
    private final List<String> lines = new ArrayList<>();

    private Wave() {}

    /** Reports, one JSON object a line, in the order of time. */
    static List<String> until(Instant end) {
        var history = new Wave();
        history.stretch(end.minus(CALM).minus(WAVE), CALM, Duration.ofHours(1), false);
        history.stretch(end.minus(WAVE), WAVE, Duration.ofMinutes(8), true);
        return history.lines;
    }

    private void stretch(Instant from, Duration length, Duration mean, boolean wave) {
        var now = from;
        while (true) {
            now = now.plusSeconds(1 + random.nextInt((int) mean.toSeconds() * 2));
            if (!now.isBefore(from.plus(length))) {
                return;
            }
            lines.add(wave ? ofTheWave(now) : ofEverydayLife(now));
        }
    }

    private String ofEverydayLife(Instant at) {
        return line(
                at,
                "+3805012340" + (10 + random.nextInt(40)),
                REGIONS.get(random.nextInt(REGIONS.size())),
                FEATURES.get(random.nextInt(FEATURES.size())),
                "person-" + random.nextInt(300));
    }

    private String ofTheWave(Instant at) {
        return line(
                at,
                "+38067" + (1_000_000 + 7 * lines.size()),
                REGIONS.get(random.nextInt(4)),
                "appeal-to-us",
                "family-" + lines.size());
    }

    private String line(Instant at, String number, String region, String feature, String reporter) {
        return String.format(
                Locale.ROOT,
                "{\"id\":\"h-%d\",\"receivedAt\":\"%s\",\"number\":\"%s\",\"region\":\"%s\",\"features\":[\"%s\"],\"reporter\":\"%s\"}",
                lines.size(),
                at,
                number,
                region,
                feature,
                reporter);
    }
}
