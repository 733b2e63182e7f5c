package dzvin.standalone.command;

import dzvin.detector.streams.DetectorMeters;
import dzvin.detector.streams.DetectorTopics;
import dzvin.detector.streams.DetectorTopology;
import dzvin.schemas.AvroSerdes;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code dzvin topology}: what the detector is made of, as Kafka Streams sees it. Needs no Kafka. */
@Command(
        name = "topology",
        mixinStandardHelpOptions = true,
        description = "Prints the detector's topology under the configuration: topics, processors, stores.")
final class TopologyCommand implements Runnable {
    @Mixin
    private final ConfigOption config;

    @Spec
    private CommandSpec spec;

    TopologyCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public void run() {
        var installation = config.installation();
        try (var serdes = new AvroSerdes(installation.connection())) {
            var topology = new DetectorTopology(
                    DetectorTopics.of(installation.topics(), serdes),
                    installation.policy(),
                    installation.layout().partitions(),
                    new DetectorMeters(new SimpleMeterRegistry()));
            spec.commandLine().getOut().print(topology.build().describe());
            spec.commandLine().getOut().flush();
        }
    }
}
