package dzvin.detector.core.campaign;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.view.ViewKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.UUID;

/** What is remembered of a campaign while it lives. Times are epoch milliseconds. Used by one thread. */
final class CampaignState {
    final UUID id;
    final long raisedAt;
    final TreeSet<ViewKey> keys = new TreeSet<>();
    final TimeLine series = new TimeLine();
    Stage stage = Stage.EMERGING;
    int revision;
    long stageSince;
    long updatedAt;
    OptionalLong endedAt = OptionalLong.empty();
    Optional<UUID> mergedInto = Optional.empty();
    Optional<UUID> splitFrom = Optional.empty();
    /** Since when its parts have had nothing in common. */
    OptionalLong apartSince = OptionalLong.empty();

    boolean broadcast;
    Onset onset;
    /** When people last said something that the baseline does not explain. */
    long lastNews;

    /** Since when what comes counts for its stage: since it last subsided, if it ever did. */
    long countsFrom;

    long peopleTold;
    LastAlert lastAlert;

    /** What a revision of the latest alert repeats. */
    record LastAlert(
            UUID id,
            int revision,
            CampaignAlert.Kind kind,
            Stage stage,
            Optional<Stage> previousStage,
            long at,
            List<UUID> mergedFrom) {}

    CampaignState(UUID id, long raisedAt, Onset onset) {
        this.id = id;
        this.raisedAt = raisedAt;
        this.stageSince = raisedAt;
        this.updatedAt = raisedAt;
        this.lastNews = raisedAt;
        this.onset = onset;
    }

    boolean isLive() {
        return stage != Stage.ENDED && mergedInto.isEmpty();
    }

    /** Whether it is known by nothing but places. */
    boolean isPlace() {
        return keys.stream().allMatch(Places::isPlace);
    }

    /** Whether it is known what is said. */
    boolean hasWords() {
        return keys.stream().anyMatch(Places::hasWords);
    }

    /** The keys that join others to it: all, while nothing is known of what is said. */
    Collection<ViewKey> bridges() {
        return hasWords() ? keys.stream().filter(key -> !Places.isPlace(key)).toList() : keys;
    }
}
