package dzvin.detector.core.count;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.TableSpec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** A batch of a source partition that waits for its bucket to close in the others. */
record SourceBatch(int source, CellBatch batch) {
    static final TableSpec<SourceBatch> TABLE = TableSpec.forRestart("merge-slots", new Codec());

    String tableKey() {
        return batch.tableKey() + "\t" + source;
    }

    private static final class Codec implements StateCodec<SourceBatch> {
        /** Version 1 was a single cell. */
        private static final int VERSION = 2;

        @Override
        public int room(SourceBatch value) {
            return CellBatch.CODEC.room(value.batch) + 1 + Integer.BYTES;
        }

        @Override
        public void write(SourceBatch value, DataOutputStream out) throws IOException {
            Wire.version(VERSION, out);
            out.writeInt(value.source);
            CellBatch.CODEC.write(value.batch, out);
        }

        @Override
        public SourceBatch read(DataInputStream in) throws IOException {
            Wire.expect(VERSION, in);
            return new SourceBatch(in.readInt(), CellBatch.CODEC.read(in));
        }
    }
}
