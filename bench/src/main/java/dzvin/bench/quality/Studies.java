package dzvin.bench.quality;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Every study by its name, in one of two sizes: in full, or as a smoke test of a minute. */
final class Studies {
    private static final StreamShape MEDIUM = StreamShape.overdispersed(25, 7, 400);
    private static final StreamShape MANY_KEYS = StreamShape.overdispersed(3_000, 99, 20_000);
    private static final int SMOKE_WEEKS = 5;
    private static final double[] BUDGETS = {0.1, 1, 10};

    private final boolean full;
    private final Map<String, Supplier<List<String>>> byName = new LinkedHashMap<>();

    private Studies(boolean full) {
        this.full = full;
        byName.put("nulls", this::nulls);
        byName.put("campaigns", () -> CampaignTable.of(size(2, 100)));
        byName.put("stream-peers", () -> new StreamPeerStudy(1).campaigns(size(8, 52), size(2, 100)));
        byName.put("e-detectors", () -> new EvidenceStudy(1).campaigns(size(8, 52), size(2, 100)));
        byName.put("waves", () -> WaveStudy.of(size(10, 1_000)));
        byName.put("steps", () -> steps(size(2, 100)));
        byName.put("pairs", () -> PairStudy.of(size(2, 100)));
        byName.put("aftermath", () -> AftermathStudy.of(size(2, 100)));
        byName.put("quiet-region", () -> QuietRegionStudy.of(size(3, 100)));
        byName.put("daily", this::daily);
    }

    /** Studies of simulated streams that take minutes to an hour each. */
    static Map<String, Supplier<List<String>>> inFull() {
        var studies = new Studies(true);
        studies.byName.put("numbers", () -> NumberNulls.of(MEDIUM, 5, 10, BUDGETS));
        studies.byName.put("keys", () -> NumberNulls.of(MANY_KEYS, 1, 20, BUDGETS));
        studies.byName.put("ftc", Studies::complaints);
        return studies.byName;
    }

    /** The same in minutes for all together, without the largest ones. */
    static Map<String, Supplier<List<String>>> smoke() {
        return new Studies(false).byName;
    }

    private int size(int smoke, int whole) {
        return full ? whole : smoke;
    }

    private List<String> nulls() {
        return QualityBench.nulls(full ? QualitySuite.nulls() : smokeNulls());
    }

    private static List<QualitySuite.Null> smokeNulls() {
        return QualitySuite.nulls().stream()
                .filter(one -> one.stream().reportsPerDay() <= 400 && one.budget() == 1)
                .map(one -> new QualitySuite.Null(one.stream(), one.budget(), Math.min(SMOKE_WEEKS, one.weeks())))
                .toList();
    }

    private static List<String> steps(int tries) {
        var lines = new ArrayList<>(StepStudy.of(tries));
        lines.add("");
        lines.addAll(CampaignTable.of(QualitySuite.manyWords(), tries));
        return lines;
    }

    private List<String> daily() {
        return full ? new DailyStudy(12).lines(0.03, 0.05, 0.08, 0.09, 0.1, 0.2, 0.3) : new DailyStudy(1).lines();
    }

    /** {@code -Dftc=FILE} names a file of the same form; else the cut that ships. */
    private static List<String> complaints() {
        var file = System.getProperty("ftc");
        var days = file == null ? FtcDays.shipped() : FtcDays.read(Path.of(file));
        var lines = new ArrayList<String>();
        for (double budget : new double[] {1, 10}) {
            lines.addAll(new FtcStudy(days, budget).lines());
            lines.add("");
        }
        lines.add(
                "| the same complaints on days drawn anew: budget a week | weeks | alarms | a week (95 % interval) |");
        lines.add("| ---: | ---: | ---: | ---: |");
        for (double budget : BUDGETS) {
            lines.add(FtcStudy.drawnAnew(days, budget, 3));
        }
        lines.add("");
        lines.addAll(new StreamPeerStudy(1).complaints(days, FtcStudy.FIRST_DRAW));
        return lines;
    }
}
