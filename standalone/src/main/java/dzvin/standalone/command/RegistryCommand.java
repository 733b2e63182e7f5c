package dzvin.standalone.command;

import dzvin.standalone.kafka.Ports;
import dzvin.standalone.registry.EmbeddedRegistry;
import dzvin.standalone.running.Running;
import dzvin.telemetry.Telemetry;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dzvin registry}: the embedded registry as a service, for a Kafka that has none beside it. */
@Command(
        name = "registry",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a small schema registry with Confluent's interface, against the Kafka of the configuration.",
            "Its store is the topic _schemas, in the layout of Confluent's own server. Run one, and never beside theirs."
        })
final class RegistryCommand implements Runnable {
    @Mixin
    private final ConfigOption config;

    RegistryCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public void run() {
        var installation = ServiceLog.of(config.installation());
        Ports.requireFree(installation.registryPort(), "the registry", "registry.port");
        var connection = KafkaReach.require(installation.connection());
        try (var running = new Running()) {
            var telemetry = running.add(new Telemetry());
            running.start(
                    new EmbeddedRegistry(
                            connection, installation.registryHost(), installation.registryPort(), telemetry::addRoutes),
                    EmbeddedRegistry::start);
            running.awaitShutdown();
        }
    }
}
