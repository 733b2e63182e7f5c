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

/**
 * The cells of a young key by bucket, oldest first. What was read from state stays packed until it is asked for, and what was never
 * written is never packed: most keys stay young for good, and most of these have one cell. Immutable.
 */
final class HeldCells {
    static final HeldCells NONE = new HeldCells(new byte[0], 0, null, null);

    /** Beyond it the two oldest become one, at the older one's bucket: two callers who never tire must not fill the memory. */
    private static final int MOST = 64;

    /** What a cell of one report takes when it is packed, more or less. */
    private static final int ROOM_OF_A_CELL = 128;

    private final byte[] packed;
    private final long bucket;
    private final Cell only;
    private final List<KeyCell> several;

    /** Packed, or only one, of a bucket, or several: what it is not is null. */
    private HeldCells(byte[] packed, long bucket, Cell only, List<KeyCell> several) {
        this.packed = packed;
        this.bucket = bucket;
        this.only = only;
        this.several = several;
    }

    /** Bytes that they take when they are packed, about. */
    int room() {
        if (several != null) {
            return several.size() * ROOM_OF_A_CELL;
        }
        return only != null ? ROOM_OF_A_CELL : packed.length;
    }

    static HeldCells ofPacked(byte[] packed) {
        return packed.length == 0 ? NONE : new HeldCells(packed, 0, null, null);
    }

    /** One cell. Its key is not kept: who asks for cells tells it. */
    static HeldCells of(KeyCell cell) {
        return of(cell.bucket(), cell.cell());
    }

    /** One cell of a bucket. */
    static HeldCells of(long bucket, Cell cell) {
        return new HeldCells(null, bucket, cell, null);
    }

    /** With one more cell, without those before a bucket. */
    HeldCells with(KeyCell added, long firstBucket) {
        if (isEmpty() && added.bucket() >= firstBucket) {
            return of(added);
        }
        var all = new ArrayList<KeyCell>(2);
        var waiting = added;
        for (KeyCell held : cells(added.key())) {
            if (waiting != null && waiting.bucket() <= held.bucket()) {
                boolean same = waiting.bucket() == held.bucket();
                all.add(same ? merged(held, waiting) : waiting);
                if (!same) {
                    all.add(held);
                }
                waiting = null;
            } else {
                all.add(held);
            }
        }
        if (waiting != null) {
            all.add(waiting);
        }
        all.removeIf(cell -> cell.bucket() < firstBucket);
        if (all.size() > MOST) {
            all.set(1, merged(all.get(0), all.get(1)));
            all.remove(0);
        }
        return all.size() == 1 ? of(all.get(0)) : new HeldCells(null, 0, null, all);
    }

    /** All of a key from a bucket on, oldest first. */
    List<KeyCell> from(ViewKey key, long firstBucket) {
        return cells(key).stream().filter(cell -> cell.bucket() >= firstBucket).toList();
    }

    byte[] packed() {
        if (packed != null) {
            return packed;
        }
        var bytes = new ByteArrayOutputStream(160);
        try (var out = new DataOutputStream(bytes)) {
            if (only != null) {
                write(bucket, only, out);
            } else {
                for (KeyCell cell : several) {
                    write(cell.bucket(), cell.cell(), out);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void write(long bucket, Cell cell, DataOutputStream out) throws IOException {
        out.writeLong(bucket);
        CellCodec.write(cell, out);
    }

    private boolean isEmpty() {
        return packed == null ? only == null && several.isEmpty() : packed.length == 0;
    }

    private List<KeyCell> cells(ViewKey key) {
        if (only != null) {
            return List.of(new KeyCell(key, bucket, only));
        }
        return several == null ? unpacked(key) : several;
    }

    private List<KeyCell> unpacked(ViewKey key) {
        var unpacked = new ArrayList<KeyCell>();
        try (var in = new DataInputStream(new ByteArrayInputStream(packed))) {
            while (in.available() > 0) {
                unpacked.add(new KeyCell(key, in.readLong(), CellCodec.read(in)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("held cells of " + packed.length + " bytes cannot be read", e);
        }
        return unpacked;
    }

    /** Both at the bucket of the first. */
    private static KeyCell merged(KeyCell one, KeyCell other) {
        return new KeyCell(one.key(), one.bucket(), one.cell().merge(other.cell()));
    }
}
