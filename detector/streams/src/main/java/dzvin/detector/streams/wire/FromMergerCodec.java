package dzvin.detector.streams.wire;

import dzvin.detector.core.count.BucketClosed;
import dzvin.detector.core.count.CellBatch;
import dzvin.detector.core.count.TravellingCell;
import dzvin.detector.core.state.StateCodec;
import dzvin.detector.streams.wire.FromMerger.Closed;
import dzvin.detector.streams.wire.FromMerger.Merged;
import dzvin.detector.streams.wire.FromMerger.Open;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The first byte is the version, the second says which of them it is. */
final class FromMergerCodec implements StateCodec<FromMerger> {
    private static final int VERSION = 2;
    private static final int MERGED = 0;
    private static final int CLOSED = 1;
    private static final int OPEN = 2;

    /** Bytes beside the cells. */
    private static final int BESIDE = 2 + Integer.BYTES;

    @Override
    public int room(FromMerger value) {
        return value instanceof Merged merged
                ? BESIDE + CellBatch.CODEC.room(merged.cells())
                : StateCodec.super.room(value);
    }

    @Override
    public void write(FromMerger value, DataOutputStream out) throws IOException {
        out.writeByte(VERSION);
        if (value instanceof Merged merged) {
            out.writeByte(MERGED);
            out.writeInt(merged.merger());
            CellBatch.CODEC.write(merged.cells(), out);
        } else if (value instanceof Closed closed) {
            out.writeByte(CLOSED);
            BucketClosed.CODEC.write(closed.mark(), out);
        } else if (value instanceof Open open) {
            out.writeByte(OPEN);
            out.writeInt(open.source());
            TravellingCell.CODEC.write(TravellingCell.onTime(open.cell()), out);
        }
    }

    @Override
    public FromMerger read(DataInputStream in) throws IOException {
        Layout.expect(VERSION, in);
        int kind = in.readUnsignedByte();
        return switch (kind) {
            case MERGED -> new Merged(in.readInt(), CellBatch.CODEC.read(in));
            case CLOSED -> new Closed(BucketClosed.CODEC.read(in));
            case OPEN -> new Open(in.readInt(), TravellingCell.CODEC.read(in).cell());
            default -> throw Layout.unknown(kind);
        };
    }
}
