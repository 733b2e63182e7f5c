package dzvin.standalone.detector;

import static org.awaitility.Awaitility.await;

import dzvin.standalone.kafka.Ports;
import dzvin.standalone.process.Surroundings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;

/** Three brokers in processes of their own, and between each of them and its clients a network that can be cut. */
final class BrokerCluster implements AutoCloseable {
    static final int BROKERS = 3;

    private final Path folder;
    private final IntFunction<Surroundings> surroundings;
    private final List<Proxy> networks = new ArrayList<>();
    private final List<Process> brokers = new ArrayList<>();
    private final List<String> ports = new ArrayList<>();

    private BrokerCluster(Path folder, IntFunction<Surroundings> surroundings) {
        this.folder = folder;
        this.surroundings = surroundings;
    }

    static BrokerCluster start(Path folder) throws IOException {
        return start(folder, broker -> Surroundings.USUAL);
    }

    /** Each broker in surroundings of its own, by its number. */
    static BrokerCluster start(Path folder, IntFunction<Surroundings> surroundings) throws IOException {
        var cluster = new BrokerCluster(folder, surroundings);
        for (int broker = 0; broker < BROKERS; broker++) {
            var network = new Proxy();
            var free = IntStream.range(0, 3).map(i -> Ports.free()).boxed().toList();
            network.leadsTo(free.get(0));
            cluster.networks.add(network);
            cluster.ports.add(
                    free.stream().map(String::valueOf).collect(Collectors.joining(",")) + "," + network.port());
        }
        for (int broker = 0; broker < BROKERS; broker++) {
            cluster.brokers.add(cluster.started(broker));
        }
        return cluster;
    }

    /** Returns the bootstrap servers once every broker is one of the cluster. */
    String awaitAll() {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            await().atMost(Trial.PATIENCE)
                    .ignoreExceptions()
                    .until(() -> admin.describeCluster()
                                    .nodes()
                                    .get(5, TimeUnit.SECONDS)
                                    .size()
                            == BROKERS);
        }
        return bootstrapServers();
    }

    private String bootstrapServers() {
        return networks.stream().map(network -> "127.0.0.1:" + network.port()).collect(Collectors.joining(","));
    }

    Proxy network(int broker) {
        return networks.get(broker);
    }

    /** {@code kill -9}. */
    void kill(int broker) throws InterruptedException {
        brokers.get(broker).destroyForcibly().waitFor();
    }

    void startAgain(int broker) throws IOException {
        brokers.set(broker, started(broker));
    }

    @Override
    public void close() throws IOException {
        brokers.forEach(Process::destroyForcibly);
        for (Proxy network : networks) {
            network.close();
        }
    }

    private Process started(int broker) throws IOException {
        return BrokerProcess.start(broker, folder.resolve("broker-" + broker), ports, surroundings.apply(broker));
    }
}
