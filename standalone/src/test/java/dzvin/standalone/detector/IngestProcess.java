package dzvin.standalone.detector;

import dzvin.ingest.CountryPipelines;
import dzvin.ingest.IngestApp;
import dzvin.ingest.IngestConfig;
import dzvin.ingest.PipelineSettings;
import dzvin.ingest.Profile;
import dzvin.ingest.http.Limits;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Secret;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import dzvin.standalone.kafka.EmbeddedKafka;
import dzvin.standalone.process.JavaCommand;
import dzvin.standalone.process.Surroundings;
import dzvin.telemetry.Telemetry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Ingest as a process of its own, so that it can be killed: Kafka, registry, prefix, partitions, replication, port, clock. */
final class IngestProcess {
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration OFTEN = Duration.ofMillis(100);
    private static final Secret ALWAYS_THE_SAME = new Secret("a key of sixteen characters");

    private IngestProcess() {}

    public static void main(String[] arguments) throws InterruptedException {
        var connection = new KafkaConnection(arguments[0], URI.create(arguments[1]), EmbeddedKafka.clientSettings());
        var layout = new TopicSetup.Layout(Integer.parseInt(arguments[3]), Integer.parseInt(arguments[4]));
        var config = new IngestConfig(
                LOOPBACK, Integer.parseInt(arguments[5]), List.of(), Limits.DEFAULT, OFTEN, layout, Profile.UA);
        var clock = new ClockInFile(Path.of(arguments[6]));
        var pipeline = new CountryPipelines(new PipelineSettings(Profile.UA, ALWAYS_THE_SAME), clock).pipeline();
        new IngestApp(config, connection, new Topics(arguments[2]), new Telemetry(), pipeline, clock).start();
        new CountDownLatch(1).await();
    }

    static Process start(
            KafkaConnection connection, Topics topics, TopicSetup.Layout layout, int port, ClockInFile clock)
            throws IOException {
        var arguments = List.of(
                connection.bootstrapServers(),
                connection.schemaRegistry().toString(),
                topics.prefix(),
                Integer.toString(layout.partitions()),
                Integer.toString(layout.replication()),
                Integer.toString(port),
                clock.file().toString());
        return Surroundings.USUAL.start(
                JavaCommand.of(256, IngestProcess.class, arguments),
                clock.file().resolveSibling(topics.prefix() + "-ingest.log"));
    }

    static URI address(int port, String path) {
        return URI.create("http://" + LOOPBACK + ":" + port + path);
    }
}
