package dzvin.standalone.detector;

import dzvin.detector.core.policy.Policies;
import dzvin.detector.streams.DetectorApp;
import dzvin.detector.streams.DetectorConfig;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import dzvin.standalone.process.JavaCommand;
import dzvin.standalone.process.Surroundings;
import dzvin.telemetry.Telemetry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * Detectors as processes of their own, so that they can be killed; like the product's they end when their detector has stopped.
 *
 * @param connection whose settings they have, too
 * @param standbys copies of each store on other instances
 */
record DetectorProcess(KafkaConnection connection, Topics topics, TopicSetup.Layout layout, int standbys) {
    /** After this it says each second what time it is by its own clock. */
    static final String ITS_CLOCK = "by my clock it is ";

    private static final int MEGABYTES = 384;
    private static final int WORDS_BEFORE_SETTINGS = 7;

    /** Kafka, registry, prefix, partitions, replication, standbys, state; then settings, each a name and a value. */
    public static void main(String[] arguments) throws InterruptedException {
        var connection = new KafkaConnection(arguments[0], URI.create(arguments[1]), settings(arguments));
        var layout = new TopicSetup.Layout(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        var topics = new Topics(arguments[2]);
        int standbys = Integer.parseInt(arguments[5]);
        var config = new DetectorConfig(
                topics.prefix() + "-detector", Path.of(arguments[6]), 2, true, standbys, "127.0.0.1", 0, layout);
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

    Process start(Path state, Surroundings surroundings) throws IOException {
        var arguments = new ArrayList<>(List.of(
                connection.bootstrapServers(),
                connection.schemaRegistry().toString(),
                topics.prefix(),
                Integer.toString(layout.partitions()),
                Integer.toString(layout.replication()),
                Integer.toString(standbys),
                state.toString()));
        connection.clientSettings().forEach((name, value) -> arguments.addAll(List.of(name, value)));
        return surroundings.start(JavaCommand.of(MEGABYTES, DetectorProcess.class, arguments), log(state));
    }

    private static Map<String, String> settings(String[] arguments) {
        var settings = new TreeMap<String, String>();
        for (int word = WORDS_BEFORE_SETTINGS; word < arguments.length; word += 2) {
            settings.put(arguments[word], arguments[word + 1]);
        }
        return settings;
    }
}
