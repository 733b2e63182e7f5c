package dzvin.detector.core.campaign;

import java.util.Arrays;
import java.util.List;

/** The steps of a series that counted something, without those between. */
final class CountedSteps {
    private final int[] steps;
    private final double[] counts;
    /** By step of the series: which of the counted ones is the first that is not before it. */
    private final int[] firsts;

    CountedSteps(List<Onsets.Step> series) {
        var indices = new int[series.size()];
        var found = new double[series.size()];
        firsts = new int[series.size()];
        int size = 0;
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = size;
            double count = series.get(i).count();
            if (count > 0) {
                indices[size] = i;
                found[size++] = count;
            }
        }
        steps = Arrays.copyOf(indices, size);
        counts = Arrays.copyOf(found, size);
    }

    int size() {
        return steps.length;
    }

    /** Their indices in the series, ascending. */
    int[] steps() {
        return steps;
    }

    double[] counts() {
        return counts;
    }

    /** The first of them that is not before a step of the series. */
    int from(int step) {
        return firsts[step];
    }
}
