package dzvin.sink;

import dzvin.schemas.AvroSerdes;
import dzvin.schemas.KafkaConnection;
import dzvin.schemas.Topics;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.Campaign;
import dzvin.sink.http.SinkServer;
import dzvin.sink.live.Feed;
import dzvin.sink.live.FeedThread;
import dzvin.sink.live.Limits;
import dzvin.sink.live.ReadModel;
import dzvin.sink.replay.ReplayDesk;
import dzvin.sink.replay.Replayer;
import dzvin.telemetry.Telemetry;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sink as a service. Alerts go to each configured channel at the channel's own pace, and the read model feeds the
 * API and the console.
 */
public final class SinkApp implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SinkApp.class);

    /** Enough for topics of usual length; who starts without topics should not be kept waiting for them. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SinkConfig config;
    private final KafkaConnection connection;
    private final KafkaClients kafka;
    private final Topics topics;
    private final Telemetry telemetry;
    private final Optional<Replayer> replayer;
    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private SinkServer server;

    /** Does no I/O. The topics themselves are made by whoever owns their layout. */
    public SinkApp(SinkConfig config, KafkaConnection connection, Topics topics, Telemetry telemetry) {
        this(config, connection, topics, telemetry, Optional.empty());
    }

    /** @param replayer by whom history can be replayed in the console */
    public SinkApp(
            SinkConfig config,
            KafkaConnection connection,
            Topics topics,
            Telemetry telemetry,
            Optional<Replayer> replayer) {
        this.config = config;
        this.connection = connection;
        this.kafka = new KafkaClients(connection);
        this.topics = topics;
        this.telemetry = telemetry;
        this.replayer = replayer;
    }

    /**
     * Returns when channels deliver, the server answers and the console is up to date; after ten seconds without the
     * last, for {@code /health/ready} goes on saying what is missing.
     *
     * @throws RuntimeException if a channel's file cannot be opened, Kafka is away or the port is taken; what was
     *     started is then closed again
     */
    public void start() {
        try {
            var serdes = opened(new AvroSerdes(connection));
            startChannels(serdes);
            startConsole(serdes);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        log.atInfo()
                .addKeyValue("port", port())
                .addKeyValue("channels", config.channels().size())
                .log("sink started");
    }

    /** The bound port of the console and the API. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        while (!started.isEmpty()) {
            close(started.pop());
        }
    }

    private void startChannels(AvroSerdes serdes) {
        var channels = config.channels().stream().map(ChannelConfig::channel).toList();
        if (channels.isEmpty()) {
            return;
        }
        DeadLetterTopics.ensure(connection, topics, channels);
        var producer = opened(kafka.forDeadLetters());
        channels.forEach(channel -> startChannel(channel, serdes, producer));
    }

    private void startChannel(Channel channel, AvroSerdes serdes, Producer<byte[], byte[]> producer) {
        channel.open();
        var mailbox = new Mailbox(kafka.forChannel(topics, channel.name()), topics.alerts());
        var alerts = serdes.serde(Alert.class).deserializer();
        var parts = new ChannelRunner.Parts(channel, mailbox, alerts, new DeadLetters(producer, topics));
        var pace = new ChannelRunner.Pace(Backoff.USUAL, System::nanoTime);
        var runner = new ChannelRunner(parts, pace, new ChannelMetrics(telemetry.registry(), channel.name()));
        var thread = opened(new ChannelThread(channel, mailbox, runner));
        telemetry.health().live("sink-" + channel.name(), thread::failure);
        thread.start();
    }

    private void startConsole(AvroSerdes serdes) {
        var model = new ReadModel(Limits.USUAL);
        var decoders = new Feed.Decoders(
                serdes.serde(Alert.class).deserializer(),
                serdes.serde(Campaign.class).deserializer());
        var consumer = kafka.forReadModel();
        var feed = opened(new FeedThread(new Feed(model, decoders, consumer, topics), consumer));
        telemetry.health().live("sink-read-model", feed::failure);
        telemetry.health().ready("sink-read-model", feed::notReady);
        telemetry.registry().gauge("dzvin.sink.streams", List.of(), model, ReadModel::followers);
        feed.start();
        var served = new SinkServer.Served(model, feed::notReady, config.banner(), replayer.map(ReplayDesk::new));
        server = opened(new SinkServer(config.http(), served, telemetry));
        server.start();
        feed.await(PATIENCE);
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
            log.atWarn().setCause(e).log("a part of the sink did not close cleanly");
        }
    }
}
