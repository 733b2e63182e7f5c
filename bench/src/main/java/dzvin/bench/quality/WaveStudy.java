package dzvin.bench.quality;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.Stage;
import dzvin.detector.core.policy.Policies;
import dzvin.detector.core.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/** Floods of few reporters and catch-up waves through the whole core, under the shipped policies in turn: none may become MASS. */
final class WaveStudy {
    private static final StreamShape BACKGROUND = StreamShape.overdispersed(12, 5, 20);
    private static final int QUIET_DAYS = 15;
    private static final int DAYS_AFTER = 3;
    private static final long FIRST_SEED = 7_000;

    private WaveStudy() {}

    /** What a wave of some kind brought about. */
    record Outcome(boolean raised, boolean spreading, boolean mass) {}

    static List<String> of(int tries) {
        var lines = new ArrayList<String>();
        lines.add("| waves | tries | raised | called spreading | called MASS (95 % interval) |");
        lines.add("| --- | ---: | ---: | ---: | ---: |");
        for (var kind : HarmlessWave.Kind.values()) {
            int raised = 0;
            int spreading = 0;
            int mass = 0;
            for (int i = 0; i < tries; i++) {
                var outcome = run(kind, FIRST_SEED + i);
                raised += outcome.raised() ? 1 : 0;
                spreading += outcome.spreading() ? 1 : 0;
                mass += outcome.mass() ? 1 : 0;
            }
            var name = kind == HarmlessWave.Kind.CATCH_UP ? "about old calls" : "of few reporters";
            lines.add(Text.of(
                    "| %s | %d | %d | %d | %s |", name, tries, raised, spreading, new Rate(mass, tries).share()));
        }
        return lines;
    }

    static Outcome run(HarmlessWave.Kind kind, long seed) {
        var policies = policies();
        var detector = new WholeDetector(policies.get((int) (seed % policies.size())));
        var stream = new Background(BACKGROUND, seed);
        long begin = (long) QUIET_DAYS * Background.BUCKETS_PER_DAY;
        var wave = new HarmlessWave(kind, BACKGROUND, seed);
        var waves = wave.from(begin);
        var alerts = new ArrayList<CampaignAlert>();
        long end = wave.end(begin) + (long) DAYS_AFTER * Background.BUCKETS_PER_DAY;
        for (long bucket = 0; bucket < end; bucket++) {
            var accounts = stream.bucket(bucket);
            accounts.addAll(waves.getOrDefault(bucket, List.of()));
            if (!accounts.isEmpty()) {
                alerts.addAll(detector.take(bucket, accounts));
            }
        }
        alerts.addAll(detector.waitUntil(end + Background.BUCKETS_PER_DAY));
        return new Outcome(!alerts.isEmpty(), reached(alerts, Stage.SPREADING), reached(alerts, Stage.MASS));
    }

    private static boolean reached(List<CampaignAlert> alerts, Stage stage) {
        return alerts.stream().anyMatch(alert -> alert.stage() == stage);
    }

    private static List<Policy> policies() {
        return List.of(BenchPolicy.withBudget(1), Policies.shipped("ua"), Policies.shipped("us"));
    }
}
