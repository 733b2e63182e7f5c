package dzvin.detector.streams.avro;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignSnapshot;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.EarlyAlert;
import dzvin.detector.core.decide.EarlySignal;
import dzvin.detector.core.decide.SurgeSignal;
import dzvin.detector.core.policy.Policy;
import dzvin.schemas.avro.Alert;
import dzvin.schemas.avro.AlertKind;
import dzvin.schemas.avro.BaselineState;
import dzvin.schemas.avro.Campaign;
import dzvin.schemas.avro.SeriesPoint;
import dzvin.schemas.avro.Signal;
import dzvin.schemas.avro.Stage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The detector's decisions as the topics have them. The same decision under the same policy gives the same record. */
public final class AvroDecisions {
    private final String policy;

    public AvroDecisions(Policy policy) {
        this.policy = policy.reference();
    }

    /** The decision as a signal, or nothing if it is none. */
    public List<Signal> signals(Decision decision) {
        if (decision instanceof EarlySignal early) {
            return List.of(
                    Signal.newBuilder(toAvro(early.signal())).setEarly(true).build());
        }
        return decision instanceof SurgeSignal signal ? List.of(toAvro(signal)) : List.of();
    }

    /** The decision as a campaign, or nothing if it is none. */
    public List<Campaign> campaigns(Decision decision) {
        return decision instanceof CampaignSnapshot campaign ? List.of(toAvro(campaign)) : List.of();
    }

    /** The decision as an alert, or nothing if it is none. */
    public List<Alert> alerts(Decision decision) {
        if (decision instanceof EarlyAlert early) {
            return List.of(
                    Alert.newBuilder(toAvro(early.alert())).setEarly(true).build());
        }
        return decision instanceof CampaignAlert alert ? List.of(toAvro(alert)) : List.of();
    }

    public Signal toAvro(SurgeSignal signal) {
        return Signal.newBuilder()
                .setKey(signal.key().text())
                .setView(signal.key().view())
                .setScaleMinutes(Math.toIntExact(signal.scale().toMinutes()))
                .setAt(Instant.ofEpochMilli(signal.at()))
                .setOnset(AvroEvidence.onset(signal.onset()))
                .setWindowFrom(Instant.ofEpochMilli(signal.windowFrom()))
                .setReports(signal.reports())
                .setExpected(signal.expected())
                .setPeople(signal.people())
                .setLift(signal.lift())
                .setEValue(signal.eValue())
                .setBaseline(signal.grey() ? BaselineState.GREY : BaselineState.READY)
                .setCampaign(signal.campaign().orElse(null))
                .setSampleReports(signal.sampleReports())
                .setPolicy(policy)
                .build();
    }

    public Campaign toAvro(CampaignSnapshot campaign) {
        return Campaign.newBuilder()
                .setId(campaign.id())
                .setRevision(campaign.revision())
                .setStage(stage(campaign.stage()))
                .setRaisedAt(Instant.ofEpochMilli(campaign.raisedAt()))
                .setStageSince(Instant.ofEpochMilli(campaign.stageSince()))
                .setUpdatedAt(Instant.ofEpochMilli(campaign.updatedAt()))
                .setEndedAt(
                        campaign.endedAt().isPresent()
                                ? Instant.ofEpochMilli(campaign.endedAt().getAsLong())
                                : null)
                .setMergedInto(campaign.mergedInto().orElse(null))
                .setSplitFrom(campaign.splitFrom().orElse(null))
                .setBroadcast(campaign.broadcast())
                .setKeys(new ArrayList<>(campaign.keys()))
                .setEvidence(AvroEvidence.of(campaign.evidence()))
                .setTotalReports(campaign.totalReports())
                .setSeries(campaign.series().stream().map(AvroDecisions::point).toList())
                .setSummaryUk(campaign.summary().ukrainian())
                .setSummaryEn(campaign.summary().english())
                .setPolicy(policy)
                .build();
    }

    public Alert toAvro(CampaignAlert alert) {
        return Alert.newBuilder()
                .setId(alert.id())
                .setRevision(alert.revision())
                .setCampaign(alert.campaign())
                .setKind(AlertKind.valueOf(alert.kind().name()))
                .setStage(stage(alert.stage()))
                .setPreviousStage(
                        alert.previousStage().map(AvroDecisions::stage).orElse(null))
                .setAt(Instant.ofEpochMilli(alert.at()))
                .setMergedFrom(alert.mergedFrom())
                .setSplitFrom(alert.splitFrom().orElse(null))
                .setEvidence(AvroEvidence.of(alert.evidence()))
                .setSummaryUk(alert.summary().ukrainian())
                .setSummaryEn(alert.summary().english())
                .setPolicy(policy)
                .build();
    }

    private static Stage stage(dzvin.detector.core.decide.Stage stage) {
        return Stage.valueOf(stage.name());
    }

    private static SeriesPoint point(CampaignSnapshot.SeriesPoint point) {
        return new SeriesPoint(Instant.ofEpochMilli(point.at()), point.reports(), point.expected());
    }
}
