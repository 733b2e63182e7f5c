package dzvin.bench.throughput;

import dzvin.ingest.CountryPipelines;
import dzvin.ingest.IngestPipeline;
import dzvin.ingest.Outcome;
import dzvin.ingest.PipelineSettings;
import dzvin.ingest.Profile;
import dzvin.ingest.file.Entry;
import dzvin.ingest.file.Format;
import dzvin.ingest.file.ReportFile;
import dzvin.schemas.Secret;
import dzvin.schemas.avro.Report;
import dzvin.standalone.demo.UnitedStatesStory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The bundled day of real complaints, told again day after day with new ids: more real reports than that are not at hand. */
final class FtcReports implements Iterator<Report> {
    private static final Clock LATER = Clock.fixed(Instant.parse("2021-08-01T00:00:00Z"), ZoneOffset.UTC);

    private final List<Report> day;
    private final long reports;
    private long told;

    private FtcReports(List<Report> day, long reports) {
        this.day = day;
        this.reports = reports;
    }

    static FtcReports of(long reports) {
        return new FtcReports(day(), reports);
    }

    /** A time after the last report. */
    Instant end() {
        return shifted(reports).getReceivedAt().plus(Duration.ofDays(1));
    }

    @Override
    public boolean hasNext() {
        return told < reports;
    }

    @Override
    public Report next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return shifted(told++);
    }

    private Report shifted(long index) {
        var original = day.get((int) (index % day.size()));
        long days = index / day.size();
        return Report.newBuilder(original)
                .setId(original.getId() + "-" + days)
                .setReceivedAt(original.getReceivedAt().plus(Duration.ofDays(days)))
                .build();
    }

    private static List<Report> day() {
        var pipeline = new CountryPipelines(new PipelineSettings(Profile.US, new Secret("a key for the bench")), LATER)
                .pipeline();
        try {
            var file = Files.createTempFile("dzvin-bench-", ".csv.gz");
            try (var in = UnitedStatesStory.class.getResourceAsStream("ftc-dnc-day.csv.gz")) {
                Files.write(file, in.readAllBytes());
            }
            var reports = read(file, pipeline);
            Files.delete(file);
            return reports;
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled day could not be read", e);
        }
    }

    private static List<Report> read(Path path, IngestPipeline pipeline) throws IOException {
        var reports = new ArrayList<Report>();
        try (var file = ReportFile.open(path, Format.FTC_DNC, Optional.empty())) {
            for (Entry entry : file) {
                if (entry instanceof Entry.Told told
                        && pipeline.process(told.report()) instanceof Outcome.Accepted accepted) {
                    reports.add(accepted.report());
                }
            }
        }
        reports.sort(Comparator.comparing(Report::getReceivedAt));
        return reports;
    }
}
