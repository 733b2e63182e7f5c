package dzvin.standalone.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What makes a Kafka of one node small, quick to start, and sure to keep what it acknowledged. */
final class BrokerSettings {
    static final int NODE = 1;
    static final String CONTROLLER = "CONTROLLER";

    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", Integer.toString(NODE)),
            Map.entry("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
            Map.entry("controller.listener.names", CONTROLLER),
            Map.entry("inter.broker.listener.name", "PLAINTEXT"),
            // Topics are made with their layout by those who own them; a typing error must not make one.
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // After kill -9 the controller waits for the dead broker's session before it takes the new one.
            Map.entry("broker.session.timeout.ms", "3000"),
            Map.entry("broker.heartbeat.interval.ms", "500"),
            Map.entry("num.network.threads", "2"),
            Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "4"),
            Map.entry("log.cleaner.dedupe.buffer.size", Integer.toString(8 << 20)));

    private BrokerSettings() {}

    static Map<String, String> of(Path folder, int port, int controllerPort) {
        var broker = "PLAINTEXT://" + Ports.LOOPBACK + ":" + port;
        var controller = Ports.LOOPBACK + ":" + controllerPort;
        var settings = new TreeMap<>(FIXED);
        settings.put("listeners", broker + "," + CONTROLLER + "://" + controller);
        settings.put("advertised.listeners", broker);
        settings.put("controller.quorum.voters", NODE + "@" + controller);
        settings.put("log.dirs", folder.toString());
        return settings;
    }
}
