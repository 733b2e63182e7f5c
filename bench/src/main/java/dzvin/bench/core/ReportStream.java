package dzvin.bench.core;

import dzvin.detector.core.Report;
import dzvin.detector.core.policy.Policies;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.streams.avro.ReportCodec;
import dzvin.ingest.CountryPipelines;
import dzvin.ingest.PipelineSettings;
import dzvin.ingest.Profile;
import dzvin.ingest.file.Format;
import dzvin.ingest.file.Mapping;
import dzvin.schemas.Secret;
import dzvin.standalone.demo.UnitedStatesStory;
import dzvin.standalone.replay.FileHistory;
import dzvin.standalone.replay.History;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;

/**
 * Reports in memory as the core takes them, in the order in which they were received.
 *
 * @param name for the table
 * @param policy that they are decided on under
 */
record ReportStream(String name, Policy policy, List<Report> reports) {
    private static final long START = 1_740_960_000_000L;
    private static final long LENGTH = Duration.ofDays(40).toMillis();

    ReportStream {
        reports = List.copyOf(reports);
    }

    /** A file of daily counts as the US Do Not Call service has them. */
    static ReportStream ofFtc(Path file) {
        var reports = new ArrayList<Report>();
        var source =
                new FileHistory.Source(List.of(file), Format.CSV, Optional.of(Mapping.bundled("ftc-daily-counts")));
        var settings = new PipelineSettings(Profile.US, new Secret("a key for the bench, which nobody uses"));
        try (var history = FileHistory.open(
                source, new CountryPipelines(settings, Clock.systemUTC()), 1, (read, all, told) -> {})) {
            history.tell(new Gathering(reports));
        }
        return new ReportStream("FTC history", Policies.shipped("us"), reports);
    }

    /** The cut of such a file that ships. */
    static ReportStream ofBundledFtc() {
        try {
            var file = Files.createTempFile("dzvin-bench-", ".csv.gz");
            try (var in = UnitedStatesStory.class.getResourceAsStream("ftc-daily-counts.csv.gz")) {
                Files.write(file, in.readAllBytes());
                return ofFtc(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled daily counts could not be read", e);
        }
    }

    /** Forty days of reports of which no two are alike; a third of them are of few numbers. */
    static ReportStream allDifferent(int reports) {
        var random = new SplittableRandom(1);
        var made = new ArrayList<Report>(reports);
        for (int i = 0; i < reports; i++) {
            long at = START + LENGTH * i / reports;
            int numbers = random.nextInt(3) == 0 ? 2_000 : 9_000_000;
            made.add(new Report(
                    "made-" + i,
                    at,
                    OptionalLong.of(at - 60_000),
                    Optional.of("+38044" + (1_000_000 + random.nextInt(numbers))),
                    Optional.of("UA-" + (10 + random.nextInt(27))),
                    List.of("feature-" + (10 + random.nextInt(12)), "other-" + (10 + random.nextInt(5))),
                    Optional.of("family-" + random.nextInt(3_000)),
                    Optional.of("person-" + random.nextInt(5_000_000))));
        }
        return new ReportStream("made up, all different", Policies.shipped("ua"), made);
    }

    private record Gathering(List<Report> reports) implements History.Listener {
        @Override
        public void report(int partition, dzvin.schemas.avro.Report report) {
            reports.add(ReportCodec.toCore(report));
        }

        @Override
        public void heartbeat(int partition, long at) {
            throw new IllegalStateException("a file holds no heartbeats, got one at " + at);
        }
    }
}
