package dzvin.detector.core.campaign;

import dzvin.detector.core.decide.Evidence;
import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.decide.SurgeSignal;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.watch.WatchedKey;
import java.util.Optional;
import java.util.UUID;

/** States that a key surges, final or early alike. */
public final class Signals {
    private final Policy policy;
    private final TimeGrid grid;

    public Signals(Policy policy) {
        this.policy = policy;
        this.grid = TimeGrid.of(policy.bucket());
    }

    /**
     * @param watched a key that surges
     * @param crowd the people of its window
     * @param bucket that shows the surge
     * @param campaign that the key was joined to
     */
    public SurgeSignal of(WatchedKey watched, Crowd crowd, long bucket, Optional<UUID> campaign) {
        var surge = watched.surge().orElseThrow();
        long from = grid.startMillis(surge.from());
        long at = grid.endMillis(bucket);
        return new SurgeSignal(
                watched.key(),
                policy.scales().get(surge.scale()),
                at,
                new Onset(from, from, at),
                from,
                crowd.reports(),
                surge.expected(),
                surge.people(),
                surge.people() / surge.expected(),
                Evidence.eValue(surge.logEvidence()),
                false,
                campaign,
                crowd.sample());
    }
}
