package dzvin.detector.core.count;

import dzvin.detector.core.view.ViewKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a young key by bucket, oldest first. A cell by itself is packed at once, and what was read from state stays packed until it is asked for: most keys have
 * one cell and never a second, and there are very many of them. Immutable.
 */
final class HeldCells {
    static final HeldCells NONE = new HeldCells(new byte[0], null);

    /** Beyond it the two oldest become one, at the older one's bucket: two callers who never tire must not fill the memory. */
    private static final int MOST = 64;

    /** What a cell of one report takes when it is packed, more or less. */
    private static final int ROOM_OF_A_CELL = 128;

    /** Null while there are several. */
    private final byte[] packed;
    /** Null while they are packed. */
    private final List<KeyCell> several;

    private HeldCells(byte[] packed, List<KeyCell> several) {
        this.packed = packed;
        this.several = several;
    }

    /** Bytes that they take when they are packed, about. */
    int room() {
        return several != null ? several.size() * ROOM_OF_A_CELL : packed.length;
    }

    static HeldCells ofPacked(byte[] packed) {
        return packed.length == 0 ? NONE : new HeldCells(packed, null);
    }

    /** One cell. Its key is not kept: who asks for cells tells it. */
    static HeldCells of(KeyCell cell) {
        return new HeldCells(packed(List.of(cell)), null);
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
        return all.size() == 1 ? of(all.get(0)) : new HeldCells(null, all);
    }

    /** All of a key from a bucket on, oldest first. */
    List<KeyCell> from(ViewKey key, long firstBucket) {
        return cells(key).stream().filter(cell -> cell.bucket() >= firstBucket).toList();
    }

    /** The first one, without its key; there must be one. */
    Cell first() {
        if (several != null) {
            return several.get(0).cell();
        }
        return read(() -> {
            var in = new BytesIn(packed);
            in.difference();
            return PackedCell.read(in, digests(in));
        });
    }

    byte[] packed() {
        return packed != null ? packed : packed(several);
    }

    private static byte[] packed(List<KeyCell> cells) {
        var out = new BytesOut(cells.size() * ROOM_OF_A_CELL);
        for (KeyCell cell : cells) {
            out.difference(cell.bucket());
            PackedCell.write(cell.cell(), out, digest -> PackedDigest.write(digest, 0, out, out::text));
        }
        return out.take();
    }

    private boolean isEmpty() {
        return packed != null && packed.length == 0;
    }

    private List<KeyCell> cells(ViewKey key) {
        return several != null
                ? several
                : read(() -> {
                    var cells = new ArrayList<KeyCell>(2);
                    var in = new BytesIn(packed);
                    while (in.hasMore()) {
                        cells.add(new KeyCell(key, in.difference(), PackedCell.read(in, digests(in))));
                    }
                    return cells;
                });
    }

    private static PackedCell.Digests digests(BytesIn in) {
        return () -> PackedDigest.read(0, in, in::text);
    }

    private <T> T read(Reading<T> reading) {
        try {
            return reading.read();
        } catch (IOException e) {
            throw new UncheckedIOException("held cells of " + packed.length + " bytes cannot be read", e);
        }
    }

    private interface Reading<T> {
        T read() throws IOException;
    }

    /** Both at the bucket of the first. */
    private static KeyCell merged(KeyCell one, KeyCell other) {
        return new KeyCell(one.key(), one.bucket(), one.cell().merge(other.cell()));
    }
}
