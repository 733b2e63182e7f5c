package dzvin.detector.core.campaign;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.CampaignSnapshot;
import dzvin.detector.core.decide.CampaignSnapshot.SeriesPoint;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.Evidence;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.decide.Wanted;
import dzvin.detector.core.explain.Sentences;
import dzvin.detector.core.view.ViewKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts a campaign's state into the words that leave the detector. */
final class Announcer {
    private final Sentences sentences;
    private final Wanted wanted;

    Announcer(Sentences sentences, Wanted wanted) {
        this.sentences = sentences;
        this.wanted = wanted;
    }

    /** A name-based id (RFC 9562, version 3): the same name gives the same id everywhere. */
    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Of the campaign that is raised with a key at a bucket's end. */
    static UUID campaignId(String policy, ViewKey key, long at) {
        return id("campaign|" + policy + "|" + key.text() + "|" + at);
    }

    CampaignAlert alert(
            CampaignState campaign,
            Kind kind,
            Optional<Stage> previous,
            long at,
            List<UUID> mergedFrom,
            Assessment assessment) {
        var id = id("alert|" + campaign.id + "|" + kind + "|" + campaign.stage + "|" + at);
        campaign.peopleTold = assessment.evidence().people();
        campaign.lastAlert = new CampaignState.LastAlert(id, 1, kind, campaign.stage, previous, at, mergedFrom);
        return alert(campaign, campaign.lastAlert, assessment);
    }

    /** The latest alert once more, with what late reports changed. */
    CampaignAlert revision(CampaignState campaign, Assessment assessment) {
        var last = campaign.lastAlert;
        campaign.lastAlert = new CampaignState.LastAlert(
                last.id(),
                last.revision() + 1,
                last.kind(),
                last.stage(),
                last.previousStage(),
                last.at(),
                last.mergedFrom());
        return alert(campaign, campaign.lastAlert, assessment);
    }

    private CampaignAlert alert(CampaignState campaign, CampaignState.LastAlert alert, Assessment assessment) {
        var splitFrom = alert.kind() == Kind.RAISED ? campaign.splitFrom : Optional.<UUID>empty();
        return new CampaignAlert(
                alert.id(),
                alert.revision(),
                campaign.id,
                alert.kind(),
                alert.stage(),
                alert.previousStage(),
                alert.at(),
                alert.mergedFrom(),
                splitFrom,
                assessment.evidence(),
                splitFrom.isPresent()
                        ? sentences.toldApart(alert.stage(), assessment.evidence())
                        : sentences.of(alert.stage(), campaign.broadcast, assessment.evidence()));
    }

    /** The campaign as it stands, if anybody wants to hear; it counts as a change either way. */
    void change(CampaignState campaign, long at, Assessment assessment, List<Decision> decisions) {
        campaign.revision++;
        campaign.updatedAt = at;
        if (wanted.snapshots()) {
            decisions.add(snapshot(campaign, at, assessment));
        }
    }

    private CampaignSnapshot snapshot(CampaignState campaign, long at, Assessment assessment) {
        var series = campaign.series.points();
        return new CampaignSnapshot(
                campaign.id,
                campaign.revision,
                campaign.stage,
                campaign.raisedAt,
                campaign.stageSince,
                at,
                campaign.endedAt,
                campaign.mergedInto,
                campaign.splitFrom,
                campaign.broadcast,
                campaign.keys.stream().map(ViewKey::text).collect(Collectors.toCollection(TreeSet::new)),
                assessment.evidence(),
                reportsSinceOnset(series, assessment.evidence()),
                series,
                sentences.of(campaign.stage, campaign.broadcast, assessment.evidence()));
    }

    /** The series is by the hour of the call, which may lie before the onset of what is counted by the hour of the report. */
    private static long reportsSinceOnset(List<SeriesPoint> series, Evidence evidence) {
        long inSeries = series.stream()
                .filter(point -> point.at() >= evidence.onset().at())
                .mapToLong(SeriesPoint::reports)
                .sum();
        return Math.max(evidence.reports(), inSeries);
    }
}
