package dzvin.standalone.command;

import dzvin.detector.core.policy.Policies;
import dzvin.ingest.Profile;
import dzvin.standalone.config.Installation;
import dzvin.standalone.config.Setting;
import dzvin.standalone.demo.Demo;
import dzvin.standalone.demo.DemoFolder;
import dzvin.standalone.demo.Story;
import dzvin.standalone.demo.UkrainePlan;
import dzvin.standalone.demo.UkraineStory;
import dzvin.standalone.demo.UnitedStatesStory;
import dzvin.standalone.failure.UsageException;
import dzvin.standalone.kafka.Ports;
import dzvin.standalone.results.AlertLine;
import dzvin.standalone.results.CampaignTable;
import dzvin.standalone.running.Running;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code dzvin demo}: a bundled history through the real thing, its alerts as they ring, then the console. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Replays a bundled stream with a campaign in it through a real Kafka and the real detector.",
            "Prints each alert as it rings and leaves the console open until Ctrl-C."
        })
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final ConfigOption config;

    @Mixin
    private LanguageOption language;

    @Option(names = "--profile", paramLabel = "PROFILE", description = "ua: generated (default); us: real complaints.")
    private Optional<String> profile;

    @Option(names = "--port", paramLabel = "PORT", description = "The console's port; 0: any that is free.")
    private Optional<Integer> port;

    @Option(names = "--exit", description = "End with status 0 after the replay.")
    private boolean exit;

    @Option(names = "--no-browser", description = "Do not open the console in a browser.")
    private boolean noBrowser;

    @Option(names = "--json", description = "Print the figures as one JSON object, last on standard output.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    DemoCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public Integer call() throws IOException {
        var settings = config.settings();
        var installation = new Installation(settings);
        var ports = new Demo.Ports(
                free(settings.number(Setting.EMBEDDED_KAFKA_PORT), "Kafka", Setting.EMBEDDED_KAFKA_PORT.key()),
                free(
                        settings.number(Setting.EMBEDDED_REGISTRY_PORT),
                        "the registry",
                        Setting.EMBEDDED_REGISTRY_PORT.key()),
                free(settings.number(Setting.DETECTOR_PORT), "the detector", Setting.DETECTOR_PORT.key()),
                free(port.orElse(settings.number(Setting.SINK_PORT)), "the console", "--port or sink.port"));
        var chosen = chosenProfile(installation);
        var story = chosen.equals(Profile.US) ? new UnitedStatesStory() : new UkraineStory(UkrainePlan.shipped());
        try (var running = new Running()) {
            var folder = running.add(DemoFolder.in(installation.dataFolder(), story.roomNeeded()));
            var demo = new Demo(story, Policies.shipped(chosen.id()), installation.embeddedLayout());
            say(story.opening());
            demo.start(running, folder.path(), ports);
            play(demo, story);
            if (!exit) {
                stayOpen(demo, running);
            }
        }
        return ExitStatus.DONE;
    }

    private void play(Demo demo, Story story) throws IOException {
        long began = System.nanoTime();
        say("");
        var line = new AlertLine(story.profile().zone(), language.in(story.profile()));
        var figures = demo.play(alert -> say(line.of(alert)));
        var campaigns = demo.campaigns();
        double seconds = (System.nanoTime() - began) / 1e9;
        say("");
        say(new CampaignTable(story.profile().zone()).lines(campaigns));
        say("");
        say(story.closing());
        say(String.format(
                Locale.ROOT,
                "%,d reports replayed in %.0f s; alerts: %d, campaigns: %d.",
                figures.reports(),
                seconds,
                figures.alerts(),
                campaigns.size()));
        if (json) {
            say(String.format(
                    Locale.ROOT,
                    "{\"reports\":%d,\"rejected\":%d,\"alerts\":%d,\"campaigns\":%d,\"seconds\":%.1f}",
                    figures.reports(),
                    figures.rejected(),
                    figures.alerts(),
                    campaigns.size(),
                    seconds));
        }
    }

    private void stayOpen(Demo demo, Running running) {
        var address = "http://127.0.0.1:" + demo.consolePort() + "/";
        say("The console is open at " + address + " until Ctrl-C.");
        if (!noBrowser) {
            Browser.open(address);
        }
        running.awaitShutdown(demo::requireRoom);
    }

    private Profile chosenProfile(Installation installation) {
        try {
            return profile.map(Profile::named).orElse(installation.profile());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--" + e.getMessage(), e);
        }
    }

    private static int free(int port, String who, String setting) {
        Ports.requireFree(port, who, setting);
        return port;
    }

    private void say(Iterable<String> lines) {
        lines.forEach(this::say);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
