package dzvin.detector.core.count;

import dzvin.detector.core.state.StateCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;

/**
 * Cells that travel together: from one stage to one other, to be decided with one bucket. It holds the bytes that it is written as, since
 * what one stage has sent the next one keeps in its state as it came.
 */
public final class CellBatch {
    /** How it is written in state and on topics. */
    public static final StateCodec<CellBatch> CODEC = new Codec();

    private final List<TravellingCell> cells;
    private final byte[] bytes;

    CellBatch(List<TravellingCell> cells, byte[] bytes) {
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a batch must have a cell");
        }
        this.cells = List.copyOf(cells);
        this.bytes = bytes;
    }

    static CellBatch of(TravellingCell cell) {
        var writer = new CellBatchWriter();
        writer.add(cell);
        return writer.batch();
    }

    /** The bucket that all of them are decided with. */
    public long closing() {
        return cells.get(0).closing();
    }

    /** At least one, in the order in which they were sent. */
    public List<TravellingCell> cells() {
        return cells;
    }

    /** Sorts after all of earlier closing buckets; unique for its sender. */
    String tableKey() {
        return cells.get(0).tableKey();
    }

    private static final class Codec implements StateCodec<CellBatch> {
        /** Version 1 was a single cell. */
        private static final int VERSION = 2;

        @Override
        public int room(CellBatch batch) {
            return batch.bytes.length + 1 + Integer.BYTES;
        }

        @Override
        public void write(CellBatch batch, DataOutputStream out) throws IOException {
            Wire.version(VERSION, out);
            out.writeInt(batch.bytes.length);
            out.write(batch.bytes);
        }

        @Override
        public CellBatch read(DataInputStream in) throws IOException {
            Wire.expect(VERSION, in);
            int length = in.readInt();
            if (length < 0 || length > in.available()) {
                throw new IOException("a batch of " + length + " bytes is cut short at " + in.available());
            }
            var bytes = new byte[length];
            in.readFully(bytes);
            return new CellBatchReader(bytes).batch();
        }
    }
}
