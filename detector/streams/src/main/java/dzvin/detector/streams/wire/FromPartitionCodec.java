package dzvin.detector.streams.wire;

import dzvin.detector.core.count.CellBatch;
import dzvin.detector.core.count.TravellingCell;
import dzvin.detector.core.state.StateCodec;
import dzvin.detector.streams.wire.FromPartition.ClosedThrough;
import dzvin.detector.streams.wire.FromPartition.Counted;
import dzvin.detector.streams.wire.FromPartition.Open;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The first byte is the version, the second says which of them it is. */
final class FromPartitionCodec implements StateCodec<FromPartition> {
    private static final int VERSION = 2;
    private static final int COUNTED = 0;
    private static final int CLOSED_THROUGH = 1;
    private static final int OPEN = 2;

    /** Bytes beside the cells. */
    private static final int BESIDE = 2 + 2 * Integer.BYTES;

    @Override
    public int room(FromPartition value) {
        return value instanceof Counted counted
                ? BESIDE + CellBatch.CODEC.room(counted.cells())
                : StateCodec.super.room(value);
    }

    @Override
    public void write(FromPartition value, DataOutputStream out) throws IOException {
        out.writeByte(VERSION);
        out.writeByte(value instanceof Counted ? COUNTED : value instanceof Open ? OPEN : CLOSED_THROUGH);
        out.writeInt(value.source());
        if (value instanceof Counted counted) {
            out.writeInt(counted.merger());
            CellBatch.CODEC.write(counted.cells(), out);
        } else if (value instanceof ClosedThrough closed) {
            out.writeLong(closed.bucket());
        } else if (value instanceof Open open) {
            TravellingCell.CODEC.write(TravellingCell.onTime(open.cell()), out);
        }
    }

    @Override
    public FromPartition read(DataInputStream in) throws IOException {
        Layout.expect(VERSION, in);
        int kind = in.readUnsignedByte();
        int source = in.readInt();
        return switch (kind) {
            case COUNTED -> new Counted(source, in.readInt(), CellBatch.CODEC.read(in));
            case CLOSED_THROUGH -> new ClosedThrough(source, in.readLong());
            case OPEN -> new Open(source, TravellingCell.CODEC.read(in).cell());
            default -> throw Layout.unknown(kind);
        };
    }
}
