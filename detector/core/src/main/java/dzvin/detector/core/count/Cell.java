package dzvin.detector.core.count;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What was counted in one key over one stretch of time: how many reports, and a sample of the people who made them.
 *
 * <p>The sample holds the {@value #LARGEST_SAMPLE} people with the smallest hashes (bottom-k, Cohen and Kaplan 2007; theta
 * sketch). While it is not full it holds everybody, and every count is exact. Cells of the same key merge to the same
 * cell in whatever order, since a person below the final bound was below it in every part.
 */
public final class Cell {
    /** People kept at the most; the standard error of a count of people beyond it is 1/sqrt(126), 9 %. */
    public static final int LARGEST_SAMPLE = 128;

    /** Bound of a sample that holds everybody: no hash is larger, as unsigned. */
    public static final long EVERYBODY = -1L;

    /** A cell that counted nothing. */
    public static final Cell EMPTY = new Cell(0, EVERYBODY, List.of());

    private final long reports;
    private final long bound;
    private final List<Voice> voices;

    /**
     * @param reports all reports, sampled or not
     * @param bound exclusive bound, unsigned, of the person hashes in the sample; {@link #EVERYBODY} if none was left out
     * @param voices in unsigned order of the hashes
     */
    public Cell(long reports, long bound, List<Voice> voices) {
        this.reports = reports;
        this.bound = bound;
        this.voices = List.copyOf(voices);
    }

    /** A single report. */
    public static Cell of(long person, Digest digest) {
        return new Cell(1, EVERYBODY, List.of(new Voice(person, 1, digest)));
    }

    public long reports() {
        return reports;
    }

    public long bound() {
        return bound;
    }

    /** The sampled people, in unsigned order of their hashes. */
    public List<Voice> voices() {
        return voices;
    }

    /** Whether everybody is in the sample. */
    public boolean isExact() {
        return bound == EVERYBODY;
    }

    /** Share of all people that the sample takes in, above 0, at most 1. */
    public double sampledShare() {
        return isExact() ? 1 : unsigned(bound) / 0x1.0p64;
    }

    /** Different people: exact, or the unbiased estimate (k − 1)/θ rounded down. */
    public long people() {
        return isExact() ? voices.size() : (long) (voices.size() / sampledShare());
    }

    /** Both together. */
    public Cell merge(Cell other) {
        if (voices.isEmpty() && isExact()) {
            return other;
        }
        if (other.voices.isEmpty() && other.isExact()) {
            return this;
        }
        long common = Long.compareUnsigned(bound, other.bound) <= 0 ? bound : other.bound;
        var united = new TreeMap<Long, Voice>(Long::compareUnsigned);
        addBelow(common, united);
        other.addBelow(common, united);
        return cut(reports + other.reports, common, united);
    }

    private void addBelow(long common, NavigableMap<Long, Voice> united) {
        for (Voice voice : voices) {
            if (common != EVERYBODY && Long.compareUnsigned(voice.person(), common) >= 0) {
                return;
            }
            united.merge(voice.person(), voice, Cell::both);
        }
    }

    private static Cell cut(long reports, long bound, NavigableMap<Long, Voice> united) {
        long lowered = bound;
        while (united.size() > LARGEST_SAMPLE) {
            lowered = united.pollLastEntry().getKey();
        }
        return new Cell(reports, lowered, List.copyOf(united.values()));
    }

    private static Voice both(Voice one, Voice other) {
        var first = one.digest().report().compareTo(other.digest().report()) <= 0 ? one.digest() : other.digest();
        return new Voice(one.person(), one.reports() + other.reports(), first);
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : value + 0x1.0p64;
    }
}
