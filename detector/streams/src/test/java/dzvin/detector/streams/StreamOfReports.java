package dzvin.detector.streams;

import dzvin.schemas.avro.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A made-up log of one source partition: days of calm, then a wave from fresh numbers in several regions; with repeats, reports
 * out of order and late, and heartbeats. The same seed makes the same log.
 */
final class StreamOfReports {
    private static final Instant START = Instant.parse("2025-03-03T00:00:00Z");
    private static final Duration CALM = Duration.ofDays(6);
    private static final Duration WAVE = Duration.ofDays(2);
    private static final List<String> REGIONS = List.of("UA-05", "UA-12", "UA-18", "UA-32", "UA-46", "UA-51");
    private static final List<String> FEATURES = List.of("appeal-to-us", "asks-for-money", "recorded-voice", "threat");

    private final Random random;
    private final List<Entry> entries = new ArrayList<>();
    private int reports;

    private StreamOfReports(long seed) {
        this.random = new Random(seed);
    }

    /** One record of the log; without a report it is a heartbeat. */
    record Entry(Instant at, Optional<Report> report) {}

    static List<Entry> ofSeed(long seed) {
        var stream = new StreamOfReports(seed);
        stream.stretch(START, CALM, 90, false);
        stream.stretch(START.plus(CALM), WAVE, 12, true);
        stream.entries.add(new Entry(START.plus(CALM).plus(WAVE).plus(Duration.ofDays(9)), Optional.empty()));
        return stream.entries;
    }

    /** The calm, then fifteen reports within a minute and a half, then silence. */
    static List<Entry> burstOfSeed(long seed) {
        var stream = new StreamOfReports(seed);
        stream.stretch(START, CALM, 90, false);
        for (int i = 0; i < 15; i++) {
            stream.report(START.plus(CALM).plusSeconds(7_200 + 6L * i), true);
        }
        stream.entries.add(new Entry(START.plus(CALM).plus(Duration.ofHours(3)), Optional.empty()));
        stream.entries.add(new Entry(START.plus(CALM).plus(Duration.ofDays(9)), Optional.empty()));
        return stream.entries;
    }

    private void stretch(Instant from, Duration length, int meanMinutes, boolean wave) {
        var now = from;
        while (now.isBefore(from.plus(length))) {
            now = now.plusSeconds(1 + random.nextInt(meanMinutes * 120));
            int kind = random.nextInt(20);
            if (kind == 0) {
                entries.add(new Entry(now, Optional.empty()));
            } else if (kind == 1 && !entries.isEmpty()) {
                again(now);
            } else {
                boolean belated = kind == 2;
                report(belated ? now.minusSeconds(random.nextInt(7_200)) : now, wave);
            }
        }
    }

    private void again(Instant now) {
        entries.get(random.nextInt(entries.size()))
                .report()
                .ifPresent(report -> entries.add(new Entry(
                        now,
                        Optional.of(Report.newBuilder(report).setReceivedAt(now).build()))));
    }

    private void report(Instant at, boolean wave) {
        int index = reports++;
        var report = Report.newBuilder()
                .setId("r-" + index)
                .setReceivedAt(at)
                .setCalledAt(at.minusSeconds(random.nextInt(86_400 * 2)))
                .setNumber(wave ? "+38067" + (1_000_000 + index) : "+3805000000" + random.nextInt(40))
                .setRegion(REGIONS.get(random.nextInt(wave ? 4 : REGIONS.size())))
                .setGivenFeatures(List.of(FEATURES.get(wave ? 0 : random.nextInt(FEATURES.size()))))
                .setScriptFamily(wave ? "family-7" : null)
                .setReporter("person-" + random.nextInt(wave ? 100_000 : 300));
        entries.add(new Entry(at, Optional.of(report.build())));
    }
}
