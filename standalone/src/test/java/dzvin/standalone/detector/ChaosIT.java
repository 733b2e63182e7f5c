package dzvin.standalone.detector;

import static dzvin.standalone.detector.Trial.ON_DEMAND;
import static dzvin.standalone.detector.Trial.SLICES;
import static dzvin.standalone.detector.Trial.passOn;

import dzvin.standalone.detector.Unrest.Disturbance;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever breaks among detectors and brokers, everything holds that a {@link Trial} asks. The detectors are processes and are killed
 * with {@code kill -9}; so are brokers. {@code -Dchaos=all} adds what needs three brokers.
 */
class ChaosIT {
    @TempDir
    private Path folder;

    @Test
    void killedDetectorsPoisonRepeatsAndRebalancesChangeNoByte() throws Exception {
        Trial.onOneBroker(folder, unrest -> slice -> {
            unrest.beginWith(2, slice);
            unrest.killOne();
            if (slice == 1) {
                unrest.join();
                unrest.leave();
            }
        });
    }

    /** One is dead for longer than its session, the other goes on from its copies, and the first comes back to a disk that is behind. */
    @Test
    @EnabledIfSystemProperty(named = "chaos", matches = "all", disabledReason = ON_DEMAND)
    void copiesThatTakeOverFromKilledDetectorsChangeNoByte() throws Exception {
        Trial.onOneBroker(folder, unrest -> {
            unrest.keepCopies(1);
            return slice -> {
                unrest.beginWith(2, slice);
                int victim = slice % 2;
                unrest.kill(victim);
                passOn();
                unrest.startAgain(victim);
                passOn();
            };
        });
    }

    @Test
    @EnabledIfSystemProperty(named = "chaos", matches = "all", disabledReason = ON_DEMAND)
    void killedBrokersChangeNoByte() throws Exception {
        onThreeBrokers((cluster, unrest) -> slice -> {
            unrest.beginWith(2, slice);
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
            unrest.beginWith(2, slice);
            for (int broker = 0; broker < BrokerCluster.BROKERS; broker++) {
                cluster.network(broker).cut();
            }
            passOn();
            for (int broker = 0; broker < BrokerCluster.BROKERS; broker++) {
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

    private void onThreeBrokers(OnCluster disturbances) throws Exception {
        try (var cluster = BrokerCluster.start(folder)) {
            var bootstrap = cluster.awaitAll();
            try (var registry = OneBroker.registry(bootstrap)) {
                Trial.on(OneBroker.connection(bootstrap, registry), BrokerCluster.BROKERS, folder)
                        .everythingHoldsAfter(unrest -> disturbances.with(cluster, unrest));
            }
        }
    }
}
