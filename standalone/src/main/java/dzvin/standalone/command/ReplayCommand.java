package dzvin.standalone.command;

import dzvin.detector.core.policy.Policies;
import dzvin.detector.core.policy.Policy;
import dzvin.ingest.Profile;
import dzvin.schemas.avro.RejectionReason;
import dzvin.standalone.config.Installation;
import dzvin.standalone.failure.UsageException;
import dzvin.standalone.replay.CoreEngine;
import dzvin.standalone.replay.Figures;
import dzvin.standalone.replay.FileHistory;
import dzvin.standalone.replay.Pace;
import dzvin.standalone.replay.Replay;
import dzvin.standalone.replay.TimeRange;
import dzvin.standalone.results.AlertLine;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dzvin replay}: history through the detector, apart from anything live. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Takes history through the detector and prints what it would have rung.",
            "Nothing that is live is touched: no topic, no group, no channel."
        },
        exitCodeListHeading = "%nExit status:%n",
        exitCodeList = {"0:replayed", "1:failed", "2:wrong usage or bad input file"})
final class ReplayCommand implements Runnable {
    private static final long MEBIBYTE = 1 << 20;

    @Mixin
    private final ConfigOption config;

    @Mixin
    private FileOptions files;

    @Mixin
    private LanguageOption language;

    @Option(names = "--since", paramLabel = "T", description = "Only what was received at or after this time.")
    private Optional<String> since;

    @Option(names = "--until", paramLabel = "T", description = "Only what was received before this time.")
    private Optional<String> until;

    @Option(
            names = "--policy",
            paramLabel = "P.yaml",
            description = "A policy file, or the name of a shipped policy; by default the installation's.")
    private Optional<String> policy;

    @Option(
            names = "--speed",
            paramLabel = "max|N",
            defaultValue = "max",
            description = "As fast as it goes, or N times as fast as the reports were received.")
    private String speed;

    @Option(
            names = "--partitions",
            paramLabel = "N",
            description = "Source partitions that files are spread over; by default as many as `dzvin up` has.")
    private Optional<Integer> partitions;

    @Option(names = "--out", paramLabel = "FILE", description = "Where alerts go as one JSON object a line.")
    private Optional<Path> out;

    @Option(names = "--digest", description = "Print the SHA-256 of the alerts' JSON lines.")
    private boolean digest;

    @Option(names = "--json", description = "Print the figures as one JSON object, last on standard output.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    ReplayCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public void run() {
        var installation = config.installation();
        var replay = new Replay(range(installation.profile().zone()), pace(), out);
        Figures figures;
        Map<RejectionReason, Long> refused;
        try (var display = ReplayDisplay.onStandardError(" MiB", MEBIBYTE);
                var history = files.open(installation, partitions(installation), display)) {
            var profile = profile(installation, history);
            var rules = policy(installation, profile);
            var line = new AlertLine(profile.zone(), language.in(profile));
            figures = replay.run(
                    history, rung -> new CoreEngine(rules, history.partitions(), rung), alert -> print(line.of(alert)));
            refused = history.refused();
        }
        tellRefused(refused);
        report(figures);
    }

    /** A source of another country is read as that country reads it. */
    private static Profile profile(Installation installation, FileHistory history) {
        return history.country().flatMap(Profile::ofCountry).orElseGet(installation::profile);
    }

    private Policy policy(Installation installation, Profile profile) {
        if (policy.isPresent()) {
            return PolicyOption.named(policy.get());
        }
        return profile.equals(installation.profile()) ? installation.policy() : Policies.shipped(profile.id());
    }

    private int partitions(Installation installation) {
        int number = partitions.orElseGet(() -> installation.embeddedLayout().partitions());
        if (number < 1) {
            throw new UsageException("--partitions must be at least 1, got " + number);
        }
        return number;
    }

    private TimeRange range(ZoneId zone) {
        try {
            return new TimeRange(
                    since.map(text -> MomentOption.of("--since", text, zone)),
                    until.map(text -> MomentOption.of("--until", text, zone)));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private Pace pace() {
        if (speed.equals("max")) {
            return Pace.max();
        }
        try {
            return Pace.times(Double.parseDouble(speed));
        } catch (IllegalArgumentException e) {
            throw new UsageException("--speed must be max or a number above 0, got " + speed, e);
        }
    }

    private void tellRefused(Map<RejectionReason, Long> refused) {
        if (!refused.isEmpty()) {
            var reasons = refused.entrySet().stream()
                    .map(reason -> reason.getValue() + " " + reason.getKey())
                    .collect(Collectors.joining(", "));
            spec.commandLine().getErr().println("not usable and left out: " + reasons + " (dzvin import lists them)");
            spec.commandLine().getErr().flush();
        }
    }

    private void report(Figures figures) {
        print(figures.sentence());
        if (digest) {
            print(figures.digest());
        }
        if (json) {
            print(figures.json());
        }
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
