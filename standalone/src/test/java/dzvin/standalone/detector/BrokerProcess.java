package dzvin.standalone.detector;

import dzvin.standalone.process.JavaCommand;
import dzvin.standalone.process.Surroundings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** One of three brokers, as a process of its own: its number, its folder, its ports as {@code BrokerCluster} gave them out. */
final class BrokerProcess {
    /** In the environment: after how many records a log is synced. Kafka by itself leaves that to the system, for it has copies. */
    static final String SYNC_EACH = "CHAOS_BROKER_SYNC_EACH";

    private static final String CLUSTER = "ZHp2aW4tY2hhb3MtdGVzdA";

    private BrokerProcess() {}

    /** @param arguments number, folder, then for each broker its client, inner and controller port, and the port that is told to clients */
    public static void main(String[] arguments) throws Exception {
        int node = Integer.parseInt(arguments[0]);
        var folder = Path.of(arguments[1]);
        var settings = settings(node, folder, List.of(arguments).subList(2, arguments.length));
        if (!Files.exists(folder.resolve("meta.properties"))) {
            format(node, folder);
        }
        new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM).startup();
        new CountDownLatch(1).await();
    }

    static Process start(int node, Path folder, List<String> ports, Surroundings surroundings) throws IOException {
        var arguments = new ArrayList<>(List.of(Integer.toString(node), folder.toString()));
        arguments.addAll(ports);
        return surroundings.start(JavaCommand.of(384, BrokerProcess.class, arguments), Path.of(folder + ".log"));
    }

    private static void format(int node, Path folder) throws Exception {
        Files.createDirectories(folder);
        new Formatter()
                .setClusterId(CLUSTER)
                .setNodeId(node)
                .addDirectory(folder.toString())
                .setMetadataLogDirectory(folder.toString())
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    private static Map<String, String> settings(int node, Path folder, List<String> ports) {
        var own = ports.get(node).split(",");
        var voters = List.of(0, 1, 2).stream()
                .map(other -> other + "@127.0.0.1:" + ports.get(other).split(",")[2])
                .toList();
        var settings = new TreeMap<String, String>();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", Integer.toString(node));
        settings.put("listener.security.protocol.map", "CLIENTS:PLAINTEXT,INNER:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put(
                "listeners",
                "CLIENTS://127.0.0.1:" + own[0] + ",INNER://127.0.0.1:" + own[1] + ",CONTROLLER://127.0.0.1:" + own[2]);
        settings.put("advertised.listeners", "CLIENTS://127.0.0.1:" + own[3] + ",INNER://127.0.0.1:" + own[1]);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("inter.broker.listener.name", "INNER");
        settings.put("controller.quorum.voters", String.join(",", voters));
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false");
        settings.put("default.replication.factor", "3");
        settings.put("min.insync.replicas", "2");
        settings.put("offsets.topic.replication.factor", "3");
        settings.put("offsets.topic.num.partitions", "3");
        settings.put("transaction.state.log.replication.factor", "3");
        settings.put("transaction.state.log.min.isr", "2");
        settings.put("transaction.state.log.num.partitions", "3");
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("broker.session.timeout.ms", "4000");
        settings.put("broker.heartbeat.interval.ms", "500");
        settings.put("replica.lag.time.max.ms", "5000");
        Optional.ofNullable(System.getenv(SYNC_EACH))
                .ifPresent(records -> settings.put("log.flush.interval.messages", records));
        settings.put("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20));
        return settings;
    }
}
