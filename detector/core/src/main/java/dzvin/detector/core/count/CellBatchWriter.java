package dzvin.detector.core.count;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Writes batches, cell by cell, so that their size is known on the way. A report stands in the cells of all its keys, and few regions and
 * features stand in all reports: each is written where it comes first, and by its number after that.
 */
public final class CellBatchWriter {
    /** Stands before what is written in full; numbers of what was written before begin above it. */
    static final int NEW = 0;

    private static final int FIRST_ROOM = 1 << 12;

    private final BytesOut out = new BytesOut(FIRST_ROOM);
    private final Map<String, Integer> words = new HashMap<>();
    private final IdentityHashMap<Digest, Integer> digests = new IdentityHashMap<>();
    private final Consumer<Digest> eachDigest = this::digest;
    private final Consumer<String> eachWord = this::word;
    private long closing;
    private long receivedBefore;

    public boolean isEmpty() {
        return out.size() == 0;
    }

    /** Bytes of the batch so far. */
    public int size() {
        return out.size();
    }

    /** Whether a cell is decided with the same bucket as those before it in the batch. */
    public boolean takes(TravellingCell next) {
        return isEmpty() || next.closing() == closing;
    }

    /** The next cell of the batch. */
    public void add(TravellingCell travelling) {
        if (!takes(travelling)) {
            throw new IllegalArgumentException(
                    "a batch of bucket " + closing + " cannot take a cell of bucket " + travelling.closing());
        }
        if (isEmpty()) {
            closing = travelling.closing();
            out.whole(closing);
        }
        out.octet(travelling.arrival().code());
        out.number(closing - travelling.cell().bucket());
        word(travelling.cell().key().view());
        out.text(travelling.cell().key().text());
        PackedCell.write(travelling.cell().cell(), out, eachDigest);
    }

    /** All cells so far, at least one; the next cell begins another batch. */
    public CellBatch batch() {
        words.clear();
        digests.clear();
        receivedBefore = 0;
        return CellBatch.of(out.take());
    }

    private void digest(Digest digest) {
        var known = digests.get(digest);
        if (known != null) {
            out.number(known);
            return;
        }
        digests.put(digest, digests.size() + 1);
        out.number(NEW);
        PackedDigest.write(digest, receivedBefore, out, eachWord);
        receivedBefore = digest.receivedAt();
    }

    private void word(String word) {
        var known = words.get(word);
        if (known != null) {
            out.number(known);
        } else {
            words.put(word, words.size() + 1);
            out.number(NEW);
            out.text(word);
        }
    }
}
