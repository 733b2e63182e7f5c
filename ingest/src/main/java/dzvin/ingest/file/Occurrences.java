package dzvin.ingest.file;

/**
 * How often a row's content has been seen before, so that identical rows of one file get ids of their own that are the
 * same in every run. Memory is bounded: contents are forgotten after between one and two {@link #GENERATION}s of other
 * contents. Identical rows further apart than that share an id, hence count once.
 */
final class Occurrences {
    /** Contents remembered for certain; the largest daily files of the sources we know have some 40,000 rows. */
    static final int GENERATION = 1 << 16;

    private Counts young = new Counts();
    private Counts old = new Counts();

    /** 1 for content that is new, 2 for its first repeat, and so on. */
    int next(Fingerprint content) {
        int before = young.of(content);
        int now = 1 + (before > 0 ? before : old.of(content));
        young.put(content, now);
        if (young.size >= GENERATION) {
            old = young;
            young = new Counts();
        }
        return now;
    }

    /** Counts above 0 by fingerprint, in flat tables with linear probing: a file may have a million rows, and most are met once. */
    private static final class Counts {
        private static final int SMALLEST = 1 << 10;

        private long[] highs = new long[SMALLEST];
        private long[] lows = new long[SMALLEST];
        private int[] counts = new int[SMALLEST];
        private int size;

        int of(Fingerprint content) {
            return counts[place(content.high(), content.low())];
        }

        void put(Fingerprint content, int count) {
            int place = place(content.high(), content.low());
            if (counts[place] == 0) {
                size++;
            }
            highs[place] = content.high();
            lows[place] = content.low();
            counts[place] = count;
            if (2 * size > counts.length) {
                grow();
            }
        }

        /** Where a fingerprint is, or the free place where it would be. */
        private int place(long high, long low) {
            int mask = counts.length - 1;
            int at = (int) high & mask;
            while (counts[at] != 0 && (highs[at] != high || lows[at] != low)) {
                at = (at + 1) & mask;
            }
            return at;
        }

        private void grow() {
            var oldHighs = highs;
            var oldLows = lows;
            var oldCounts = counts;
            highs = new long[2 * oldCounts.length];
            lows = new long[2 * oldCounts.length];
            counts = new int[2 * oldCounts.length];
            for (int i = 0; i < oldCounts.length; i++) {
                if (oldCounts[i] != 0) {
                    int place = place(oldHighs[i], oldLows[i]);
                    highs[place] = oldHighs[i];
                    lows[place] = oldLows[i];
                    counts[place] = oldCounts[i];
                }
            }
        }
    }
}
