package dzvin.standalone.backtest;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.Stage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * How a policy did.
 *
 * @param campaigns raised
 * @param mass how many of them became a mass effort
 * @param alertsPerWeek of all kinds
 * @param delays by known campaign, from its first report to the first alert about it; empty: missed
 * @param falseCampaigns campaigns that are no known one
 */
public record Score(
        Trial trial,
        int campaigns,
        int mass,
        double alertsPerWeek,
        Map<String, Optional<Duration>> delays,
        int falseCampaigns,
        double weeks) {

    /** Holds a trial against what is known. */
    public static Score of(Trial trial, KnownCampaigns known, double weeks) {
        var campaigns = trial.campaigns();
        long mass = campaigns.values().stream()
                .filter(alerts -> alerts.stream().anyMatch(alert -> alert.stage() == Stage.MASS))
                .count();
        var delays = new LinkedHashMap<String, Optional<Duration>>();
        known.all().forEach(campaign -> delays.put(campaign.name(), delay(campaign, trial)));
        long strangers = campaigns.entrySet().stream()
                .filter(campaign -> known.all().stream()
                        .noneMatch(one -> matches(one, campaign.getKey(), campaign.getValue(), trial)))
                .count();
        return new Score(
                trial, campaigns.size(), (int) mass, trial.alerts().size() / weeks, delays, (int) strangers, weeks);
    }

    /** How many known campaigns were never rung for. */
    public long missed() {
        return delays.values().stream().filter(Optional::isEmpty).count();
    }

    /** Meaningful where all campaigns are known. */
    public double falseAlarmsPerWeek() {
        return falseCampaigns / weeks;
    }

    /** The median of the delays; of an even number the later of the middle two. */
    public Optional<Duration> medianDelay() {
        var found = delays.values().stream().flatMap(Optional::stream).sorted().toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() / 2));
    }

    private static Optional<Duration> delay(KnownCampaign known, Trial trial) {
        if (known.begins().isEmpty()) {
            return Optional.empty();
        }
        long begins = known.begins().getAsLong();
        return trial.campaigns().entrySet().stream()
                .filter(campaign -> matches(known, campaign.getKey(), campaign.getValue(), trial))
                .flatMap(campaign -> campaign.getValue().stream())
                .map(CampaignAlert::at)
                .filter(at -> at >= begins)
                .min(Long::compare)
                .map(at -> Duration.ofMillis(at - begins));
    }

    private static boolean matches(KnownCampaign known, UUID campaign, List<CampaignAlert> alerts, Trial trial) {
        return alerts.stream().anyMatch(alert -> known.isOf(alert, trial.keysOf(campaign)));
    }
}
