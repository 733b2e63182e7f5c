package dzvin.detector.core.count;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.TableSpec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** One source partition's share of a cell. */
record Slot(int source, TravellingCell cell) {
    static final TableSpec<Slot> TABLE = TableSpec.forRestart("merge-slots", new Codec());

    String tableKey() {
        return cell.tableKey() + "\t" + source;
    }

    private static final class Codec implements StateCodec<Slot> {
        private static final int VERSION = 1;

        @Override
        public void write(Slot value, DataOutputStream out) throws IOException {
            Wire.version(VERSION, out);
            out.writeInt(value.source);
            TravellingCell.CODEC.write(value.cell, out);
        }

        @Override
        public Slot read(DataInputStream in) throws IOException {
            Wire.expect(VERSION, in);
            return new Slot(in.readInt(), TravellingCell.CODEC.read(in));
        }
    }
}
