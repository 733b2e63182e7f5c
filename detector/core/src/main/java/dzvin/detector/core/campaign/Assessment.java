package dzvin.detector.core.campaign;

import dzvin.detector.core.decide.Evidence;
import dzvin.detector.core.decide.Onset;
import java.util.List;
import java.util.function.Supplier;

/**
 * What a look at a campaign finds. Most looks tell nothing new and end in no words, so evidence is only put together when it is asked
 * for, at once or not at all. Used by one thread.
 */
final class Assessment {
    private final Onset onset;
    private final StageRule.Reach reach;
    private final List<Onsets.Step> latestHours;
    private final Crowd window;
    private final Supplier<Evidence> source;
    private Evidence evidence;

    /**
     * @param window everybody since the onset
     * @param source of the evidence, as long as nothing more is counted
     */
    Assessment(
            Onset onset,
            StageRule.Reach reach,
            List<Onsets.Step> latestHours,
            Crowd window,
            Supplier<Evidence> source) {
        this.onset = onset;
        this.reach = reach;
        this.latestHours = latestHours;
        this.window = window;
        this.source = source;
    }

    Onset onset() {
        return onset;
    }

    StageRule.Reach reach() {
        return reach;
    }

    /** By the hour of the call, oldest first, without a gap. */
    List<Onsets.Step> latestHours() {
        return latestHours;
    }

    /** Different people since the onset: the evidence's own number. */
    long people() {
        return evidence == null ? window.people() : evidence.people();
    }

    Evidence evidence() {
        if (evidence == null) {
            evidence = source.get();
        }
        return evidence;
    }
}
