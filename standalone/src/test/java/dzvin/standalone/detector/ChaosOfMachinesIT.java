package dzvin.standalone.detector;

import static dzvin.standalone.detector.Trial.ON_DEMAND;
import static dzvin.standalone.detector.Trial.PATIENCE;
import static dzvin.standalone.detector.Trial.passOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.standalone.process.SlowDisk;
import dzvin.standalone.process.SmallDisk;
import dzvin.standalone.process.Surroundings;
import dzvin.standalone.process.WrongClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with the machines that detectors and brokers run on, everything holds that a {@link Trial} asks. */
@EnabledIfSystemProperty(named = "chaos", matches = "all", disabledReason = ON_DEMAND)
class ChaosOfMachinesIT {
    private static final List<Duration> JUMPS = List.of(Duration.ofDays(3), Duration.ofDays(-5), Duration.ofDays(400));
    private static final int MEBIBYTES = 64;
    private static final Duration SLOW = Duration.ofMillis(30);

    @TempDir
    private Path folder;

    /** One broker: what Kafka's own clocks say is no part of any answer, and a detector's must be none either. */
    @Test
    void clocksThatJumpByDaysChangeNoByte() throws Exception {
        var clock = WrongClock.of(folder);
        Trial.onOneBroker(folder, unrest -> {
            unrest.startIn(detector -> clock.surroundings());
            return slice -> {
                unrest.beginWith(2, slice);
                clock.isAhead(JUMPS.get(slice));
                passOn();
                assertThat(unrest.log(0).lines())
                        .anyMatch(line -> tells(line, Instant.now().plus(JUMPS.get(slice))));
            };
        });
    }

    /**
     * The disk is filled while the detector works. With so little to remember it goes on in memory, until it is killed and cannot start
     * again. One broker, for the disk is a detector's; {@code FullDiskIT} fills up that of a broker.
     */
    @Test
    void aDiskThatIsFullUntilThereIsRoomAgainChangesNoByte() throws Exception {
        try (var disk = SmallDisk.of(MEBIBYTES, folder.resolve("detector-0"))) {
            Trial.onOneBroker(folder, unrest -> {
                unrest.startIn(
                        detector -> detector == 0 ? new Surroundings(disk.starter(), Map.of()) : Surroundings.USUAL);
                return slice -> {
                    if (slice == 0) {
                        unrest.join();
                        unrest.join();
                        passOn();
                        disk.fill();
                    } else if (slice == 1) {
                        unrest.kill(0);
                        unrest.startAgain(0);
                        await().atMost(PATIENCE).until(() -> {
                            disk.fill();
                            return !unrest.isAlive(0);
                        });
                        assertThat(unrest.log(0)).contains("No space left on device");
                        passOn();
                        disk.makeRoom();
                        unrest.startAgain(0);
                        passOn();
                    }
                };
            });
        }
    }

    /** Three brokers, which sync after every ten records and wait for their disks, as the detectors do. */
    @Test
    void slowDisksChangeNoByte() throws Exception {
        var disk = SlowDisk.of(folder, SLOW);
        try (var cluster = BrokerCluster.start(
                folder, broker -> disk.surroundings("broker-" + broker).with(BrokerProcess.SYNC_EACH, "10"))) {
            var bootstrap = cluster.awaitAll();
            try (var registry = OneBroker.registry(bootstrap)) {
                Trial.on(OneBroker.connection(bootstrap, registry), BrokerCluster.BROKERS, folder)
                        .everythingHoldsAfter(unrest -> {
                            unrest.startIn(detector -> disk.surroundings("detector-" + detector));
                            return slice -> {
                                if (slice == 0) {
                                    unrest.join();
                                    unrest.join();
                                }
                                passOn();
                                unrest.killOne();
                                passOn();
                            };
                        });
            }
            for (String name : List.of("broker-0", "broker-1", "broker-2", "detector-0", "detector-1")) {
                assertThat(disk.syncs(name)).as("syncs of %s", name).isPositive();
            }
        }
    }

    private static boolean tells(String line, Instant time) {
        return line.startsWith(DetectorProcess.ITS_CLOCK)
                && Duration.between(Instant.parse(line.substring(DetectorProcess.ITS_CLOCK.length())), time)
                                .abs()
                                .compareTo(Duration.ofHours(1))
                        < 0;
    }
}
