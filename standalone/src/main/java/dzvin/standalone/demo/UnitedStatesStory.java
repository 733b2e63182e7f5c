package dzvin.standalone.demo;

import dzvin.ingest.Profile;
import dzvin.ingest.file.Format;
import dzvin.ingest.file.Mapping;
import dzvin.sink.console.Banner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Real complaints: five weeks of daily counts, and a year later one whole day. */
public final class UnitedStatesStory implements Story {
    @Override
    public Profile profile() {
        return Profile.US;
    }

    @Override
    public Banner banner() {
        return new Banner(
                "Демонстрація: справжні скарги до FTC за 2020 і 2021 роки, номери замасковано",
                "Demonstration: real complaints to the FTC of 2020 and 2021, numbers masked");
    }

    @Override
    public List<String> opening() {
        return List.of(
                "Real complaints to the US Federal Trade Commission, numbers masked: daily counts from 2020-05-25 to 2020-06-30",
                "(their hour of day is not known and is made up), then the whole day of 2021-07-07.");
    }

    /** 277 MiB were measured part of the way through; the peak is not known, so this is more than twice as much. */
    @Override
    public long roomNeeded() {
        return 768L << 20;
    }

    @Override
    public void tell(DemoFeed feed, Path folder) throws IOException {
        feed.take(
                unpacked("ftc-daily-counts.csv.gz", folder),
                Format.CSV,
                Optional.of(Mapping.bundled("ftc-daily-counts")));
        feed.take(unpacked("ftc-dnc-day.csv.gz", folder), Format.FTC_DNC, Optional.empty());
    }

    @Override
    public List<String> closing() {
        return List.of("Nobody knows which of these calls belonged together: judge the alerts by their evidence.");
    }

    /** Files that ship inside a jar are put into a folder first. */
    private static Path unpacked(String name, Path folder) throws IOException {
        var file = folder.resolve(name);
        try (var in = UnitedStatesStory.class.getResourceAsStream(name)) {
            Files.copy(in, file);
        }
        return file;
    }
}
