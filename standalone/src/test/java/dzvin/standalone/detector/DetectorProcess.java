package dzvin.standalone.detector;

import dzvin.detector.core.policy.Policies;
import dzvin.detector.streams.DetectorApp;
import dzvin.detector.streams.DetectorConfig;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import dzvin.standalone.kafka.EmbeddedKafka;
import dzvin.standalone.process.JavaCommand;
import dzvin.standalone.process.Surroundings;
import dzvin.telemetry.Telemetry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A detector as a process of its own, so that it can be killed; like the product's it ends when its detector has stopped. Kafka,
 * registry, prefix, partitions, replication, state.
 */
final class DetectorProcess {
    /** After this it says each second what time it is by its own clock. */
    static final String ITS_CLOCK = "by my clock it is ";

    private DetectorProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        var connection = new KafkaConnection(arguments[0], URI.create(arguments[1]), EmbeddedKafka.clientSettings());
        var layout = new TopicSetup.Layout(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        var topics = new Topics(arguments[2]);
        var config = new DetectorConfig(
                topics.prefix() + "-detector", Path.of(arguments[5]), 2, true, 0, "127.0.0.1", 0, layout);
        var telemetry = new Telemetry();
        new DetectorApp(config, connection, topics, Policies.shipped("ua"), telemetry).start();
        while (telemetry.health().notLive().isEmpty()) {
            System.out.println(ITS_CLOCK + Instant.now());
            TimeUnit.SECONDS.sleep(1);
        }
        System.out.println("it has stopped: " + telemetry.health().notLive());
        System.exit(1);
    }

    /** Where what it says goes. */
    static Path log(Path state) {
        return state.resolveSibling(state.getFileName() + ".log");
    }

    static Process start(
            KafkaConnection connection, Topics topics, TopicSetup.Layout layout, Path state, Surroundings surroundings)
            throws IOException {
        var arguments = List.of(
                connection.bootstrapServers(),
                connection.schemaRegistry().toString(),
                topics.prefix(),
                Integer.toString(layout.partitions()),
                Integer.toString(layout.replication()),
                state.toString());
        return surroundings.start(JavaCommand.of(384, DetectorProcess.class, arguments), log(state));
    }
}
