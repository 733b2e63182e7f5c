package dzvin.bench.quality;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Measures the detector's quality: {@code smoke} in minutes, {@code all} in full, one study by its name, {@code weekly} for the weekly series,
 * {@code series} for R. Writes {@code quality.md}, or the study's name with {@code .md}, into the folder that it is given.
 */
public final class QualityBench {
    private static final int SMOKE_REPLICATES = 2;
    private static final int ALL_REPLICATES = 100;

    private final Path folder;
    private final PrintStream progress;

    private QualityBench(Path folder, PrintStream progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** @param arguments {@code smoke}, {@code all}, {@code weekly}, {@code series} or a study's name; the folder */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("usage: QualityBench (smoke|all|weekly|series|STUDY) FOLDER");
        }
        var bench = new QualityBench(Files.createDirectories(Path.of(arguments[1])), System.out);
        switch (arguments[0]) {
            case "smoke" -> bench.run("quality", Studies.smoke(), SMOKE_REPLICATES);
            case "all" -> bench.run("quality", Studies.inFull(), ALL_REPLICATES);
            case "weekly" -> bench.run("weekly", Map.of(), ALL_REPLICATES);
            case "series" -> bench.series();
            default -> bench.run(arguments[0], one(arguments[0]), 0);
        }
    }

    private void series() throws IOException {
        Files.write(folder.resolve("series.csv"), new WeeklyBench(ALL_REPLICATES).lines());
        Files.write(folder.resolve("daily.csv"), new DailyStudy(1).series());
    }

    private static Map<String, Supplier<List<String>>> one(String name) {
        var study = Studies.inFull().get(name);
        if (study == null) {
            throw new IllegalArgumentException(
                    "smoke, all, weekly, series or one of " + Studies.inFull().keySet() + ", got " + name);
        }
        return Map.of(name, study);
    }

    private void run(String file, Map<String, Supplier<List<String>>> studies, int replicates) throws IOException {
        var lines = new ArrayList<String>();
        studies.forEach((name, study) -> add(lines, "## " + name, study.get()));
        if (replicates > 0) {
            add(lines, "## weekly", weekly(replicates));
        }
        Files.write(folder.resolve(file + ".md"), lines, StandardCharsets.UTF_8);
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
                    outcome.rate().value(),
                    outcome.rate().low(),
                    outcome.rate().high()));
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
        bench.oursOnFarringtons().forEach(score -> lines.add(score.row()));
        informed.forEach(score -> lines.add(score.row()));
        return lines;
    }
}
