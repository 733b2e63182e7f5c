package dzvin.standalone.kafka;

import dzvin.standalone.failure.CannotRunException;
import java.nio.file.Path;
import java.util.Map;

/**
 * Apache Kafka (KRaft, one node, broker and controller) in this JVM, on the loopback address, with its data in a folder.
 * The data survive a restart and a {@code kill -9}; the port of the controller may differ from start to start.
 */
public final class EmbeddedKafka implements AutoCloseable {
    /** Between looking for a free port and taking it another process may be quicker. */
    private static final int TRIES_FOR_A_FREE_PORT = 5;

    /**
     * Clients whose process was killed are waited for this long before their work goes to others. Kafka's own 45 s are for
     * networks; here a client and its broker die together, and whoever starts again should not wait.
     */
    private static final Map<String, String> CLIENT_SETTINGS =
            Map.of("session.timeout.ms", "6000", "heartbeat.interval.ms", "1500");

    private final Path folder;
    private final int wantedPort;
    private DataFolder data;
    private Broker broker;

    /** Does no I/O. Port 0: any that is free. */
    public EmbeddedKafka(Path folder, int port) {
        this.folder = folder.toAbsolutePath().normalize();
        this.wantedPort = port;
    }

    /** Returns when the broker takes work; throws {@link CannotRunException}, or {@code UsageException} for a folder it may not use. */
    public EmbeddedKafka start() {
        data = DataFolder.open(folder);
        GivingUp.inWords(folder);
        try {
            broker = startBroker();
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
        return this;
    }

    /** The port that clients connect to. */
    public int port() {
        return broker.port();
    }

    /** For {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return Ports.LOOPBACK + ":" + port();
    }

    /** What clients of this broker should set beside its address. */
    public static Map<String, String> clientSettings() {
        return CLIENT_SETTINGS;
    }

    /** Everything that was acknowledged is on disk when this returns. */
    @Override
    public void close() {
        if (broker != null) {
            broker.close();
            broker = null;
            data.close();
        }
    }

    private Broker startBroker() {
        if (wantedPort != 0) {
            Ports.requireFree(wantedPort, "Kafka", "embedded.kafkaPort");
        }
        for (int tries = 1; ; tries++) {
            int port = wantedPort != 0 ? wantedPort : Ports.free();
            try {
                return Broker.start(data.path(), port, Ports.free());
            } catch (PortTakenException e) {
                if (tries == TRIES_FOR_A_FREE_PORT) {
                    throw new CannotRunException("the embedded Kafka found no free port: " + e.getMessage(), e);
                }
            }
        }
    }
}
