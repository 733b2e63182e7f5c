package dzvin.standalone.command;

import dzvin.detector.core.policy.Policies;
import dzvin.detector.core.policy.Policy;
import dzvin.ingest.Profile;
import dzvin.schemas.TopicSetup.Layout;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.RejectionReason;
import dzvin.standalone.config.Installation;
import dzvin.standalone.failure.UsageException;
import dzvin.standalone.replay.CoreEngine;
import dzvin.standalone.replay.Engine;
import dzvin.standalone.replay.Figures;
import dzvin.standalone.replay.FileHistory;
import dzvin.standalone.replay.History;
import dzvin.standalone.replay.Replay;
import dzvin.standalone.replay.StreamsEngine;
import dzvin.standalone.replay.TopicHistory;
import dzvin.standalone.results.AlertLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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

    @Mixin
    private StretchOptions stretch;

    @Option(names = "--topic", description = "Replay the installation's topic of reports instead of files.")
    private boolean topic;

    @Option(
            names = "--policy",
            paramLabel = "P.yaml",
            description = "A policy file, or the name of a shipped policy; by default the installation's.")
    private Optional<String> policy;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = "core",
            description = "core: a plain loop, in memory; streams: the real topology on the installation's Kafka.")
    private EngineName engine;

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

    /** What runs the detector. */
    enum EngineName {
        core,
        streams
    }

    private record Told(Figures figures, List<String> notes) {}

    ReplayCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public void run() {
        if (topic && (files.areNamed() || partitions.isPresent())) {
            throw new UsageException("--topic is replayed by itself: leave out files, --format and --partitions");
        }
        var installation = config.installation();
        var replay = new Replay(stretch.range(installation.profile().zone()), stretch.pace(), out);
        var told = topic ? ofTopic(replay, installation) : ofFiles(replay, installation);
        told.notes().forEach(spec.commandLine().getErr()::println);
        spec.commandLine().getErr().flush();
        report(told.figures());
    }

    private Told ofFiles(Replay replay, Installation installation) {
        try (var display = ReplayDisplay.onStandardError(" MiB", MEBIBYTE);
                var history = files.open(installation, partitions(installation), display)) {
            var figures = run(replay, history, installation, profile(installation, history));
            return new Told(figures, notes(history.refused()));
        }
    }

    private Told ofTopic(Replay replay, Installation installation) {
        var connection = KafkaReach.require(installation.connection());
        var reports = installation.topics().reports();
        try (var display = ReplayDisplay.onStandardError(" records", 1);
                var history = TopicHistory.open(connection, reports, replay.range(), display)) {
            var figures = run(replay, history, installation, installation.profile());
            return new Told(
                    figures,
                    history.undecodable() == 0
                            ? List.of()
                            : List.of("left out, since they cannot be decoded: " + history.undecodable() + " records"));
        }
    }

    private Figures run(Replay replay, History history, Installation installation, Profile profile) {
        var line = new AlertLine(profile.zone(), language.in(profile));
        var engines = engines(installation, policy(installation, profile), history.partitions());
        return replay.run(history, engines, alert -> print(line.of(alert)));
    }

    private Function<Consumer<Alert>, Engine> engines(Installation installation, Policy rules, int sources) {
        if (engine == EngineName.core) {
            return rung -> new CoreEngine(rules, sources, rung);
        }
        var connection = KafkaReach.require(installation.connection());
        var layout = new Layout(sources, installation.layout().replication());
        return rung -> StreamsEngine.start(connection, installation.topics(), layout, rules, rung);
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

    private static List<String> notes(Map<RejectionReason, Long> refused) {
        var reasons = refused.entrySet().stream()
                .map(reason -> reason.getValue() + " " + reason.getKey())
                .collect(Collectors.joining(", "));
        return reasons.isEmpty()
                ? List.of()
                : List.of("not usable and left out: " + reasons + " (dzvin import lists them)");
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
