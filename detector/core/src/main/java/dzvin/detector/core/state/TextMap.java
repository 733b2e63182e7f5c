package dzvin.detector.core.state;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiConsumer;

/**
 * Values by text, in flat tables with linear probing. There may be a hundred thousand, looked up at random and gone within days: without
 * an object for each entry both the look-up and the collector have less to go after. Used by one thread.
 */
public final class TextMap<V> {
    private static final int SMALLEST = 16;
    private static final int FREE = 0;
    /**
     * Of this process: whoever chooses texts does not choose which of them stand side by side. Texts of the very same {@link String#hashCode} still do; of numbers there are
     * a few hundred for each.
     */
    private static final int SECRET = new SplittableRandom().nextInt();

    private int[] hashes = new int[SMALLEST];
    /** Of each place its text and its value, side by side: where one is looked up, the other is fetched from memory with it. */
    private Object[] entries = new Object[2 * SMALLEST];

    private int size;
    /** Without a trace of it the compiler would leave out the fetching. */
    @SuppressWarnings("UnusedVariable")
    private int fetched;

    public int size() {
        return size;
    }

    /** The value, or null. */
    public V get(String text) {
        return value(place(text, hash(text)));
    }

    /**
     * Fetches what is needed to look texts up. Looked up one by one, each waits for the memory several times over, since they lie anywhere;
     * here the processor has many on their way at once.
     */
    public void expect(List<String> wanted) {
        int mask = hashes.length - 1;
        var places = new int[wanted.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = hash(wanted.get(i)) & mask;
        }
        int sum = 0;
        for (int place : places) {
            sum += hashes[place] + (entries[2 * place] == null ? 0 : 1);
        }
        for (int place : places) {
            // To ask for a length and a class touches the text and the value themselves; what they are does not matter.
            if (entries[2 * place] instanceof String text) {
                sum += text.length() + (entries[2 * place + 1].getClass() == TextMap.class ? 1 : 0);
            }
        }
        fetched = sum;
    }

    /** The value that was there before, or null. */
    public V put(String text, V value) {
        int hash = hash(text);
        int place = place(text, hash);
        var before = value(place);
        if (before == null) {
            hashes[place] = hash;
            entries[2 * place] = text;
            size++;
        }
        entries[2 * place + 1] = value;
        if (2 * size > hashes.length) {
            grow();
        }
        return before;
    }

    /** The value that was there, or null. */
    public V remove(String text) {
        int place = place(text, hash(text));
        var before = value(place);
        if (before != null) {
            fill(place);
            size--;
        }
        return before;
    }

    /** Each entry, in no order. */
    public void forEach(BiConsumer<String, V> action) {
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] != FREE) {
                action.accept((String) entries[2 * i], value(i));
            }
        }
    }

    @SuppressWarnings("unchecked") // nothing else is put in
    private V value(int place) {
        return (V) entries[2 * place + 1];
    }

    /** Spread by the last step of MurmurHash3 (32 bits). Never that of a free place. */
    private static int hash(String text) {
        int hash = text.hashCode() ^ SECRET;
        hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
        hash ^= hash >>> 16;
        return hash == FREE ? 1 : hash;
    }

    /** Where a text is, or the free place where it would be. */
    private int place(String text, int hash) {
        int mask = hashes.length - 1;
        int at = hash & mask;
        while (hashes[at] != FREE && !(hashes[at] == hash && text.equals(entries[2 * at]))) {
            at = (at + 1) & mask;
        }
        return at;
    }

    /** Frees a place, moving up what stands behind it only because it was taken. */
    private void fill(int freed) {
        int mask = hashes.length - 1;
        int hole = freed;
        for (int at = (hole + 1) & mask; hashes[at] != FREE; at = (at + 1) & mask) {
            int wayFromHome = (at - hashes[at]) & mask;
            int wayFromHole = (at - hole) & mask;
            if (wayFromHome >= wayFromHole) {
                move(at, hole);
                hole = at;
            }
        }
        hashes[hole] = FREE;
        entries[2 * hole] = null;
        entries[2 * hole + 1] = null;
    }

    private void move(int from, int to) {
        hashes[to] = hashes[from];
        entries[2 * to] = entries[2 * from];
        entries[2 * to + 1] = entries[2 * from + 1];
    }

    private void grow() {
        var oldHashes = hashes;
        var oldEntries = entries;
        hashes = new int[2 * oldHashes.length];
        entries = new Object[2 * hashes.length];
        int mask = hashes.length - 1;
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != FREE) {
                int at = oldHashes[i] & mask;
                while (hashes[at] != FREE) {
                    at = (at + 1) & mask;
                }
                hashes[at] = oldHashes[i];
                entries[2 * at] = oldEntries[2 * i];
                entries[2 * at + 1] = oldEntries[2 * i + 1];
            }
        }
    }
}
