package dzvin.ingest;

import dzvin.ingest.http.IngestServer;
import dzvin.ingest.intake.Intake;
import dzvin.ingest.kafka.Acceptances;
import dzvin.ingest.kafka.Heartbeats;
import dzvin.ingest.kafka.KafkaReadiness;
import dzvin.ingest.kafka.KafkaReportWriter;
import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.RejectedReport;
import dzvin.schemas.avro.Report;
import dzvin.telemetry.Telemetry;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The ingest service: HTTP in front, Kafka behind, heartbeats while it lives. */
public final class IngestApp implements AutoCloseable {
    private final IngestConfig config;
    private final KafkaConnection connection;
    private final Topics topics;
    private final Telemetry telemetry;
    private final IngestPipeline pipeline;
    private final Clock clock;
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private IngestServer server;
    private volatile boolean stopped;

    /** By this machine's clock. Does no I/O before {@link #start()}. */
    public IngestApp(
            IngestConfig config,
            KafkaConnection connection,
            Topics topics,
            Telemetry telemetry,
            IngestPipeline pipeline) {
        this(config, connection, topics, telemetry, pipeline, Clock.systemUTC());
    }

    /** By the clock that the pipeline reads received times off, whatever it is: heartbeats must not tell another time. */
    public IngestApp(
            IngestConfig config,
            KafkaConnection connection,
            Topics topics,
            Telemetry telemetry,
            IngestPipeline pipeline,
            Clock clock) {
        this.config = config;
        this.connection = connection;
        this.topics = topics;
        this.telemetry = telemetry;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /** Creates missing topics, registers the schemas, and returns when reports are taken. */
    public void start() {
        TopicSetup.ensure(connection, topics, config.layout());
        var serdes = opened(new AvroSerdes(connection));
        serdes.register(topics.reports(), Report.class);
        serdes.register(topics.rejected(), RejectedReport.class);

        var acceptances = new Acceptances(clock);
        var writer = opened(new KafkaReportWriter(connection, topics, serdes, telemetry.registry()));
        var heartbeats = opened(new Heartbeats(writer, acceptances));
        var readiness = opened(new KafkaReadiness(connection, topics));
        telemetry.health().ready("ingest", () -> stopped ? Optional.of("ingest is stopping") : readiness.problem());

        var intake =
                new Intake(pipeline, writer, acceptances, clock, config.limits().maxInFlight(), telemetry.registry());
        server = opened(new IngestServer(config, intake, telemetry));
        server.start();
        heartbeats.start(config.heartbeat());
    }

    /** The port that HTTP was bound to. */
    public int port() {
        return server.port();
    }

    /** Answers the requests under way, sends what they brought, then lets go of everything in reverse order. */
    @Override
    public void close() {
        stopped = true;
        while (!open.isEmpty()) {
            close(open.pop());
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        open.push(part);
        return part;
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            throw new IllegalStateException("could not close " + part.getClass().getSimpleName(), e);
        }
    }
}
