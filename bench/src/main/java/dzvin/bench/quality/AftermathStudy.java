package dzvin.bench.quality;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.CampaignAlert.Kind;
import dzvin.detector.core.decide.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** What is said after a campaign has stopped: when it is said to subside and to have ended, and what rings for no reason. */
final class AftermathStudy {
    private static final StreamShape BACKGROUND = StreamShape.overdispersed(25, 7, 400);
    private static final int QUIET_DAYS = 28;
    private static final int CAMPAIGN_DAYS = 6;
    private static final int AFTER_DAYS = 21;
    private static final int FIRST_SEED = 11_000;
    private static final int WEEK_DAYS = 7;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long ONE_DAY = 24 * HOUR_MILLIS;
    /** Ten in the morning. */
    private static final long BEGIN = (long) QUIET_DAYS * Background.BUCKETS_PER_DAY + 120;

    private static final long STOP = BEGIN + (long) CAMPAIGN_DAYS * Background.BUCKETS_PER_DAY;
    private static final long END = STOP + (long) AFTER_DAYS * Background.BUCKETS_PER_DAY;

    /**
     * Hours since the campaign stopped; empty where it did not come to it.
     *
     * @param known whether it was known when it stopped
     * @param alarms campaigns and broadcasts raised since, but for those told apart
     * @param apart campaigns told apart since
     * @param again whether any was called MASS more than a day after the campaign stopped
     */
    private record Outcome(
            boolean known, OptionalDouble subsides, OptionalDouble ends, int alarms, int apart, boolean again) {}

    private AftermathStudy() {}

    static List<String> of(int tries) {
        var lines = new ArrayList<String>();
        lines.add(
                "| campaign that stopped | known when it stopped | said to subside after hours: median (worst)"
                        + " | to have ended | raised afterwards | a week (95 %) | told apart afterwards | called MASS a day after it or later |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (Plant.Shape shape : QualitySuite.campaigns()) {
            var outcomes = new ArrayList<Outcome>();
            for (int i = 0; i < tries; i++) {
                outcomes.add(run(shape, FIRST_SEED + i));
            }
            lines.add(row(shape, outcomes));
        }
        return lines;
    }

    private static Outcome run(Plant.Shape shape, long seed) {
        var stream = new Background(BACKGROUND, seed);
        var plant = new Plant(shape, BEGIN, seed + 1);
        var bench = new Bench(BenchPolicy.withBudget(1));
        var before = new ArrayList<CampaignAlert>();
        var since = new ArrayList<CampaignAlert>();
        for (long bucket = 0; bucket < END; bucket++) {
            var accounts = stream.bucket(bucket);
            if (bucket < STOP) {
                accounts.addAll(plant.bucket(bucket));
            }
            for (var decision : bench.close(bucket, accounts)) {
                if (decision instanceof CampaignAlert alert) {
                    (bucket < STOP ? before : since).add(alert);
                }
            }
        }
        var known = largest(before, shape);
        var raised = since.stream()
                .filter(alert -> alert.kind() == Kind.RAISED || alert.kind() == Kind.BROADCAST)
                .toList();
        int apart = (int)
                raised.stream().filter(alert -> alert.splitFrom().isPresent()).count();
        return new Outcome(
                known.isPresent(),
                known.map(campaign -> hours(first(since, campaign, Stage.SUBSIDING)))
                        .orElse(OptionalDouble.empty()),
                known.map(campaign -> hours(first(since, campaign, Stage.ENDED)))
                        .orElse(OptionalDouble.empty()),
                raised.size() - apart,
                apart,
                since.stream().anyMatch(AftermathStudy::isMassAgain));
    }

    private static boolean isMassAgain(CampaignAlert alert) {
        return alert.stage() == Stage.MASS
                && alert.previousStage().filter(before -> before != Stage.MASS).isPresent()
                && alert.at() > Bench.at(STOP) + ONE_DAY;
    }

    /** The campaign with the most people that has not ended and leads with these words. */
    private static Optional<UUID> largest(List<CampaignAlert> alerts, Plant.Shape shape) {
        var latest = new TreeMap<UUID, CampaignAlert>();
        for (CampaignAlert alert : alerts) {
            latest.put(alert.campaign(), alert);
            alert.mergedFrom().forEach(latest::remove);
        }
        return latest.values().stream()
                .filter(alert -> alert.stage() != Stage.ENDED && CampaignTrial.isAbout(alert, shape))
                .max(Comparator.comparingLong(alert -> alert.evidence().people()))
                .map(CampaignAlert::campaign);
    }

    /** When a campaign, or the one that took it over, is first said to be at a stage. */
    private static OptionalLong first(List<CampaignAlert> alerts, UUID campaign, Stage stage) {
        var name = campaign;
        for (CampaignAlert alert : alerts) {
            if (alert.mergedFrom().contains(name)) {
                name = alert.campaign();
            }
            if (alert.campaign().equals(name) && alert.stage() == stage) {
                return OptionalLong.of(alert.at());
            }
        }
        return OptionalLong.empty();
    }

    private static OptionalDouble hours(OptionalLong at) {
        return at.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of((at.getAsLong() - Bench.at(STOP)) / (double) HOUR_MILLIS);
    }

    private static String row(Plant.Shape shape, List<Outcome> outcomes) {
        var alarms = new Rate(
                outcomes.stream().mapToInt(Outcome::alarms).sum(), outcomes.size() * (double) AFTER_DAYS / WEEK_DAYS);
        return Text.of(
                "| %s | %d of %d | %s | %s | %d | %.2f (%.2f to %.2f) | %d | %d |",
                shape.name(),
                outcomes.stream().filter(Outcome::known).count(),
                outcomes.size(),
                medianAndWorst(outcomes, Outcome::subsides),
                medianAndWorst(outcomes, Outcome::ends),
                alarms.count(),
                alarms.value(),
                alarms.low(),
                alarms.high(),
                outcomes.stream().mapToInt(Outcome::apart).sum(),
                outcomes.stream().filter(Outcome::again).count());
    }

    private static String medianAndWorst(List<Outcome> outcomes, Function<Outcome, OptionalDouble> hours) {
        var sorted = outcomes.stream()
                .flatMapToDouble(one -> hours.apply(one).stream())
                .sorted()
                .toArray();
        return sorted.length == 0 ? "" : Text.of("%.0f (%.0f)", sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }
}
