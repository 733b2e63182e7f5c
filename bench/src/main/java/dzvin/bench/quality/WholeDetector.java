package dzvin.bench.quality;

import dzvin.detector.core.Detector;
import dzvin.detector.core.Report;
import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.policy.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The whole core as the product runs it, from single reports on: duplicates, people, keys of open views, decisions. Slower than
 * {@link Bench}, which begins with counted cells. Used by one thread.
 */
final class WholeDetector {
    private static final long BUCKET_MILLIS = 300_000;

    private final Detector detector;
    private long reports;

    WholeDetector(Policy policy) {
        detector = new Detector(policy, Labels.codes(), 1);
    }

    long reports() {
        return reports;
    }

    /** What is decided when these are reported within a bucket, evenly spread; the decision on a bucket comes with a later one. */
    List<CampaignAlert> take(long bucket, List<Account> accounts) {
        var alerts = new ArrayList<CampaignAlert>();
        long step = BUCKET_MILLIS / (accounts.size() + 1);
        long at = Bench.at(bucket);
        for (Account account : accounts) {
            at += step;
            add(alerts, detector.take(report(account, at)));
        }
        return alerts;
    }

    /** Lets time pass without a report. */
    List<CampaignAlert> waitUntil(long bucket) {
        var alerts = new ArrayList<CampaignAlert>();
        add(alerts, detector.heartbeat(Bench.at(bucket)));
        return alerts;
    }

    private Report report(Account account, long at) {
        return new Report(
                "r" + reports++,
                at,
                OptionalLong.of(at - account.ageMillis()),
                account.number(),
                Optional.of(account.region()),
                account.features(),
                Optional.empty(),
                account.reporter());
    }

    private static void add(List<CampaignAlert> alerts, List<Decision> decisions) {
        for (Decision decision : decisions) {
            if (decision instanceof CampaignAlert alert) {
                alerts.add(alert);
            }
        }
    }
}
