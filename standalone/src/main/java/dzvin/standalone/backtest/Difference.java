package dzvin.standalone.backtest;

import dzvin.detector.core.decide.CampaignAlert;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An alert that two policies do not have alike: rung by one of them alone, or at another time.
 *
 * @param one the first policy's, if it rang
 * @param other the second policy's, if it rang
 */
public record Difference(Optional<CampaignAlert> one, Optional<CampaignAlert> other) {
    /** All of them, by time. Alerts are paired if they are of one kind and stage and about the same reports. */
    public static List<Difference> between(Trial one, Trial other) {
        var differences = new ArrayList<Difference>();
        var left = new ArrayList<>(other.alerts());
        var pairs = new Pairs(one, other);
        for (CampaignAlert alert : one.alerts()) {
            var same = left.stream()
                    .filter(candidate -> pairs.match(alert, candidate))
                    .findFirst();
            same.ifPresent(left::remove);
            if (same.isEmpty() || same.get().at() != alert.at()) {
                differences.add(new Difference(Optional.of(alert), same));
            }
        }
        left.forEach(alert -> differences.add(new Difference(Optional.empty(), Optional.of(alert))));
        differences.sort(Comparator.comparingLong(Difference::at));
        return differences;
    }

    /** When the earlier of the two rang. */
    public long at() {
        return Math.min(
                one.map(CampaignAlert::at).orElse(Long.MAX_VALUE),
                other.map(CampaignAlert::at).orElse(Long.MAX_VALUE));
    }

    /** Which campaigns of two trials are about the same reports. */
    private static final class Pairs {
        private final Trial one;
        private final Trial other;

        Pairs(Trial one, Trial other) {
            this.one = one;
            this.other = other;
        }

        boolean match(CampaignAlert alert, CampaignAlert candidate) {
            return alert.kind() == candidate.kind()
                    && alert.stage() == candidate.stage()
                    && (alert.campaign().equals(candidate.campaign())
                            || !Collections.disjoint(
                                    reports(one, alert.campaign()), reports(other, candidate.campaign())));
        }

        private static Set<String> reports(Trial trial, UUID campaign) {
            var reports = new HashSet<String>();
            trial.alerts().stream()
                    .filter(alert -> alert.campaign().equals(campaign))
                    .forEach(alert -> reports.addAll(alert.evidence().sampleReports()));
            return reports;
        }
    }
}
