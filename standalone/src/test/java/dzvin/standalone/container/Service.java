package dzvin.standalone.container;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Volume;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;

/** One of our services, confined as the compose file confines it, and what a client sees of it. */
final class Service {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String name;
    private final int port;
    private final List<Bind> secrets = new ArrayList<>();
    private final GenericContainer<?> container;

    Service(String name, int port, String image, Network network) {
        this.name = name;
        this.port = port;
        this.container = new GenericContainer<>(image)
                .withNetwork(network)
                .withNetworkAliases(name)
                .withCommand(name)
                .withExposedPorts(port)
                .withEnv("DZVIN_KAFKA_BOOTSTRAP_SERVERS", "kafka:19092")
                .withEnv("DZVIN_SCHEMA_REGISTRY_URL", "http://registry:8082")
                .withEnv("DZVIN_LOG_FORMAT", "json")
                .withEnv("JAVA_TOOL_OPTIONS", "-Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1")
                .withTmpFs(Map.of("/tmp", "exec,mode=1777"))
                .withCreateContainerCmdModifier(command -> command.getHostConfig()
                        .withReadonlyRootfs(true)
                        .withCapDrop(Capability.ALL)
                        .withSecurityOpts(List.of("no-new-privileges:true"))
                        .withBinds(secrets))
                .waitingFor(Wait.forHttp("/health/ready").forPort(port).withStartupTimeout(PATIENCE));
    }

    /** Hands over a file as Compose hands over secrets, and names it in a setting. */
    Service with(String variable, Path file) {
        var inside = "/run/secrets/" + file.getFileName();
        secrets.add(new Bind(file.toString(), new Volume(inside), AccessMode.ro));
        container.withEnv(variable, inside);
        return this;
    }

    Service with(String variable, String value) {
        container.withEnv(variable, value);
        return this;
    }

    String name() {
        return name;
    }

    GenericContainer<?> container() {
        return container;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    HttpResponse<String> post(String path, String json, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    /** The sum over all time series of a metric whose line begins with the pattern. */
    double metric(String pattern) {
        var value = Pattern.compile("(?m)^" + pattern + "[^ ]* (\\S+)$")
                .matcher(get("/metrics").body());
        double sum = 0;
        while (value.find()) {
            sum += Double.parseDouble(value.group(1));
        }
        return sum;
    }

    InspectContainerResponse inspect() {
        return DockerClientFactory.lazyClient()
                .inspectContainerCmd(container.getContainerId())
                .exec();
    }

    /** Exit status after SIGTERM; 137 if it had to be killed. */
    long stop() {
        DockerClientFactory.lazyClient()
                .stopContainerCmd(container.getContainerId())
                .withTimeout(30)
                .exec();
        return inspect().getState().getExitCodeLong();
    }

    String shell(String command) throws IOException, InterruptedException {
        return container.execInContainer("sh", "-c", command).getStdout().strip();
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var address = "http://" + container.getHost() + ":" + container.getMappedPort(port) + path;
        var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
