package dzvin.detector.core.count;

import dzvin.detector.core.view.ViewKey;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The cells of a young key by bucket, packed into bytes. */
final class HeldCells {
    static final byte[] NONE = {};

    /** Beyond it the two oldest become one, at the older one's bucket: two callers who never tire must not fill the memory. */
    private static final int MOST = 64;

    private HeldCells() {}

    /** With one more cell, without those before a bucket. */
    static byte[] with(byte[] held, KeyCell added, long firstBucket) {
        if (held.length == 0 && added.bucket() >= firstBucket) {
            return packed(new TreeMap<>(Map.of(added.bucket(), added.cell())));
        }
        var cells = unpacked(held);
        cells.merge(added.bucket(), added.cell(), Cell::merge);
        cells.headMap(firstBucket).clear();
        if (cells.size() > MOST) {
            long oldest = cells.firstKey();
            var cell = cells.pollFirstEntry().getValue();
            cells.put(oldest, cell.merge(cells.pollFirstEntry().getValue()));
        }
        return packed(cells);
    }

    /** All of them from a bucket on, oldest first. */
    static List<KeyCell> of(ViewKey key, byte[] held, long firstBucket) {
        var cells = new ArrayList<KeyCell>();
        unpacked(held).tailMap(firstBucket).forEach((bucket, cell) -> cells.add(new KeyCell(key, bucket, cell)));
        return cells;
    }

    private static byte[] packed(NavigableMap<Long, Cell> cells) {
        var bytes = new ByteArrayOutputStream(160);
        try (var out = new DataOutputStream(bytes)) {
            for (var entry : cells.entrySet()) {
                out.writeLong(entry.getKey());
                CellCodec.write(entry.getValue(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static NavigableMap<Long, Cell> unpacked(byte[] held) {
        var cells = new TreeMap<Long, Cell>();
        try (var in = new DataInputStream(new ByteArrayInputStream(held))) {
            while (in.available() > 0) {
                cells.put(in.readLong(), CellCodec.read(in));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("held cells of " + held.length + " bytes cannot be read", e);
        }
        return cells;
    }
}
