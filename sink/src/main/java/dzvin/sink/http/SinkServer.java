package dzvin.sink.http;

import dzvin.sink.console.Banner;
import dzvin.sink.console.ConsoleFiles;
import dzvin.sink.live.ReadModel;
import dzvin.sink.replay.ReplayDesk;
import dzvin.telemetry.Telemetry;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.ServiceUnavailableResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The sink's HTTP server: console, API, stream, health and metrics. */
public final class SinkServer implements AutoCloseable {
    /** Below the 30 seconds after which servers and proxies think a connection dead. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);

    /** Requests under way get this long to end by themselves. */
    private static final Duration GOODBYE = Duration.ofSeconds(3);

    private static final int LONGEST_FORM = 4_096;

    private final HttpConfig config;
    private final ReadModel model;
    private final Supplier<Optional<String>> notReady;
    private final Optional<ReplayDesk> replays;
    private final Javalin server;

    /**
     * What is served.
     *
     * @param replays where history can be replayed from here
     */
    public record Served(
            ReadModel model, Supplier<Optional<String>> notReady, Banner banner, Optional<ReplayDesk> replays) {}

    public SinkServer(HttpConfig config, Served served, Telemetry telemetry) {
        this.config = config;
        this.model = served.model();
        this.notReady = served.notReady();
        this.replays = served.replays();
        this.server = Javalin.create(javalin -> {
            javalin.startup.showJavalinBanner = false;
            javalin.startup.showOldJavalinVersionWarning = false;
            javalin.jetty.modifyServer(jetty -> jetty.setStopTimeout(GOODBYE.toMillis()));
            javalin.http.maxRequestSize = LONGEST_FORM;
            javalin.routes.before(SecurityHeaders::add);
            Problems.addTo(javalin);
            telemetry.addRoutes(javalin);
            ConsoleFiles.addTo(javalin);
            addApi(javalin, served);
        });
    }

    /** @throws RuntimeException if the port is taken */
    public void start() {
        server.start(config.host(), config.port());
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        model.dropFollowers();
        replays.ifPresent(ReplayDesk::close);
        server.stop();
    }

    private void addApi(JavalinConfig javalin, Served served) {
        var sessions = new Sessions(Clock.systemUTC());
        var gate = new Gate(config, sessions);
        var session = new SessionRoutes(gate, sessions);
        javalin.routes.post("/api/v1/session", session::signIn);
        javalin.routes.delete("/api/v1/session", session::signOut);

        var campaigns = new CampaignRoutes(model);
        var alerts = new AlertRoutes(model);
        var stream = new StreamRoute(model, HEARTBEAT);
        var status = new Status(
                model,
                notReady,
                served.banner(),
                !config.open(),
                served.replays().isPresent());
        read(javalin, gate, "/api/v1/status", status::show);
        read(javalin, gate, "/api/v1/campaigns", request -> whenReady(campaigns::list, request));
        read(javalin, gate, "/api/v1/campaigns/{id}", request -> whenReady(campaigns::one, request));
        read(javalin, gate, "/api/v1/alerts", request -> whenReady(alerts::list, request));
        read(javalin, gate, "/api/v1/stream", request -> whenReady(stream::stream, request));
        served.replays()
                .ifPresent(desk -> addReplays(javalin, gate, new ReplayRoutes(desk, HEARTBEAT, !config.open())));
    }

    private static void addReplays(JavalinConfig javalin, Gate gate, ReplayRoutes replays) {
        var one = "/api/v1/replays/{replay}";
        javalin.routes.post("/api/v1/replays", checked(gate, replays::start));
        javalin.routes.delete(one, checked(gate, replays::stop));
        read(javalin, gate, "/api/v1/replays", replays::list);
        read(javalin, gate, one, replays::one);
        read(javalin, gate, one + "/{run}/status", replays::status);
        read(javalin, gate, one + "/{run}/campaigns", replays::campaigns);
        read(javalin, gate, one + "/{run}/campaigns/{id}", replays::campaign);
        read(javalin, gate, one + "/{run}/alerts", replays::alerts);
        read(javalin, gate, one + "/{run}/stream", replays::stream);
    }

    /** A half-read model would show campaigns as they were. */
    private void whenReady(Handler handler, Context request) throws Exception {
        var reason = notReady.get();
        if (reason.isPresent()) {
            request.header("Retry-After", "1");
            throw new ServiceUnavailableResponse(reason.get(), Map.of());
        }
        handler.handle(request);
    }

    private static void read(JavalinConfig javalin, Gate gate, String path, Handler handler) {
        javalin.routes.get(path, checked(gate, handler));
    }

    private static Handler checked(Gate gate, Handler handler) {
        return request -> {
            gate.check(request);
            handler.handle(request);
        };
    }
}
