package dzvin.standalone.registry;

import dzvin.schemas.KafkaConnection;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Confluent's REST interface for Avro schemas over the Kafka of a connection. */
public final class EmbeddedRegistry implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";

    private final KafkaConnection connection;
    private final String host;
    private final int wantedPort;
    private final Consumer<JavalinConfig> besides;
    private SchemaLog log;
    private Javalin server;

    /** On the loopback address. Does no I/O. Port 0: any that is free. Of the connection, the registry's own address is not used. */
    public EmbeddedRegistry(KafkaConnection connection, int port) {
        this(connection, LOOPBACK, port, server -> {});
    }

    /** As a service of its own, which serves more than schemas, such as its health. */
    public EmbeddedRegistry(KafkaConnection connection, String host, int port, Consumer<JavalinConfig> besides) {
        this.connection = connection;
        this.host = host;
        this.wantedPort = port;
        this.besides = besides;
    }

    /** Returns when requests are answered. */
    public EmbeddedRegistry start() {
        log = SchemaLog.open(connection);
        var registrar = new Registrar(log);
        registrar.read(Catalogue::nextId); // settles now that the topic can be read to its end
        server = Javalin.create(config -> configure(config, registrar)).start(host, wantedPort);
        return this;
    }

    /** The port that clients connect to. */
    public int port() {
        return server.port();
    }

    /** For {@code schema.registry.url}. */
    public URI url() {
        return URI.create("http://" + host + ":" + port());
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop();
            server = null;
        }
        if (log != null) {
            log.close();
            log = null;
        }
    }

    private void configure(JavalinConfig config, Registrar registrar) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.jetty.threadPool = new QueuedThreadPool(8, 2);
        var routes = config.routes;
        routes.get("/", http -> new RegistryRequest(http).answer(Map.of()));
        routes.get("/contexts", http -> new RegistryRequest(http).answer(List.of(".")));
        new SchemaRoutes(registrar).addTo(routes);
        new RuleRoutes(registrar).addTo(routes);
        besides.accept(config);
        routes.exception(RegistryException.class, (refusal, http) -> {
            new RegistryRequest(http).answer(problem(refusal.code(), refusal.getMessage()));
            http.status(refusal.status());
        });
        routes.exception(KafkaException.class, (failure, http) -> {
            new RegistryRequest(http)
                    .answer(problem(50001, "Error in the backend data store: " + failure.getMessage()));
            http.status(500);
        });
    }

    private static Map<String, Object> problem(int code, String message) {
        return Map.of("error_code", code, "message", message);
    }
}
