package dzvin.detector.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.Chance;
import dzvin.detector.core.view.ViewKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** I5: what is said early is said again when its bucket closes, and changes nothing in what is decided. */
class I5MonotoneTest {
    private static final long AFTER = Duration.ofHours(8).toMillis();

    @Property(seed = "20250627", tries = 24)
    void anEarlySignalIsAlwaysFollowedByItsFinalOne(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
        var run = run(seed, 60);

        var open = new TreeMap<ViewKey, Long>();
        for (Object said : run.said) {
            if (said instanceof EarlySignal early) {
                open.put(early.signal().key(), early.signal().at());
            } else if (said instanceof SurgeSignal signal && open.containsKey(signal.key())) {
                assertThat(signal.at()).isLessThanOrEqualTo(open.remove(signal.key()));
            } else if (said instanceof Settlement settlement) {
                assertThat(settlement.unconfirmed()).isZero();
            }
        }
        assertThat(open).isEmpty();
    }

    @Property(seed = "20250627", tries = 24)
    void eachEarlyAlertIsSettledOnceAndNoneIsTakenBack(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
        var run = run(seed, 60);

        var open = new TreeSet<UUID>();
        for (Object said : run.said) {
            if (said instanceof EarlyAlert early) {
                assertThat(open.add(early.alert().id())).isTrue();
            } else if (said instanceof Settlement settlement) {
                settlement
                        .superseded()
                        .values()
                        .forEach(ids ->
                                ids.forEach(id -> assertThat(open.remove(id)).isTrue()));
                for (EarlyAlert other : settlement.others()) {
                    assertThat(other.alert().kind()).isEqualTo(CampaignAlert.Kind.MERGED);
                    assertThat(open.remove(other.alert().id())).isTrue();
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Property(seed = "20250627", tries = 8)
    void whatIsSaidEarlyChangesNothingInWhatIsDecided(@ForAll @IntRange(min = 1, max = 1_000_000) int seed) {
        assertThat(run(seed, 60).decisions).isEqualTo(run(seed, 0).decisions);
    }

    @Test
    void mostWavesAreToldEarly() {
        int raised = 0;
        int early = 0;
        for (int seed = 1; seed <= 30; seed++) {
            var run = run(seed, 100);
            var campaigns = new HashSet<UUID>();
            run.decisions.forEach(decision -> {
                if (decision instanceof CampaignAlert alert && alert.kind() == CampaignAlert.Kind.RAISED) {
                    campaigns.add(alert.id());
                }
            });
            raised += campaigns.size();
            campaigns.retainAll(superseding(run.said));
            early += campaigns.size();
        }

        assertThat(early).as("of %d raised", raised).isGreaterThan(raised / 2);
    }

    private static Set<UUID> superseding(List<Object> said) {
        var ids = new HashSet<UUID>();
        said.forEach(each -> {
            if (each instanceof Settlement settlement) {
                ids.addAll(settlement.superseded().keySet());
            }
        });
        return ids;
    }

    /** @param percent of open cells that reach the decision, the others are lost */
    private static EarlyRun run(int seed, int percent) {
        var chance = new Chance(seed * 31L);
        var run = new EarlyRun(1 + seed % 4, () -> chance.below(100) < percent);
        var reports = new ArrayList<>(EarlyStream.of(seed, seed % 2 == 0));
        long told = EarlyStream.START;
        for (var report : reports) {
            told = Math.max(told, report.receivedAt());
            run.heartbeat(told - Duration.ofMinutes(1).toMillis());
            run.take(report);
        }
        run.heartbeat(told + AFTER);
        return run;
    }
}
