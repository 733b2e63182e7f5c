package dzvin.detector.core.count;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The report ids of the dedup horizon. What makes a duplicate is the time at which an id was seen first; that old ids are removed
 * only saves room. They are removed bucket by bucket, by lists that are written when a bucket closes.
 */
final class SeenReports {
    static final TableSpec<Long> SEEN = new TableSpec<>("seen-reports", new TimeCodec());
    static final TableSpec<List<String>> ORDER = new TableSpec<>("seen-order", new IdsCodec());

    /** Ids in one value, so that values stay small where a bucket holds very many. */
    private static final int CHUNK = 1_000;

    private final Table<Long> seen;
    private final Table<List<String>> order;
    private final long horizon;

    SeenReports(long horizonMillis, Tables tables) {
        this.horizon = horizonMillis;
        this.seen = tables.table(SEEN);
        this.order = tables.table(ORDER);
    }

    /** Whether the id is new within the horizon; it then counts as seen. */
    boolean isNew(String id, long watermark) {
        Long before = seen.get(id);
        if (before != null && watermark - before < horizon) {
            return false;
        }
        seen.put(id, watermark);
        return true;
    }

    /** Notes what a bucket took, to be forgotten in its turn. */
    void closed(long bucket, List<String> ids) {
        for (int from = 0; from < ids.size(); from += CHUNK) {
            var chunk = List.copyOf(ids.subList(from, Math.min(ids.size(), from + CHUNK)));
            order.put(SortedText.of(bucket) + SortedText.of(from), chunk);
        }
    }

    /** Forgets what was taken by buckets before this one and is older than the horizon. */
    void forgetBefore(long bucket, long watermark) {
        var old = new ArrayList<String>();
        order.forEach("", SortedText.of(bucket), (key, ids) -> {
            old.add(key);
            ids.forEach(id -> forget(id, watermark));
        });
        old.forEach(order::remove);
    }

    private void forget(String id, long watermark) {
        Long at = seen.get(id);
        if (at != null && watermark - at >= horizon) {
            seen.remove(id);
        }
    }

    private static final class TimeCodec implements StateCodec<Long> {
        private static final int VERSION = 1;

        @Override
        public void write(Long value, DataOutputStream out) throws IOException {
            Wire.version(VERSION, out);
            out.writeLong(value);
        }

        @Override
        public Long read(DataInputStream in) throws IOException {
            Wire.expect(VERSION, in);
            return in.readLong();
        }
    }

    private static final class IdsCodec implements StateCodec<List<String>> {
        private static final int VERSION = 1;

        @Override
        public void write(List<String> value, DataOutputStream out) throws IOException {
            Wire.version(VERSION, out);
            Wire.writeTexts(value, out);
        }

        @Override
        public List<String> read(DataInputStream in) throws IOException {
            Wire.expect(VERSION, in);
            return Wire.readTexts(in);
        }
    }
}
