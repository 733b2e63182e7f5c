package dzvin.detector.core.baseline;

import java.util.Arrays;

/**
 * What a key counted in its latest buckets, kept only where something was counted, with the sum over each scale's window carried
 * along: amortised constant time for each bucket, however long the scales. Windows end with the bucket last moved to. Used by
 * one thread.
 */
final class CountRing {
    private final long[] lengths;
    /** Per scale: index of the first entry inside its window. */
    private final int[] heads;

    private final long[] sums;
    private long[] buckets = new long[4];
    private int[] counts = new int[4];
    private int size;
    private long now = Long.MIN_VALUE;

    /** @param lengths of the scales, in buckets; shared by all keys, for there are many, and never changed */
    CountRing(long[] lengths) {
        this.lengths = lengths;
        this.heads = new int[lengths.length];
        this.sums = new long[lengths.length];
    }

    /** Of the scales, in buckets. */
    long[] lengths() {
        return lengths.clone();
    }

    int size() {
        return size;
    }

    long bucket(int index) {
        return buckets[index];
    }

    int count(int index) {
        return counts[index];
    }

    long now() {
        return now;
    }

    /** Moves the end of all windows. */
    void moveTo(long bucket) {
        if (bucket > now) {
            now = bucket;
            leaveWindows();
        }
    }

    private void leaveWindows() {
        for (int scale = 0; scale < lengths.length; scale++) {
            while (heads[scale] < size && buckets[heads[scale]] <= now - lengths[scale]) {
                sums[scale] -= counts[heads[scale]];
                heads[scale]++;
            }
        }
    }

    /** Counts in a bucket, usually the latest. */
    void add(long bucket, int count) {
        int at = size;
        while (at > 0 && buckets[at - 1] > bucket) {
            at--;
        }
        boolean known = at > 0 && buckets[at - 1] == bucket;
        if (known) {
            counts[at - 1] += count;
        } else {
            insert(at, bucket, count);
        }
        if (known ? at == size : at == size - 1) {
            addToSums(count);
            now = Math.max(now, bucket);
            leaveWindows();
        } else {
            sumAgain();
        }
    }

    /** To those windows that the last entry has not left; one that is too old for a window leaves it with the next move. */
    private void addToSums(int count) {
        for (int scale = 0; scale < lengths.length; scale++) {
            sums[scale] += heads[scale] < size ? count : 0;
        }
    }

    private void insert(int at, long bucket, int count) {
        if (size == buckets.length) {
            buckets = Arrays.copyOf(buckets, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size);
        }
        System.arraycopy(buckets, at, buckets, at + 1, size - at);
        System.arraycopy(counts, at, counts, at + 1, size - at);
        buckets[at] = bucket;
        counts[at] = count;
        size++;
    }

    /** After an entry in the past; it happens for late reports only. */
    private void sumAgain() {
        for (int scale = 0; scale < lengths.length; scale++) {
            heads[scale] = 0;
            sums[scale] = Arrays.stream(counts, 0, size).asLongStream().sum();
        }
        leaveWindows();
    }

    /** Puts back an entry from before a restart; the end of windows stays where it is. */
    void restore(long bucket, int count) {
        int at = placeOf(bucket);
        insert(at, bucket, count);
        if (at == size - 1) {
            addToSums(count);
            leaveWindows();
        } else {
            sumAgain();
        }
    }

    /** The oldest bucket that has an entry. */
    long oldest() {
        return size > 0 ? buckets[0] : Long.MAX_VALUE;
    }

    /** Entries from one bucket, inclusive, to another, exclusive. */
    void forEach(long from, long to, KeyHistory.BucketCounts action) {
        for (int i = placeOf(from); i < size && buckets[i] < to; i++) {
            action.take(buckets[i], counts[i]);
        }
    }

    /** Index of the first entry that is not before a bucket. */
    int placeOf(long bucket) {
        int place = Arrays.binarySearch(buckets, 0, size, bucket);
        return place >= 0 ? place : -place - 1;
    }

    /** Sum over the window of a scale. */
    long sum(int scale) {
        return sums[scale];
    }

    /** Sum over the buckets from one, inclusive, to another, exclusive. */
    long sumBetween(long from, long to) {
        long sum = 0;
        for (int i = size - 1; i >= 0 && buckets[i] >= from; i--) {
            sum += buckets[i] < to ? counts[i] : 0;
        }
        return sum;
    }

    /** Forgets what is older than this bucket and in no window. */
    void forgetBefore(long bucket) {
        int drop = 0;
        int outside = size;
        for (int head : heads) {
            outside = Math.min(outside, head);
        }
        while (drop < outside && buckets[drop] < bucket) {
            drop++;
        }
        if (drop == 0) {
            return;
        }
        System.arraycopy(buckets, drop, buckets, 0, size - drop);
        System.arraycopy(counts, drop, counts, 0, size - drop);
        for (int scale = 0; scale < heads.length; scale++) {
            heads[scale] -= drop;
        }
        size -= drop;
    }
}
