package dzvin.detector.streams;

import dzvin.detector.core.policy.Policy;
import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.Signal;
import dzvin.telemetry.Telemetry;
import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The detector as a service: its topics, its topology at work, its health and metrics. */
public final class DetectorApp implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DetectorApp.class);

    private final DetectorConfig config;
    private final KafkaConnection connection;
    private final Topics topics;
    private final Policy policy;
    private final Telemetry telemetry;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private HealthServer server;

    /** Does no I/O. */
    public DetectorApp(
            DetectorConfig config, KafkaConnection connection, Topics topics, Policy policy, Telemetry telemetry) {
        this.config = config;
        this.connection = connection;
        this.topics = topics;
        this.policy = policy;
        this.telemetry = telemetry;
    }

    /**
     * Returns when reports are taken. Health and metrics answer earlier, so that a long restoration can be watched.
     *
     * @throws RuntimeException if Kafka or the registry is away, or the port is taken; what was started is then closed again
     */
    public void start() {
        try {
            startParts();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** The bound port of health and metrics. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            close(started.pop());
        }
    }

    private void startParts() {
        TopicSetup.ensure(connection, topics, config.layout());
        int replication = config.layout().replication();
        ReportsLog.ensureUndecodable(connection, topics.reports(), replication);
        ReportsLog.ensureFailures(connection, failures(), replication);
        var serdes = opened(new AvroSerdes(connection));
        registerSchemas(serdes);
        int partitions = ReportsLog.partitions(connection, topics.reports());
        var meters = new DetectorMeters(telemetry.registry());
        var topology = new DetectorTopology(DetectorTopics.of(topics, serdes), policy, partitions, meters).build();
        var settings = StreamsSettings.of(config, connection, topics.reports(), meters);
        settings.put(FailureLetters.SETTING, new FailuresTopic(connection, failures()));
        var run = opened(new StreamsRun(topology, settings, telemetry.registry()));
        telemetry.health().live("detector", run::failure);
        telemetry.health().ready("detector", run::notReady);
        server = opened(new HealthServer(config.host(), config.port(), telemetry));
        server.start();
        run.start();
        log.atInfo()
                .addKeyValue("port", port())
                .addKeyValue("partitions", partitions)
                .addKeyValue("policy", policy.reference())
                .log("detector started");
    }

    private String failures() {
        return topics.prefix() + ".detector.failures";
    }

    /** A schema that the registry refuses is better known now than at the first alarm. */
    private void registerSchemas(AvroSerdes serdes) {
        serdes.register(topics.signals(), Signal.class);
        serdes.register(topics.campaigns(), Campaign.class);
        serdes.register(topics.alerts(), Alert.class);
    }

    private <T extends AutoCloseable> T opened(T part) {
        started.push(part);
        return part;
    }

    /** One part that will not close must not keep the others open. */
    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            log.atWarn().setCause(e).log("a part of the detector did not close cleanly");
        }
    }
}
