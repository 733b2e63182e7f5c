package dzvin.standalone.backtest;

import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignSnapshot;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.DecisionStage;
import dzvin.detector.core.decide.SurgeSignal;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.state.Tables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** One policy on its way through history, and what it has rung. Used by one thread at a time. */
public final class Trial {
    private final Candidate candidate;
    private final DecisionStage stage;
    private final List<CampaignAlert> alerts = new ArrayList<>();
    private final Map<UUID, TreeSet<String>> keys = new LinkedHashMap<>();
    private long signals;

    Trial(Candidate candidate, Labels names) {
        this.candidate = candidate;
        this.stage = new DecisionStage(candidate.policy(), Tables.inMemory(), names);
    }

    public Candidate candidate() {
        return candidate;
    }

    /** In the order in which they rang. */
    public List<CampaignAlert> alerts() {
        return Collections.unmodifiableList(alerts);
    }

    /** How many signals there were. */
    public long signals() {
        return signals;
    }

    /** Alerts by campaign, in the order in which campaigns were raised. */
    public Map<UUID, List<CampaignAlert>> campaigns() {
        var campaigns = new LinkedHashMap<UUID, List<CampaignAlert>>();
        alerts.forEach(alert -> campaigns
                .computeIfAbsent(alert.campaign(), campaign -> new ArrayList<>())
                .add(alert));
        return campaigns;
    }

    /** Texts of all keys that a campaign was ever made of. */
    public Iterable<String> keysOf(UUID campaign) {
        return Collections.unmodifiableSet(keys.getOrDefault(campaign, new TreeSet<>()));
    }

    void decide(List<ClosedBucket> buckets) {
        buckets.forEach(bucket -> stage.close(bucket).forEach(this::take));
    }

    boolean isCalm() {
        return stage.isCalm();
    }

    private void take(Decision decision) {
        if (decision instanceof SurgeSignal) {
            signals++;
        } else if (decision instanceof CampaignSnapshot campaign) {
            keys.computeIfAbsent(campaign.id(), id -> new TreeSet<>()).addAll(campaign.keys());
        } else if (decision instanceof CampaignAlert alert) {
            alerts.add(alert);
        }
    }
}
