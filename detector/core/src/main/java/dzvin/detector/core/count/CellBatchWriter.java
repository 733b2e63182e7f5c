package dzvin.detector.core.count;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Writes batches, cell by cell, so that their size is known on the way. A report stands in the cells of all its keys, and few regions and
 * features stand in all reports: each is written where it comes first, and by its number after that.
 */
public final class CellBatchWriter {
    /** Stands before what is written in full; numbers of what was written before begin above it. */
    static final int NEW = 0;

    static final int CALLED_AT = 1;
    static final int NUMBER = 2;
    static final int REGION = 4;
    static final int FAMILY = 8;

    private final BytesOut out = new BytesOut();
    private final Map<String, Integer> words = new HashMap<>();
    private final IdentityHashMap<Digest, Integer> digests = new IdentityHashMap<>();
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
        var cell = travelling.cell().cell();
        out.number(cell.reports());
        out.whole(cell.bound());
        out.number(cell.sampled());
        for (Voice voice : cell.voices()) {
            out.whole(voice.person());
            out.number(voice.reports());
            digest(voice.digest());
        }
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
        out.text(digest.report());
        out.difference(digest.receivedAt() - receivedBefore);
        receivedBefore = digest.receivedAt();
        out.octet((digest.calledAt().isPresent() ? CALLED_AT : 0)
                | (digest.hasNumber() ? NUMBER : 0)
                | (digest.region().isPresent() ? REGION : 0)
                | (digest.family().isPresent() ? FAMILY : 0));
        if (digest.calledAt().isPresent()) {
            out.difference(digest.receivedAt() - digest.calledAt().getAsLong());
        }
        digest.number().ifPresent(out::text);
        digest.region().ifPresent(this::word);
        digest.family().ifPresent(this::word);
        out.number(digest.features().size());
        for (String feature : digest.features()) {
            word(feature);
        }
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
