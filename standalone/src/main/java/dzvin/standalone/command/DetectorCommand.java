package dzvin.standalone.command;

import dzvin.detector.streams.DetectorApp;
import dzvin.standalone.kafka.DiskRoom;
import dzvin.standalone.kafka.Ports;
import dzvin.standalone.running.Running;
import dzvin.standalone.running.StillLive;
import dzvin.telemetry.Telemetry;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code dzvin detector}: what rings. */
@Command(
        name = "detector",
        mixinStandardHelpOptions = true,
        description =
                "Runs the detector alone, against the Kafka and the registry of the configuration, until it is stopped.")
final class DetectorCommand implements Runnable {
    @Mixin
    private final ConfigOption config;

    DetectorCommand(Map<String, String> environment) {
        this.config = new ConfigOption(environment);
    }

    @Override
    public void run() {
        var installation = ServiceLog.of(config.installation());
        var detector = installation.detector(installation.layout());
        var policy = installation.policy();
        var room = new DiskRoom(detector.stateDir(), "choose another place with detector.stateDir");
        DiskRoom.requireForLibraries();
        room.requireReserve();
        Ports.requireFree(detector.port(), "the detector", "detector.port");
        var connection = KafkaReach.require(installation.connection());
        try (var running = new Running()) {
            var telemetry = running.add(new Telemetry());
            running.start(
                    new DetectorApp(detector, connection, installation.topics(), policy, telemetry),
                    DetectorApp::start);
            running.awaitShutdown(() -> {
                room.requireReserve();
                StillLive.require("the detector", telemetry);
            });
        }
    }
}
