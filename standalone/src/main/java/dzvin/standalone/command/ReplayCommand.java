package dzvin.standalone.command;

import dzvin.detector.core.policy.Policies;
import dzvin.detector.core.policy.Policy;
import dzvin.ingest.Profile;
import dzvin.schemas.TopicSetup.Layout;
import dzvin.schemas.avro.Alert;
import dzvin.standalone.config.Installation;
import dzvin.standalone.replay.Engine;
import dzvin.standalone.replay.Figures;
import dzvin.standalone.replay.Replay;
import dzvin.standalone.replay.ResumableReplay;
import dzvin.standalone.replay.StreamsEngine;
import dzvin.standalone.replay.TwoThreadEngine;
import dzvin.standalone.results.AlertLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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
    @Mixin
    private final ConfigOption config;

    @Mixin
    private HistoryOptions history;

    @Mixin
    private LanguageOption language;

    @Mixin
    private StretchOptions stretch;

    @Mixin
    private ResumeOptions resume;

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

    private record Done(Figures figures, List<String> notes) {}

    ReplayCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public void run() {
        var installation = config.installation();
        history.spareFrom(out, policy.map(Path::of).stream().toList());
        var replay = new Replay(stretch.range(installation.profile().zone()), stretch.pace(), out);
        var done = resume.isAskedFor() ? resumed(replay, installation) : fromTheBeginning(replay, installation);
        done.notes().forEach(spec.commandLine().getErr()::println);
        LateNote.of(done.figures().outcome().counts())
                .forEach(spec.commandLine().getErr()::println);
        spec.commandLine().getErr().flush();
        report(done.figures());
    }

    private Done fromTheBeginning(Replay replay, Installation installation) {
        try (var opened = history.open(installation, replay.range().since())) {
            var rules = policy(installation, opened.profile());
            var engines = engines(installation, rules, opened.history().partitions());
            var figures = replay.run(opened.history(), engines, printer(opened.profile()));
            return new Done(figures, opened.notes().get());
        }
    }

    private Done resumed(Replay replay, Installation installation) {
        try (var folder = resume.folder(engine == EngineName.core, out);
                var opened = history.open(installation, replay.range().since(), folder.stretch())) {
            var rules = policy(installation, opened.profile());
            var task = opened.task().get() + ", policy " + rules.reference() + stretch.task();
            var resumable = new ResumableReplay(replay, folder, task, resume.between());
            var figures = resumable.run(opened.history(), opened.stretch(), rules, printer(opened.profile()));
            return new Done(figures, opened.notes().get());
        }
    }

    private Consumer<Alert> printer(Profile profile) {
        var line = new AlertLine(profile.zone(), language.in(profile));
        return alert -> print(line.of(alert));
    }

    private Function<Consumer<Alert>, Engine> engines(Installation installation, Policy rules, int sources) {
        if (engine == EngineName.core) {
            return rung -> new TwoThreadEngine(rules, sources, rung);
        }
        var connection = KafkaReach.require(installation.connection());
        var layout = new Layout(sources, installation.layout().replication());
        return rung -> StreamsEngine.start(connection, installation.topics(), layout, rules, rung);
    }

    private Policy policy(Installation installation, Profile profile) {
        if (policy.isPresent()) {
            return PolicyOption.named(policy.get());
        }
        return profile.equals(installation.profile()) ? installation.policy() : Policies.shipped(profile.id());
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
