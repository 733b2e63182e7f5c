package dzvin.standalone.demo;

import dzvin.ingest.Profile;
import dzvin.sink.console.Banner;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The generated stream: calm weeks, then the planted campaign. */
public final class UkraineStory implements Story {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final UkraineStream stream;

    public UkraineStory(UkrainePlan plan) {
        this.stream = new UkraineStream(plan);
    }

    @Override
    public Profile profile() {
        return Profile.UA;
    }

    @Override
    public Banner banner() {
        return new Banner(
                "Демонстрація: усі звернення згенеровано, жодне не справжнє",
                "Demonstration: every report is generated, none is real");
    }

    @Override
    public List<String> opening() {
        return List.of(
                "A generated stream for Ukraine: no report in it is real. Calm weeks of everyday unwanted calls, in which",
                "a campaign against families of prisoners of war begins.");
    }

    /** Measured: 190 MiB. */
    @Override
    public long roomNeeded() {
        return 256L << 20;
    }

    @Override
    public void tell(DemoFeed feed, Path folder) {
        stream.reports().forEach(feed::take);
    }

    @Override
    public List<String> closing() {
        var truth = stream.truth();
        return List.of("What the detector was not told: " + truth.reports().size()
                + " reports were planted, from "
                + DAY.format(truth.begins().atZone(Profile.UA.zone()))
                + " on; it was still going on when the stream ended.");
    }
}
