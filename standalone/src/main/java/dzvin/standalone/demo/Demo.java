package dzvin.standalone.demo;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.streams.DetectorApp;
import dzvin.detector.streams.DetectorConfig;
import dzvin.ingest.CountryPipelines;
import dzvin.ingest.PipelineSettings;
import dzvin.ingest.file.KafkaTarget;
import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Secret;
import dzvin.schemas.TopicSetup.Layout;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.Report;
import dzvin.sink.SinkApp;
import dzvin.sink.SinkConfig;
import dzvin.standalone.kafka.DiskRoom;
import dzvin.standalone.replay.ConsoleReplayer;
import dzvin.standalone.results.TopicReader;
import dzvin.standalone.running.Backbone;
import dzvin.standalone.running.Running;
import dzvin.standalone.running.StillLive;
import dzvin.telemetry.Telemetry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A story played through the real thing: embedded Kafka, the detector's own topology, the console. Time is the story's: every
 * record carries the time at which its report was received, and the detector knows no other.
 */
public final class Demo {
    /** Ports that the demo binds; 0: any that is free. */
    public record Ports(int kafka, int registry, int detector, int console) {}

    /** What was played. */
    public record Figures(long reports, long rejected, long alerts) {}

    private static final String DECIDED = "dzvin.detector.decided.timestamp";

    /** Not a secret: nobody in a demo has a contact, and the same key gives the same pseudonyms each time. */
    private static final Secret KEY = new Secret("dzvin-demo-key-for-generated-people");

    private final Story story;
    private final Policy policy;
    private final Layout layout;
    private Path folder;
    private KafkaConnection connection;
    private Telemetry telemetry;
    private DetectorApp detector;
    private SinkApp sink;

    public Demo(Story story, Policy policy, Layout layout) {
        this.story = story;
        this.policy = policy;
        this.layout = layout;
    }

    /** Starts everything but ingest, whose heartbeats would tell the detector that it is today. */
    public void start(Running running, Path place, Ports ports) {
        folder = place;
        connection = Backbone.start(running, folder, ports.kafka(), ports.registry());
        telemetry = running.add(new Telemetry());
        var config = DetectorConfig.local(folder.resolve("detector"), ports.detector(), layout);
        detector =
                running.start(new DetectorApp(config, connection, Topics.LIVE, policy, telemetry), DetectorApp::start);
        var console = SinkConfig.local(ports.console()).withBanner(story.banner());
        var replayer = new ConsoleReplayer(connection, Topics.LIVE.reports(), policy);
        sink = running.start(
                new SinkApp(console, connection, Topics.LIVE, telemetry, Optional.of(replayer)), SinkApp::start);
    }

    /** The port of the console. */
    public int consolePort() {
        return sink.port();
    }

    /** Plays the story to its end and hands over each alert as it rings. */
    public Figures play(Consumer<Alert> bell) throws IOException {
        var counted = new long[1];
        try (var serdes = new AvroSerdes(connection);
                var target = new KafkaTarget(connection, Topics.LIVE.reports(), serdes.serde(Report.class));
                var alerts = new TopicReader<>(
                        connection,
                        Topics.LIVE.alerts(),
                        serdes.serde(Alert.class).deserializer())) {
            var pipelines = new CountryPipelines(new PipelineSettings(story.profile(), KEY), Clock.systemUTC());
            var feed = new DemoFeed(pipelines, target, new DiskRoom(folder));
            story.tell(feed, folder);
            feed.flush();
            var end = endOfBucket(feed.last());
            ClosingBeats.send(connection, Topics.LIVE.reports(), end.plus(policy.grace()));
            alerts.follow(message -> ring(message.value(), bell, counted), () -> !isDecided(end));
            detector.close(); // it has nothing left to do; what it decided last is committed when this returns
            alerts.readToEnd(message -> ring(message.value(), bell, counted));
            return new Figures(feed.accepted(), feed.rejected(), counted[0]);
        }
    }

    /** Every campaign as it stands. */
    public Collection<Campaign> campaigns() {
        var latest = new TreeMap<String, Campaign>();
        try (var serdes = new AvroSerdes(connection);
                var campaigns = new TopicReader<>(
                        connection,
                        Topics.LIVE.campaigns(),
                        serdes.serde(Campaign.class).deserializer())) {
            campaigns.readToEnd(message -> latest.put(message.key(), message.value()));
        }
        return latest.values();
    }

    private static void ring(Alert alert, Consumer<Alert> bell, long[] counted) {
        bell.accept(alert);
        counted[0]++;
    }

    private Instant endOfBucket(Instant at) {
        long bucket = policy.bucket().toMillis();
        return Instant.ofEpochMilli((at.toEpochMilli() / bucket + 1) * bucket);
    }

    /** To be asked again and again: is there room to go on? */
    public void requireRoom() {
        new DiskRoom(folder).requireReserve();
    }

    private boolean isDecided(Instant end) {
        requireRoom();
        StillLive.require("the demo", telemetry);
        return telemetry.registry().get(DECIDED).gauge().value() >= end.getEpochSecond();
    }
}
