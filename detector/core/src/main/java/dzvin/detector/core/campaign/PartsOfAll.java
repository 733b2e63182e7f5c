package dzvin.detector.core.campaign;

import dzvin.detector.core.campaign.Broadcasts.Rise;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Watch;
import dzvin.detector.core.watch.WatchedKey;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which surges and campaigns show no more than everything does, and which have ceased to. */
final class PartsOfAll {
    private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

    private final Watch watch;
    private final TimeGrid grid;
    private final Broadcasts broadcasts;

    PartsOfAll(Watch watch, TimeGrid grid) {
        this.watch = watch;
        this.grid = grid;
        this.broadcasts = new Broadcasts(watch, grid);
    }

    /** What has been called a broadcast remains one for as long as the whole stream is high. */
    Optional<Rise> rise(List<CampaignState> live, long bucket) {
        return broadcast(live).isPresent() ? broadcasts.riseOfAll(bucket) : broadcasts.rise(bucket);
    }

    /** Whether there is news of a broadcast. A week after a step its keys still surge over seven days; of the latest day nothing is to be told then. */
    boolean isHighToday(long bucket) {
        return broadcasts.isHighToday(bucket);
    }

    /** The one that lives. */
    static Optional<CampaignState> broadcast(List<CampaignState> campaigns) {
        return campaigns.stream().filter(campaign -> campaign.broadcast).findFirst();
    }

    /** What was part of a broadcast, and has come to show more than everything does: it begins anew. */
    Stream<WatchedKey> outgrown(List<CampaignState> live, long bucket) {
        return broadcast(live).stream()
                .flatMap(broadcast -> watch.surging(broadcast.keys))
                .filter(surge -> surge.surge().orElseThrow().since() < bucket)
                .filter(surge -> broadcasts.isOutgrown(surge, bucket));
    }

    /** Nodes that show no more than everything does. */
    BitSet of(JoinRound round) {
        var live = round.live();
        var parts = new BitSet();
        for (int i = 0; i < live.size(); i++) {
            parts.set(i, live.get(i).broadcast || isPart(live.get(i), round));
        }
        for (int i = 0; i < round.surges().size(); i++) {
            parts.set(live.size() + i, isPart(round.surges().get(i), round, parts));
        }
        return parts;
    }

    /**
     * Whether a surge in an open bucket shows no more than everything did when the bucket before closed, while a broadcast lives. What was never heard before
     * is no part of everything.
     */
    boolean holdsEarly(WatchedKey surge, long bucket) {
        return watch.key(surge.key()).isPresent()
                && broadcasts
                        .riseOfAll(bucket - 1)
                        .filter(rise -> broadcasts.explains(rise, surge, bucket))
                        .isPresent();
    }

    /** A campaign is taken for a part of everything only if it was raised while everything rose, before that was told, and is no mass effort. */
    private boolean isPart(CampaignState campaign, JoinRound round) {
        if (campaign.stage == Stage.MASS || !roseWithEverything(campaign, round)) {
            return false;
        }
        var surging = watch.surging(campaign.keys).toList();
        return !surging.isEmpty() && surging.stream().allMatch(surge -> isPart(surge, round));
    }

    /**
     * What was raised more than a day before has another reason, and what was raised after it was told was more than everything then. A day, for the window in
     * which the rise shows best may begin later than the rise.
     */
    private boolean roseWithEverything(CampaignState campaign, JoinRound round) {
        var broadcast = broadcast(round.live());
        if (broadcast.isPresent()) {
            return campaign.raisedAt >= broadcast.get().onset.from() - DAY_MILLIS
                    && campaign.raisedAt < broadcast.get().raisedAt;
        }
        return round.rise()
                .filter(rise -> campaign.raisedAt >= grid.startMillis(rise.from()) - DAY_MILLIS)
                .isPresent();
    }

    /** What belongs to a campaign is part of everything if the campaign is, and has not outgrown it. */
    private boolean isPart(WatchedKey surge, JoinRound round, BitSet parts) {
        ViewKey key = surge.key();
        for (int i = 0; i < round.live().size(); i++) {
            if (round.live().get(i).keys.contains(key)) {
                return parts.get(i) && !broadcasts.isOutgrown(surge, round.bucket());
            }
        }
        return isPart(surge, round);
    }

    private boolean isPart(WatchedKey surge, JoinRound round) {
        return round.rise()
                .filter(rise -> broadcasts.explains(rise, surge, round.bucket()))
                .isPresent();
    }
}
