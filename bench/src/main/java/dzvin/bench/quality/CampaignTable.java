package dzvin.bench.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Planted campaigns, each repeated with other seeds, as a Markdown table. */
final class CampaignTable {
    static final StreamShape BACKGROUND = StreamShape.overdispersed(25, 7, 400);
    private static final double BUDGET = 1;
    private static final int FIRST_SEED = 100;
    private static final double DAY = 24;

    private CampaignTable() {}

    static List<String> of(int repeats) {
        return of(QualitySuite.campaigns(), repeats);
    }

    static List<String> of(List<Plant.Shape> shapes, int repeats) {
        var lines = new ArrayList<String>();
        lines.add(
                "| campaign | found | delay, h: median (worst) | reports before: median | onset within a day | MASS due"
                        + " / rung / before due | MASS delay, h: median (worst) | called a broadcast |");
        lines.add("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (Plant.Shape shape : shapes) {
            lines.add(row(
                    shape,
                    IntStream.range(0, repeats)
                            .mapToObj(i -> CampaignTrial.run(shape, BACKGROUND, BUDGET, FIRST_SEED + i))
                            .toList()));
        }
        return lines;
    }

    private static String row(Plant.Shape shape, List<CampaignTrial.Outcome> outcomes) {
        var found = outcomes.stream().filter(one -> one.delay().isPresent()).toList();
        var delays = sorted(
                found.stream().mapToDouble(one -> one.delay().getAsDouble()).toArray());
        var before = sorted(
                found.stream().mapToDouble(CampaignTrial.Outcome::reports).toArray());
        long dated = found.stream()
                .filter(one -> Math.abs(one.onsetError().orElse(Double.MAX_VALUE)) <= DAY)
                .count();
        long due = outcomes.stream().filter(CampaignTrial.Outcome::massDue).count();
        var mass = sorted(outcomes.stream()
                .filter(one -> one.massDelay().isPresent())
                .mapToDouble(one -> one.massDelay().getAsDouble())
                .toArray());
        return Text.of(
                "| %s | %d of %d | %s | %.0f | %d of %d | %d / %d / %d | %s | %d |",
                shape.name(),
                found.size(),
                outcomes.size(),
                median(delays),
                before.length == 0 ? 0 : before[before.length / 2],
                dated,
                found.size(),
                due,
                mass.length,
                Arrays.stream(mass).filter(delay -> delay < 0).count()
                        + outcomes.stream()
                                .filter(CampaignTrial.Outcome::massUndue)
                                .count(),
                median(mass),
                outcomes.stream().filter(CampaignTrial.Outcome::broadcast).count());
    }

    private static double[] sorted(double[] values) {
        Arrays.sort(values);
        return values;
    }

    private static String median(double[] sorted) {
        return sorted.length == 0
                ? "none"
                : Text.of("%.1f (%.1f)", sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }
}
