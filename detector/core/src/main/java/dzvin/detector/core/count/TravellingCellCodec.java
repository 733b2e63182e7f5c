package dzvin.detector.core.count;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.view.ViewKey;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How travelling cells are written, in state and on topics. */
final class TravellingCellCodec implements StateCodec<TravellingCell> {
    private static final int VERSION = 1;

    @Override
    public void write(TravellingCell value, DataOutputStream out) throws IOException {
        Wire.version(VERSION, out);
        out.writeLong(value.closing());
        out.writeByte(value.arrival().code());
        out.writeUTF(value.cell().key().view());
        out.writeUTF(value.cell().key().text());
        out.writeLong(value.cell().bucket());
        CellCodec.write(value.cell().cell(), out);
    }

    @Override
    public TravellingCell read(DataInputStream in) throws IOException {
        Wire.expect(VERSION, in);
        long closing = in.readLong();
        var arrival = Arrival.of(in.readUnsignedByte());
        var key = new ViewKey(in.readUTF(), in.readUTF());
        return new TravellingCell(closing, arrival, new KeyCell(key, in.readLong(), CellCodec.read(in)));
    }
}
