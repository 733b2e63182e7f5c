package dzvin.standalone.kafka;

import dzvin.standalone.failure.CannotRunException;
import java.net.BindException;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** The running server. */
final class Broker implements AutoCloseable {
    private final KafkaRaftServer server;
    private final int port;

    private Broker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    static Broker start(Path folder, int port, int controllerPort) {
        var settings = BrokerSettings.of(folder, port, controllerPort);
        KafkaRaftServer server = null;
        try {
            server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
            server.startup();
            return new Broker(server, port);
        } catch (RuntimeException e) {
            if (server != null) {
                server.shutdown();
            }
            if (wasBindRefused(e)) {
                throw new PortTakenException(e);
            }
            throw new CannotRunException(
                    "the embedded Kafka cannot start on the data in " + folder + ": " + e.getMessage(), e);
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static boolean wasBindRefused(Throwable problem) {
        for (var cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof BindException) {
                return true;
            }
        }
        return false;
    }
}
