package dzvin.standalone.detector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dzvin.schemas.KafkaConnection;
import dzvin.schemas.TopicSetup;
import dzvin.schemas.avro.Report;
import dzvin.standalone.detector.Unrest.Disturbance;
import dzvin.standalone.kafka.EmbeddedKafka;
import dzvin.standalone.registry.EmbeddedRegistry;
import dzvin.telemetry.Telemetry;
import io.micrometer.core.instrument.FunctionCounter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever breaks, what is finally rung is byte for byte what an undisturbed run rings (I2), every report is counted once (I3), and
 * counted, duplicate and late add up to what was told (I1). The detectors are processes and are killed with {@code kill -9}; so
 * are brokers. {@code -Dchaos=all} adds what needs three brokers.
 */
class ChaosIT {
    private static final String ON_DEMAND = "three brokers take minutes: run with -Dchaos=all";
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    private static final int PARTITIONS = 3;
    private static final int SLICES = 3;

    private static final List<Report> ARRIVALS = Arrivals.withinGrace(3);

    @TempDir
    private Path folder;

    @Test
    void killedDetectorsPoisonRepeatsAndRebalancesChangeNoByte() throws Exception {
        try (var kafka = new EmbeddedKafka(folder.resolve("kafka"), 0).start();
                var registry = registry(kafka.bootstrapServers())) {
            var connection = connection(kafka.bootstrapServers(), registry);

            everythingHoldsAfter(connection, 1, unrest -> slice -> {
                if (slice == 0) {
                    unrest.join();
                    unrest.join();
                    passOn();
                }
                unrest.killOne();
                if (slice == 1) {
                    unrest.join();
                    unrest.leave();
                }
            });
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "chaos", matches = "all", disabledReason = ON_DEMAND)
    void killedBrokersChangeNoByte() throws Exception {
        onThreeBrokers((cluster, unrest) -> slice -> {
            if (slice == 0) {
                unrest.join();
                unrest.join();
                passOn();
            }
            cluster.kill(slice);
            passOn();
            cluster.startAgain(slice);
            passOn();
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "chaos", matches = "all", disabledReason = ON_DEMAND)
    void aNetworkThatIsCutChangesNoByte() throws Exception {
        onThreeBrokers((cluster, unrest) -> slice -> {
            if (slice == 0) {
                unrest.join();
                unrest.join();
                passOn();
            }
            for (int broker = 0; broker < SLICES; broker++) {
                cluster.network(broker).cut();
            }
            passOn();
            for (int broker = 0; broker < SLICES; broker++) {
                cluster.network(broker).mend();
            }
            passOn();
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "chaos", matches = "all", disabledReason = ON_DEMAND)
    void aStormOfRebalancesAndKillsChangesNoByte() throws Exception {
        onThreeBrokers((cluster, unrest) -> slice -> {
            for (int turn = 0; turn < SLICES; turn++) {
                unrest.join();
                passOn();
                unrest.killOne();
                unrest.join();
                passOn();
                unrest.leave();
            }
        });
    }

    private interface OnCluster {
        Disturbance with(BrokerCluster cluster, Unrest unrest);
    }

    private interface OnKafka {
        Disturbance with(Unrest unrest);
    }

    private void onThreeBrokers(OnCluster disturbances) throws Exception {
        try (var cluster = BrokerCluster.start(folder)) {
            var bootstrap = cluster.bootstrapServers();
            awaitCluster(bootstrap);
            try (var registry = registry(bootstrap)) {
                everythingHoldsAfter(
                        connection(bootstrap, registry), SLICES, unrest -> disturbances.with(cluster, unrest));
            }
        }
    }

    private void everythingHoldsAfter(KafkaConnection connection, int copies, OnKafka disturbances) throws Exception {
        var layout = new TopicSetup.Layout(PARTITIONS, copies);
        var disturbed = new Desk(connection, "disturbed", layout, folder.resolve("last"));
        try (var unrest = new Unrest(connection, disturbed, layout, folder)) {
            unrest.tell(ARRIVALS, SLICES, disturbances.with(unrest));
            unrest.killAll();

            var counts = finish(disturbed);

            assertThat(counts.counted()).isEqualTo(different(ARRIVALS));
            assertThat(counts.all()).isEqualTo(unrest.told());
            assertThat(disturbed.said("disturbed.reports.undecodable")).hasSize((int) unrest.poisoned());
        }
        var undisturbed = new Desk(connection, "undisturbed", layout, folder.resolve("undisturbed"));
        undisturbed.tell(ARRIVALS);
        undisturbed.tick(PlantedWave.longAfter());
        finish(undisturbed);

        assertThat(disturbed.said(disturbed.topics().alerts()))
                .isNotEmpty()
                .isEqualTo(undisturbed.said(undisturbed.topics().alerts()));
        assertThat(disturbed.newest(disturbed.topics().campaigns()))
                .isEqualTo(undisturbed.newest(undisturbed.topics().campaigns()));
    }

    /** A detector in this process brings it to its end; what it shows of the reports is state that all before it have written. */
    private static Counts finish(Desk desk) {
        try (var telemetry = new Telemetry();
                var detector = desk.detector(1, telemetry)) {
            detector.start();
            var decided = telemetry.registry().get("dzvin.detector.decided").gauge();
            long end = PlantedWave.longAfter().minus(Duration.ofHours(1)).getEpochSecond();
            await().atMost(PATIENCE).until(() -> decided.value() >= end);
            return new Counts(count(telemetry, "counted"), count(telemetry, "duplicate"), count(telemetry, "late"));
        }
    }

    private static long count(Telemetry telemetry, String outcome) {
        return (long)
                telemetry.registry().get("dzvin.detector.reports").tag("outcome", outcome).functionCounters().stream()
                        .mapToDouble(FunctionCounter::count)
                        .sum();
    }

    private record Counts(long counted, long duplicate, long late) {
        long all() {
            return counted + duplicate + late;
        }
    }

    private static long different(List<Report> arrivals) {
        return arrivals.stream().map(Report::getId).distinct().count();
    }

    /** Lets what was started get going, and what was killed be missed. That it did is not asserted: it may be as it will. */
    private static void passOn() throws InterruptedException {
        TimeUnit.SECONDS.sleep(8);
    }

    private static void awaitCluster(String bootstrap) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            await().atMost(PATIENCE)
                    .ignoreExceptions()
                    .until(() -> admin.describeCluster()
                                    .nodes()
                                    .get(5, TimeUnit.SECONDS)
                                    .size()
                            == SLICES);
        }
    }

    private static EmbeddedRegistry registry(String bootstrap) {
        var unknown = new KafkaConnection(bootstrap, URI.create("http://unused"), EmbeddedKafka.clientSettings());
        return new EmbeddedRegistry(unknown, 0).start();
    }

    private static KafkaConnection connection(String bootstrap, EmbeddedRegistry registry) {
        return new KafkaConnection(bootstrap, registry.url(), EmbeddedKafka.clientSettings());
    }
}
