package dzvin.detector.streams.state;

import org.apache.kafka.common.utils.Bytes;

/** A page of a table, as far as it must be known in memory: how many of its rows still stand. */
final class Page {
    private static final int DIGITS = 19;

    private final long number;
    private int rows;
    private int alive;
    private int removals;

    Page(long number) {
        this.number = number;
    }

    /** The place in the order in which pages were written. */
    long number() {
        return number;
    }

    /** All that it has, be it alive, dead or a removal. */
    int rows() {
        return rows;
    }

    boolean hasAlive() {
        return alive > 0;
    }

    boolean hasRemovals() {
        return removals > 0;
    }

    void addRow() {
        rows++;
        alive++;
    }

    void addRemoval() {
        rows++;
        removals++;
    }

    void rowDied() {
        alive--;
    }

    Bytes key() {
        var text = Long.toString(number);
        return KeyBytes.of("0".repeat(DIGITS - text.length()) + text);
    }

    static long numberOf(Bytes key) {
        return Long.parseLong(KeyBytes.textOf(key));
    }
}
