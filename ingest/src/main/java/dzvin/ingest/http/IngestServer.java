package dzvin.ingest.http;

import dzvin.ingest.IngestConfig;
import dzvin.ingest.intake.Intake;
import dzvin.telemetry.Telemetry;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.json.JavalinJackson;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gateway's HTTP server. Closing it lets requests under way end first. */
public final class IngestServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IngestServer.class);
    private static final Duration LAST_WAIT = Duration.ofSeconds(12);
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final String REPORTS = "/v1/reports";
    private static final String STARTED = "dzvin.started";

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(20),
        Duration.ofMillis(100),
        Duration.ofMillis(500),
        Duration.ofSeconds(2),
        Duration.ofSeconds(10)
    };

    private final String host;
    private final int wantedPort;
    private final MeterRegistry registry;
    private final Javalin server;

    /** Binds nothing before {@link #start()}. */
    public IngestServer(IngestConfig config, Intake intake, Telemetry telemetry) {
        var keys = new ApiKeys(config.apiKeys());
        var reports = new ReportsEndpoint(keys, config.limits(), intake);
        var form = new FormPage(config.profile(), keys.areNeeded());
        this.host = config.host();
        this.wantedPort = config.port();
        this.registry = telemetry.registry();
        this.server = Javalin.create(setup -> {
            tune(setup);
            telemetry.addRoutes(setup);
            setup.routes.before(SecurityHeaders::addTo);
            setup.routes.before(REPORTS, context -> context.attribute(STARTED, System.nanoTime()));
            setup.routes.post(REPORTS, reports::post);
            setup.routes.after(REPORTS, this::time);
            form.addRoutes(setup);
            answerProblems(setup);
        });
    }

    /** Returns when requests are taken. */
    public void start() {
        server.start(host, wantedPort);
    }

    /** The port that was bound. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void tune(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.http.prefer405over404 = true;
        config.jsonMapper(new JavalinJackson());
        config.jetty.modifyHttpConfiguration(http -> {
            http.setSendServerVersion(false);
            http.setIdleTimeout(IDLE.toMillis());
        });
        config.jetty.modifyServer(jetty -> {
            jetty.setHandler(new GracefulHandler());
            jetty.setStopTimeout(LAST_WAIT.toMillis());
        });
    }

    private static void answerProblems(JavalinConfig config) {
        config.routes.exception(ProblemException.class, (e, context) -> {
            e.headers().forEach(context::header);
            answer(context, e.problem(), e.getMessage());
        });
        config.routes.exception(HttpResponseException.class, IngestServer::answerRouting);
        config.routes.exception(Exception.class, (e, context) -> {
            LOG.atError().addKeyValue("path", context.path()).setCause(e).log("a request failed");
            answer(context, Problem.FAILED, "This is a fault of the service: its operator finds it in the log.");
        });
    }

    /** What the router itself refuses: an address or a method that is not there. */
    private static void answerRouting(HttpResponseException e, Context context) {
        if (e.getStatus() == Problem.METHOD_NOT_ALLOWED.status()) {
            var methods = e.getDetails().getOrDefault("availableMethods", "");
            context.header("Allow", methods);
            answer(context, Problem.METHOD_NOT_ALLOWED, "Use one of: " + methods + ".");
        } else {
            answer(context, Problem.NOT_FOUND, "See /v1/openapi.json for what there is.");
        }
    }

    private static void answer(Context context, Problem problem, String detail) {
        context.status(problem.status()).json(problem.withDetail(detail)).contentType(Problem.MEDIA_TYPE);
    }

    private void time(Context context) {
        Long started = context.attribute(STARTED);
        if (started != null) {
            Timer.builder("dzvin.ingest.requests")
                    .description("requests with reports, from their first byte to their answer")
                    .tag("status", Integer.toString(context.statusCode()))
                    .serviceLevelObjectives(BUCKETS)
                    .register(registry)
                    .record(Duration.ofNanos(System.nanoTime() - started));
        }
    }
}
