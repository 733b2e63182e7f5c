package dzvin.standalone.command;

import dzvin.schemas.TopicSetup;
import dzvin.sink.SinkApp;
import dzvin.standalone.kafka.Ports;
import dzvin.standalone.replay.ConsoleReplayer;
import dzvin.standalone.running.Running;
import dzvin.standalone.running.StillLive;
import dzvin.telemetry.Telemetry;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dzvin sink}: channels, API and console. */
@Command(
        name = "sink",
        mixinStandardHelpOptions = true,
        description =
                "Runs the sink alone, against the Kafka and the registry of the configuration, until it is stopped.")
final class SinkCommand implements Runnable {
    @Mixin
    private final ConfigOption config;

    SinkCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public void run() {
        var installation = ServiceLog.of(config.installation());
        var sink = installation.sink();
        Ports.requireFree(sink.http().port(), "the console", "sink.port");
        var connection = KafkaReach.require(installation.connection());
        try (var running = new Running()) {
            TopicSetup.ensure(connection, installation.topics(), installation.layout());
            var telemetry = running.add(new Telemetry());
            var topics = installation.topics();
            var replayer = new ConsoleReplayer(connection, topics.reports(), installation.policy());
            running.start(new SinkApp(sink, connection, topics, telemetry, Optional.of(replayer)), SinkApp::start);
            running.awaitShutdown(() -> StillLive.require("the sink", telemetry));
        }
    }
}
