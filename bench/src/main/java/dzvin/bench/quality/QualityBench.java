package dzvin.bench.quality;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures the detector's quality: {@code smoke} in minutes, {@code all} in full, {@code series} for R. Writes
 * {@code quality.md} and {@code frontier.svg} into the folder that it is given.
 */
public final class QualityBench {
    private static final int SMOKE_REPLICATES = 2;
    private static final int ALL_REPLICATES = 10;
    private static final int SMOKE_REPEATS = 2;
    private static final int ALL_REPEATS = 20;
    private static final int SMOKE_WEEKS = 5;

    private final Path folder;
    private final PrintStream progress;

    private QualityBench(Path folder, PrintStream progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** @param arguments {@code smoke}, {@code all} or {@code series}; the folder */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: QualityBench (smoke|all|series) FOLDER");
        }
        var bench = new QualityBench(Files.createDirectories(Path.of(arguments[1])), System.out);
        switch (arguments[0]) {
            case "smoke" -> bench.run(SMOKE_REPLICATES, SMOKE_REPEATS, smokeNulls());
            case "all" -> bench.run(ALL_REPLICATES, ALL_REPEATS, QualitySuite.nulls());
            case "series" -> Files.write(bench.folder.resolve("series.csv"), new WeeklyBench(ALL_REPLICATES).lines());
            default -> throw new IllegalArgumentException("smoke, all or series, got " + arguments[0]);
        }
    }

    private static List<QualitySuite.Null> smokeNulls() {
        return QualitySuite.nulls().stream()
                .filter(one -> one.stream().reportsPerDay() <= 400 && one.budget() == 1)
                .map(one -> new QualitySuite.Null(one.stream(), one.budget(), Math.min(SMOKE_WEEKS, one.weeks())))
                .toList();
    }

    private void run(int replicates, int repeats, List<QualitySuite.Null> nulls) throws IOException {
        var lines = new ArrayList<String>();
        add(lines, "## Streams without a campaign", nulls(nulls));
        add(lines, "## Planted campaigns", CampaignTable.of(repeats));
        add(lines, "## Weekly series", weekly(replicates));
        Files.write(folder.resolve("quality.md"), lines, StandardCharsets.UTF_8);
    }

    private void add(List<String> lines, String title, List<String> section) {
        lines.add(title);
        lines.addAll(section);
        lines.add("");
        progress.println(title);
        section.forEach(progress::println);
    }

    static List<String> nulls(List<QualitySuite.Null> nulls) {
        var lines = new ArrayList<String>();
        lines.add("| stream | keys | reports a day | budget a week | weeks | alarms | a week, 95 % interval |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: |");
        long seed = 31;
        for (QualitySuite.Null one : nulls) {
            var outcome = one.run(seed++);
            lines.add(Text.of(
                    "| %s | %d | %.1f | %.1f | %d | %d | %.2f (%.2f to %.2f) |",
                    one.stream().name(),
                    one.stream().keys(),
                    one.stream().reportsPerDay(),
                    one.budget(),
                    one.weeks(),
                    outcome.alarms(),
                    outcome.perWeek(),
                    outcome.low(),
                    outcome.high()));
        }
        return lines;
    }

    private List<String> weekly(int replicates) throws IOException {
        var bench = new WeeklyBench(replicates);
        var peers = bench.peers();
        var ours = bench.ours();
        var informed = bench.informed();
        Files.writeString(folder.resolve("frontier.svg"), FrontierFigure.of(ours, informed, peers));
        var lines = new ArrayList<String>();
        lines.add(WeeklyBench.HEADER);
        peers.forEach(score -> lines.add(score.row()));
        ours.forEach(score -> lines.add(score.row()));
        informed.forEach(score -> lines.add(score.row()));
        return lines;
    }
}
