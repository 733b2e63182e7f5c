package dzvin.standalone.running;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.streams.DetectorApp;
import dzvin.detector.streams.DetectorConfig;
import dzvin.ingest.CountryPipelines;
import dzvin.ingest.IngestApp;
import dzvin.ingest.IngestConfig;
import dzvin.ingest.IngestPipeline;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Topics;
import dzvin.sink.SinkApp;
import dzvin.sink.SinkConfig;
import dzvin.sink.replay.Replayer;
import dzvin.standalone.config.Installation;
import dzvin.standalone.kafka.DiskRoom;
import dzvin.standalone.kafka.Ports;
import dzvin.standalone.replay.ConsoleReplayer;
import dzvin.telemetry.Telemetry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * The whole of Dzvin in one process. Wrong settings come to light in the constructor, before anything has started. Ingest
 * starts last and stops first, so that nobody is told that a report is taken which the others cannot see.
 */
public final class AllInOne {
    /** A new installation takes 146 MiB before the first report: topics, their indexes, the detector's stores. */
    private static final long ROOM_FOR_A_NEW_ONE = 192L << 20;

    private static final long ROOM_TO_START_AGAIN = 64L << 20;

    private final Installation installation;
    private final IngestConfig ingestConfig;
    private final IngestPipeline pipeline;
    private final DetectorConfig detectorConfig;
    private final Policy policy;
    private final SinkConfig sinkConfig;
    private KafkaConnection connection;
    private Telemetry telemetry;
    private SinkApp sink;
    private IngestApp ingest;

    public AllInOne(Installation installation) {
        this.installation = installation;
        requireRoomToStart(installation.dataFolder());
        var layout = installation.embeddedLayout();
        this.ingestConfig = installation.ingest(layout);
        this.detectorConfig = installation.detector(layout);
        this.policy = installation.policy();
        this.sinkConfig = installation.sink();
        this.pipeline = new CountryPipelines(installation.pipeline(), Clock.systemUTC()).pipeline();
    }

    /** Returns when reports are taken and alerts are shown. */
    public void start(Running running) {
        connection = Backbone.start(
                running,
                installation.dataFolder(),
                installation.embeddedKafkaPort(),
                installation.embeddedRegistryPort());
        Ports.requireFree(sinkConfig.http().port(), "the console", "sink.port");
        Ports.requireFree(detectorConfig.port(), "the detector", "detector.port");
        Ports.requireFree(ingestConfig.port(), "ingest", "ingest.port");
        var topics = installation.topics();
        telemetry = running.add(new Telemetry());
        running.start(new DetectorApp(detectorConfig, connection, topics, policy, telemetry), DetectorApp::start);
        sink = running.start(new SinkApp(sinkConfig, connection, topics, telemetry, replayer(topics)), SinkApp::start);
        ingest = running.start(new IngestApp(ingestConfig, connection, topics, telemetry, pipeline), IngestApp::start);
    }

    /** To be asked again and again: is there room to go on, and has nothing stopped for good? */
    public void requireToGoOn() {
        rooms().forEach(DiskRoom::requireReserve);
        StillLive.require("dzvin", telemetry);
    }

    /** Whether a disk is full, so that everything that is written to it fails in its own words. */
    public boolean isOutOfRoom() {
        return rooms().stream().anyMatch(DiskRoom::isUsedUp);
    }

    private static void requireRoomToStart(Path folder) {
        new DiskRoom(folder).require(Files.exists(folder) ? ROOM_TO_START_AGAIN : ROOM_FOR_A_NEW_ONE);
    }

    private List<DiskRoom> rooms() {
        return List.of(new DiskRoom(installation.dataFolder()), new DiskRoom(detectorConfig.stateDir()));
    }

    private Optional<Replayer> replayer(Topics topics) {
        return Optional.of(new ConsoleReplayer(connection, topics.reports(), policy));
    }

    /** Where everything is, for a person; to be asked after the start. */
    public List<String> addresses() {
        return List.of(
                "console            " + address(sinkConfig.http().host(), sink.port()),
                "form for reports   " + address(ingestConfig.host(), ingest.port()),
                "Kafka              " + connection.bootstrapServers(),
                "schema registry    " + connection.schemaRegistry(),
                "data               "
                        + installation.dataFolder().toAbsolutePath().normalize());
    }

    private static String address(String host, int port) {
        return "http://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port + "/";
    }
}
