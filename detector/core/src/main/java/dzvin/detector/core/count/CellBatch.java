package dzvin.detector.core.count;

import dzvin.detector.core.state.StateCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Cells that travel together: from one stage to one other, to be decided with one bucket. It is the bytes that it is written as: what one
 * stage has sent the next one keeps as it came, in its state and in memory, until the bucket closes.
 */
public final class CellBatch {
    /** How it is written in state and on topics. */
    public static final StateCodec<CellBatch> CODEC = new Codec();

    private final long closing;
    private final String tableKey;
    private final byte[] bytes;

    private CellBatch(byte[] bytes) throws IOException {
        var head = new CellBatchReader(bytes).head();
        this.closing = head.closing();
        this.tableKey = head.tableKey();
        this.bytes = bytes;
    }

    /** @param bytes as {@link CellBatchWriter} has written them, at least one cell, and not to be changed */
    static CellBatch of(byte[] bytes) {
        try {
            return new CellBatch(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("a batch of " + bytes.length + " bytes cannot be read", e);
        }
    }

    static CellBatch of(TravellingCell cell) {
        var writer = new CellBatchWriter();
        writer.add(cell);
        return writer.batch();
    }

    /** The bucket that all of them are decided with. */
    public long closing() {
        return closing;
    }

    /** What it takes in memory, on topics and in state. */
    int size() {
        return bytes.length;
    }

    /** At least one, in the order in which they were sent; they are read anew each time. */
    public List<TravellingCell> cells() {
        try {
            return new CellBatchReader(bytes).cells();
        } catch (IOException e) {
            throw new UncheckedIOException("a batch of " + bytes.length + " bytes cannot be read", e);
        }
    }

    /** Sorts after all of earlier closing buckets; unique for its sender. */
    String tableKey() {
        return tableKey;
    }

    private static final class Codec implements StateCodec<CellBatch> {
        /** Version 1 was a single cell, version 2 had numbers as texts. */
        private static final int VERSION = 3;

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
            return new CellBatch(bytes);
        }
    }
}
