package dzvin.standalone.command;

import dzvin.detector.core.policy.Policies;
import dzvin.ingest.Profile;
import dzvin.standalone.backtest.Backtest;
import dzvin.standalone.backtest.Candidate;
import dzvin.standalone.backtest.KnownCampaigns;
import dzvin.standalone.backtest.Page;
import dzvin.standalone.backtest.Score;
import dzvin.standalone.backtest.ScoreJson;
import dzvin.standalone.backtest.ScoreTable;
import dzvin.standalone.backtest.Sweep;
import dzvin.standalone.failure.UsageException;
import dzvin.standalone.replay.WholeFile;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dzvin backtest}: the same history under several policies. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Takes the same history through several policies and tells what each would have rung.",
            "For each: how much, when, how late, how often in vain."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:done", "1:failed", "2:wrong usage or bad input file"})
final class BacktestCommand implements Runnable {
    private static final int MOST_POLICIES = 100;

    @Mixin
    private final ConfigOption config;

    @Mixin
    private HistoryOptions history;

    @Mixin
    private LanguageOption language;

    @Option(
            names = "--policy",
            paramLabel = "P.yaml",
            required = true,
            description = "A policy file, or the name of a shipped policy; several, one option each.")
    private List<String> policies = List.of();

    @Option(
            names = "--sweep",
            paramLabel = "key=a,b,c",
            description = "Tries each value of a policy's key; several sweeps make a grid.")
    private List<String> sweeps = List.of();

    @Option(
            names = "--labels",
            paramLabel = "L.csv",
            description = "Known campaigns: columns id,campaign or key,from,to.")
    private Optional<Path> labels;

    @Option(names = "--out", paramLabel = "FILE", description = "Where a page with pictures goes (HTML).")
    private Optional<Path> out;

    @Option(names = "--json", description = "Print the figures as one JSON object, last on standard output.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    BacktestCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public void run() {
        var installation = config.installation();
        history.spareFrom(
                out,
                Stream.concat(policies.stream().map(Path::of), labels.stream()).toList());
        long begun = System.nanoTime();
        var candidates = candidates();
        var zone = installation.profile().zone();
        var known = known(zone);
        try (var page = new Opened(out.map(WholeFile::at));
                var opened = history.open(installation, Optional.empty())) {
            var result = new Backtest(candidates, known::hear).run(opened.history());
            double seconds = (System.nanoTime() - begun) / (double) TimeUnit.SECONDS.toNanos(1);
            opened.notes().get().forEach(spec.commandLine().getErr()::println);
            LateNote.of(result.counts()).forEach(spec.commandLine().getErr()::println);
            unheard(known).forEach(spec.commandLine().getErr()::println);
            spec.commandLine().getErr().flush();
            report(result, known, installation.profile(), seconds, page);
        }
    }

    /** A file that may not have been asked for. */
    private record Opened(Optional<WholeFile> file) implements AutoCloseable {
        @Override
        public void close() {
            file.ifPresent(WholeFile::close);
        }
    }

    private List<Candidate> candidates() {
        var grid = sweeps.stream().map(Sweep::of).toList();
        if (grid.stream().map(Sweep::key).distinct().count() < grid.size()) {
            throw new UsageException("a key is swept twice: give all of its values to one --sweep");
        }
        var number = Sweep.size(grid).multiply(BigInteger.valueOf(policies.size()));
        if (number.compareTo(BigInteger.valueOf(MOST_POLICIES)) > 0) {
            throw new UsageException("at most " + MOST_POLICIES + " policies can be tried at once, got " + number);
        }
        var candidates = policies.stream()
                .flatMap(name -> Sweep.grid(name, text(name), grid).stream())
                .toList();
        if (candidates.stream().map(Candidate::name).distinct().count() < candidates.size()) {
            throw new UsageException("a policy is named twice: " + String.join(", ", policies));
        }
        return candidates;
    }

    private static String text(String policy) {
        try {
            return Policies.names().contains(policy) && !Files.exists(Path.of(policy))
                    ? Policies.text(policy)
                    : Files.readString(Path.of(policy));
        } catch (IOException e) {
            throw new UsageException("cannot read the policy " + policy, e);
        }
    }

    private KnownCampaigns known(ZoneId zone) {
        return labels.map(file -> KnownCampaigns.read(file, time -> MomentOption.of("a label's time", time, zone)))
                .orElseGet(KnownCampaigns::none);
    }

    private static List<String> unheard(KnownCampaigns known) {
        return known.unheard().isEmpty()
                ? List.of()
                : List.of(
                        "missed, since none of their reports is in the history: " + String.join(", ", known.unheard()));
    }

    private void report(Backtest.Result result, KnownCampaigns known, Profile profile, double seconds, Opened page) {
        var scores = result.trials().stream()
                .map(trial -> Score.of(trial, known, result.weeks()))
                .toList();
        page.file().ifPresent(file -> {
            file.line(new Page(profile.zone(), language.in(profile)).of(result, scores));
            file.keep();
        });
        var printer = spec.commandLine().getOut();
        ScoreTable.lines(scores).forEach(printer::println);
        if (json) {
            printer.println(ScoreJson.write(result, scores, seconds));
        }
        printer.flush();
    }
}
