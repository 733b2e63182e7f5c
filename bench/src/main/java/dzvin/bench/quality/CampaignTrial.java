package dzvin.bench.quality;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.view.ViewKey;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/** One planted campaign on an everyday stream, from the end of six quiet weeks on, for eight days. */
final class CampaignTrial {
    private static final int QUIET_DAYS = 42;
    private static final int CAMPAIGN_DAYS = 8;
    /** Ten in the morning. */
    private static final long BEGIN = (long) QUIET_DAYS * Background.BUCKETS_PER_DAY + 120;

    private static final double HOUR_MILLIS = 3_600_000;

    /**
     * Hours; empty where it did not come to it.
     *
     * @param delay from the first planted report to the alert
     * @param reports planted before the alert
     * @param onsetError of the alert with the most people, the latest of them: another campaign may share the words
     * @param massDelay from the planted truth's own passing of the bounds
     * @param massDue whether the planted truth passed them at all
     * @param massUndue whether MASS rang though it did not
     * @param broadcast whether everything was said to rise
     */
    record Outcome(
            OptionalDouble delay,
            int reports,
            OptionalDouble onsetError,
            OptionalDouble massDelay,
            boolean massDue,
            boolean massUndue,
            boolean broadcast) {}

    /**
     * The same reports by the day.
     *
     * @param first bucket of the first planted report
     */
    record Counts(DailyCounts counts, long first) {}

    private CampaignTrial() {}

    static Counts counts(Plant.Shape shape, StreamShape background, long seed) {
        var stream = new Background(background, seed);
        var plant = new Plant(shape, BEGIN, seed + 1);
        var counts = new DailyCounts(QUIET_DAYS + CAMPAIGN_DAYS);
        for (long bucket = 0; bucket < (long) counts.days() * Background.BUCKETS_PER_DAY; bucket++) {
            StreamPeerStudy.add(counts, bucket, stream.bucket(bucket));
            StreamPeerStudy.add(counts, bucket, plant.bucket(bucket));
        }
        return new Counts(counts, plant.firstReport().orElse(BEGIN));
    }

    /**
     * What {@link EDetector}s say of the keys of its words, of the same reports.
     *
     * @param first bucket of the first planted report
     */
    record Evidence(List<EvidenceRun> runs, long first) {}

    static Evidence evidence(Plant.Shape shape, StreamShape background, Policy policy, long seed) {
        var stream = new Background(background, seed);
        var plant = new Plant(shape, BEGIN, seed + 1);
        var words = "feature=" + shape.words().get(0);
        Predicate<ViewKey> ofTheseWords =
                key -> List.of(key.text().split(",", -1)).contains(words);
        var runs = EvidenceRun.of(policy, QUIET_DAYS + CAMPAIGN_DAYS, ofTheseWords, bucket -> {
            var accounts = stream.bucket(bucket);
            accounts.addAll(plant.bucket(bucket));
            return accounts;
        });
        return new Evidence(runs, plant.firstReport().orElse(BEGIN));
    }

    static Outcome run(Plant.Shape shape, StreamShape background, double budget, long seed) {
        var stream = new Background(background, seed);
        var plant = new Plant(shape, BEGIN, seed + 1);
        var bench = new Bench(BenchPolicy.withBudget(budget));
        long detected = -1;
        long mass = -1;
        int planted = 0;
        int plantedBefore = 0;
        boolean broadcast = false;
        double onset = Double.NaN;
        double most = 0;
        for (long bucket = 0; bucket < BEGIN + (long) CAMPAIGN_DAYS * Background.BUCKETS_PER_DAY; bucket++) {
            var accounts = stream.bucket(bucket);
            var more = plant.bucket(bucket);
            planted += more.size();
            accounts.addAll(more);
            for (Decision decision : bench.close(bucket, accounts)) {
                broadcast |=
                        bucket >= BEGIN && decision instanceof CampaignAlert alert && alert.kind() == Kind.BROADCAST;
                if (decision instanceof CampaignAlert alert
                        && bucket >= BEGIN
                        && alert.kind() != Kind.BROADCAST
                        && isAbout(alert, shape)) {
                    plantedBefore = detected < 0 ? planted : plantedBefore;
                    detected = detected < 0 ? bucket : detected;
                    mass = mass < 0 && alert.stage() == Stage.MASS ? bucket : mass;
                    onset = alert.evidence().people() >= most
                            ? alert.evidence().onset().at()
                            : onset;
                    most = Math.max(most, alert.evidence().people());
                }
            }
        }
        long first = plant.firstReport().orElse(BEGIN);
        return new Outcome(
                hours(detected, first),
                plantedBefore,
                Double.isNaN(onset)
                        ? OptionalDouble.empty()
                        : OptionalDouble.of((onset - Bench.at(first)) / HOUR_MILLIS),
                plant.massAt().isPresent() ? hours(mass, plant.massAt().getAsLong()) : OptionalDouble.empty(),
                plant.massAt().isPresent(),
                plant.massAt().isEmpty() && mass >= 0,
                broadcast);
    }

    private static OptionalDouble hours(long bucket, long since) {
        return bucket < 0 ? OptionalDouble.empty() : OptionalDouble.of((bucket - since) / 12.0);
    }

    /** Whether an alert leads with the words of a campaign. */
    static boolean isAbout(CampaignAlert alert, Plant.Shape shape) {
        return alert.evidence().features().stream()
                .limit(1)
                .anyMatch(feature -> shape.words().contains(feature.code()));
    }
}
