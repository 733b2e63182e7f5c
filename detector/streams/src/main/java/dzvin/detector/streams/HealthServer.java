package dzvin.detector.streams;

import dzvin.telemetry.Telemetry;
import io.javalin.Javalin;

/** Health and metrics over HTTP; the detector has nothing else to say there. */
final class HealthServer implements AutoCloseable {
    private final String host;
    private final int wantedPort;
    private final Javalin server;

    HealthServer(String host, int wantedPort, Telemetry telemetry) {
        this.host = host;
        this.wantedPort = wantedPort;
        this.server = Javalin.create(settings -> {
            settings.startup.showJavalinBanner = false;
            settings.startup.showOldJavalinVersionWarning = false;
            telemetry.addRoutes(settings);
        });
    }

    void start() {
        server.start(host, wantedPort);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
