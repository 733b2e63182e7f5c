package dzvin.bench.quality;

import java.util.Comparator;

/** Which of the simulated weekly series: its scenario, the size of its outbreaks, its replicate. */
record SeriesName(int scenario, int k, int replicate) implements Comparable<SeriesName> {
    private static final Comparator<SeriesName> ORDER = Comparator.comparingInt(SeriesName::scenario)
            .thenComparingInt(SeriesName::k)
            .thenComparingInt(SeriesName::replicate);

    @Override
    public int compareTo(SeriesName other) {
        return ORDER.compare(this, other);
    }
}
