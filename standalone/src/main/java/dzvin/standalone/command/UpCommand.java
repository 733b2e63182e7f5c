package dzvin.standalone.command;

import dzvin.standalone.log.Logging;
import dzvin.standalone.running.AllInOne;
import dzvin.standalone.running.Running;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dzvin up}: Kafka, registry, ingest, detector and sink in this process, everything kept in one folder. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Runs everything in one process until Ctrl-C: Kafka, schema registry, ingest, detector, console.",
            "Everything is kept in data.dir (./data) and survives a restart and a kill."
        })
final class UpCommand implements Runnable {
    @Mixin
    private final ConfigOption config;

    @Spec
    private CommandSpec spec;

    UpCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public void run() {
        var installation = ServiceLog.of(config.installation());
        var everything = new AllInOne(installation);
        Logging.muteWhile(everything::isOutOfRoom);
        try (var running = new Running()) {
            everything.start(running);
            var out = spec.commandLine().getOut();
            everything.addresses().forEach(out::println);
            out.println("Dzvin is up. Ctrl-C stops it; what it knows is kept.");
            out.flush();
            running.awaitShutdown(everything::requireToGoOn);
        }
    }
}
