package dzvin.detector.core.count;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

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
    /** The one person of most cells, or null: a list around them would be an object more for each report of the latest days. */
    private final Voice only;
    /** Null where there is only one. */
    private final List<Voice> voices;

    /**
     * @param reports all reports, sampled or not
     * @param bound exclusive bound, unsigned, of the person hashes in the sample; {@link #EVERYBODY} if none was left out
     * @param voices in unsigned order of the hashes
     */
    public Cell(long reports, long bound, List<Voice> voices) {
        this.reports = reports;
        this.bound = bound;
        this.only = voices.size() == 1 ? voices.get(0) : null;
        this.voices = only == null ? List.copyOf(voices) : null;
    }

    private Cell(Voice only) {
        this.reports = only.reports();
        this.bound = EVERYBODY;
        this.only = only;
        this.voices = null;
    }

    /** A single report. */
    public static Cell of(long person, Digest digest) {
        return new Cell(new Voice(person, 1, digest));
    }

    public long reports() {
        return reports;
    }

    public long bound() {
        return bound;
    }

    /** The sampled people, in unsigned order of their hashes. */
    public List<Voice> voices() {
        return only == null ? voices : List.of(only);
    }

    /** How many people are sampled. */
    public int sampled() {
        return only == null ? voices.size() : 1;
    }

    /** One of the {@link #sampled} people, from 0, in unsigned order of their hashes: the same as of {@link #voices}, without a list. */
    public Voice voice(int place) {
        return only == null ? voices.get(place) : only;
    }

    /** Whether everybody is in the sample. */
    public boolean isExact() {
        return bound == EVERYBODY;
    }

    /** Share of all people that the sample takes in, above 0, at most 1. */
    public double sampledShare() {
        return share(bound);
    }

    /**
     * Different people: exact, or the unbiased estimate k/θ rounded down, where θ is the bound as a share of all hashes. There
     * are never more people than reports: without that limit a few made-up ids with tiny hashes would pass for a multitude.
     */
    public long people() {
        return isExact() ? sampled() : Math.min(reports, (long) (sampled() / sampledShare()));
    }

    /** Both together. */
    public Cell merge(Cell other) {
        if (sampled() == 0 && isExact()) {
            return other;
        }
        if (other.sampled() == 0 && other.isExact()) {
            return this;
        }
        var united = new ArrayList<Voice>(Math.min(sampled() + other.sampled(), LARGEST_SAMPLE));
        long common = Long.compareUnsigned(bound, other.bound) <= 0 ? bound : other.bound;
        long lowered = unite(other, common, united);
        return new Cell(reports + other.reports, lowered, united);
    }

    /** Fills in the smallest people of both that are below the common bound; returns the bound that is left. */
    private long unite(Cell other, long common, List<Voice> united) {
        int mine = 0;
        int theirs = 0;
        int myEnd = countBelow(common);
        int theirEnd = other.countBelow(common);
        while (mine < myEnd || theirs < theirEnd) {
            int order = mine == myEnd ? 1 : theirs == theirEnd ? -1 : compare(voice(mine), other.voice(theirs));
            var next = order <= 0 ? voice(mine) : other.voice(theirs);
            if (united.size() == LARGEST_SAMPLE) {
                return next.person();
            }
            united.add(order == 0 ? both(next, other.voice(theirs)) : next);
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        return common;
    }

    private int countBelow(long common) {
        int count = sampled();
        while (common != EVERYBODY
                && count > 0
                && Long.compareUnsigned(voice(count - 1).person(), common) >= 0) {
            count--;
        }
        return count;
    }

    private static int compare(Voice one, Voice other) {
        return Long.compareUnsigned(one.person(), other.person());
    }

    /** One person's reports from two sides. */
    static Voice both(Voice one, Voice other) {
        var first = one.digest().report().compareTo(other.digest().report()) <= 0 ? one.digest() : other.digest();
        return new Voice(one.person(), one.reports() + other.reports(), first);
    }

    /** Share of all people whose hashes are below a bound. */
    public static double share(long bound) {
        return bound == EVERYBODY ? 1 : unsigned(bound) / 0x1.0p64;
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : value + 0x1.0p64;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Cell cell
                && reports == cell.reports
                && bound == cell.bound
                && voices().equals(cell.voices());
    }

    @Override
    public int hashCode() {
        return Objects.hash(reports, bound, voices());
    }

    @Override
    public String toString() {
        return "Cell[reports=" + reports + ", people=" + people() + "]";
    }
}
