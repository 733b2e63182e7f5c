package dzvin.standalone.detector;

import dzvin.schemas.avro.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** A made-up stream: days of calm, then a wave in four regions from fresh numbers; the same one each time. */
public final class PlantedWave {
    private static final Instant START = Instant.parse("2025-03-03T00:00:00Z");
    private static final Duration CALM = Duration.ofDays(12);
    private static final Duration WAVE = Duration.ofDays(2);
    private static final List<String> REGIONS = List.of("UA-05", "UA-12", "UA-18", "UA-32", "UA-46", "UA-51");
    private static final List<String> FEATURES = List.of("asks-for-money", "recorded-voice", "threat");

    private final Random random = new Random(7);
    private final List<Report> reports = new ArrayList<>();

    private PlantedWave() {}

    /** In the order of time. */
    public static List<Report> reports() {
        var stream = new PlantedWave();
        stream.stretch(START, CALM, 60, false);
        stream.stretch(START.plus(CALM), WAVE, 8, true);
        return stream.reports;
    }

    /** A time by which every campaign of the stream has ended. */
    public static Instant longAfter() {
        return START.plus(CALM).plus(WAVE).plus(Duration.ofDays(12));
    }

    private void stretch(Instant from, Duration length, int meanMinutes, boolean wave) {
        var now = from;
        while (now.isBefore(from.plus(length))) {
            now = now.plusSeconds(1 + random.nextInt(meanMinutes * 120));
            reports.add(wave ? ofTheWave(now) : ofEverydayLife(now));
        }
    }

    private Report ofEverydayLife(Instant at) {
        return aReport(at)
                .setNumber("+3805000000" + (10 + random.nextInt(40)))
                .setRegion(REGIONS.get(random.nextInt(REGIONS.size())))
                .setGivenFeatures(List.of(FEATURES.get(random.nextInt(FEATURES.size()))))
                .setReporter("person-" + random.nextInt(300))
                .build();
    }

    private Report ofTheWave(Instant at) {
        return aReport(at)
                .setNumber("+38067" + (1_000_000 + reports.size()))
                .setRegion(REGIONS.get(random.nextInt(4)))
                .setGivenFeatures(List.of("appeal-to-us"))
                .setReporter("family-" + reports.size())
                .build();
    }

    private Report.Builder aReport(Instant at) {
        return Report.newBuilder().setId("r-" + reports.size()).setReceivedAt(at);
    }

    /** Where a report's key is from: its number, its id if it has none. */
    public static String key(Report report) {
        return Optional.ofNullable(report.getNumber()).orElse(report.getId());
    }
}
