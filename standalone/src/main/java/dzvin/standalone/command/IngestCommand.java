package dzvin.standalone.command;

import dzvin.ingest.CountryPipelines;
import dzvin.ingest.IngestApp;
import dzvin.standalone.kafka.Ports;
import dzvin.standalone.running.Running;
import dzvin.telemetry.Telemetry;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dzvin ingest}: the gateway that reports come in through. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description =
                "Runs ingest alone, against the Kafka and the registry of the configuration, until it is stopped.")
final class IngestCommand implements Runnable {
    @Mixin
    private final ConfigOption config;

    IngestCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public void run() {
        var installation = ServiceLog.of(config.installation());
        var ingest = installation.ingest(installation.layout());
        var pipeline = new CountryPipelines(installation.pipeline(), Clock.systemUTC()).pipeline();
        Ports.requireFree(ingest.port(), "ingest", "ingest.port");
        var connection = KafkaReach.require(installation.connection());
        try (var running = new Running()) {
            var telemetry = running.add(new Telemetry());
            running.start(
                    new IngestApp(ingest, connection, installation.topics(), telemetry, pipeline), IngestApp::start);
            running.awaitShutdown();
        }
    }
}
