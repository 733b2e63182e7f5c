package dzvin.detector.core.decide;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.CellCodec;
import dzvin.detector.core.state.StateCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How hourly samples are written in state. */
final class SampleCodec implements StateCodec<Cell> {
    private static final int VERSION = 1;

    @Override
    public void write(Cell cell, DataOutputStream out) throws IOException {
        out.writeByte(VERSION);
        CellCodec.write(cell, out);
    }

    @Override
    public Cell read(DataInputStream in) throws IOException {
        StateCodec.expectVersion(VERSION, in);
        return CellCodec.read(in);
    }
}
