package dzvin.detector.core.decide;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.UUID;

/**
 * A campaign as it stands. Times are epoch milliseconds.
 *
 * @param revision counts up with each change, from 1
 * @param splitFrom the campaign that it was told apart from
 * @param broadcast every region rose at once on everything: people were asked to report
 * @param keys texts of the keys of its signals
 * @param totalReports distinct reports since the onset
 * @param series by hour, oldest first
 */
public record CampaignSnapshot(
        UUID id,
        int revision,
        Stage stage,
        long raisedAt,
        long stageSince,
        long updatedAt,
        OptionalLong endedAt,
        Optional<UUID> mergedInto,
        Optional<UUID> splitFrom,
        boolean broadcast,
        SortedSet<String> keys,
        Evidence evidence,
        long totalReports,
        List<SeriesPoint> series,
        Summary summary)
        implements Decision {
    @Override
    public String subject() {
        return id.toString();
    }

    @Override
    public long at() {
        return updatedAt;
    }

    /** One step of a time line: its start, what was reported, what was expected. */
    public record SeriesPoint(long at, long reports, double expected) {}
}
