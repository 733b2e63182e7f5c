package dzvin.detector.core.count;

import dzvin.detector.core.policy.StateBasis;
import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.TableSpec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How far a source partition has come.
 *
 * @param basis what of the policy the rest hangs on
 * @param nextOffset where the log goes on, {@link Long#MIN_VALUE} where nobody has told offsets
 * @param watermark largest timestamp read, {@link Long#MIN_VALUE} before the first
 * @param closedThrough newest bucket that is closed here
 */
record PartitionProgress(
        StateBasis basis, long nextOffset, long watermark, long closedThrough, PartitionCounts counts) {
    static final TableSpec<PartitionProgress> TABLE = TableSpec.forRestart("partition-progress", new Codec());

    static PartitionProgress start(StateBasis basis) {
        return new PartitionProgress(basis, Long.MIN_VALUE, Long.MIN_VALUE, Long.MIN_VALUE, PartitionCounts.NONE);
    }

    PartitionProgress on(StateBasis now) {
        return new PartitionProgress(now.takingOver(basis), nextOffset, watermark, closedThrough, counts);
    }

    PartitionProgress past(long offset) {
        return new PartitionProgress(basis, offset + 1, watermark, closedThrough, counts);
    }

    PartitionProgress seen(long at, PartitionCounts now) {
        return new PartitionProgress(basis, nextOffset, Math.max(watermark, at), closedThrough, now);
    }

    PartitionProgress closed(long through) {
        return new PartitionProgress(basis, nextOffset, watermark, through, counts);
    }

    private static final class Codec implements StateCodec<PartitionProgress> {
        /** Version 1 knew neither the basis nor the offset. */
        private static final int OLDEST = 1;

        private static final int VERSION = 2;

        @Override
        public void write(PartitionProgress value, DataOutputStream out) throws IOException {
            Wire.version(VERSION, out);
            out.writeUTF(value.basis.text());
            out.writeLong(value.nextOffset);
            out.writeLong(value.watermark);
            out.writeLong(value.closedThrough);
            out.writeLong(value.counts.accepted());
            out.writeLong(value.counts.counted());
            out.writeLong(value.counts.duplicate());
            out.writeLong(value.counts.late());
        }

        @Override
        public PartitionProgress read(DataInputStream in) throws IOException {
            boolean old = StateCodec.expectVersion(OLDEST, VERSION, in) == OLDEST;
            var basis = old ? StateBasis.NOT_TOLD : StateBasis.ofText(in.readUTF());
            long nextOffset = old ? Long.MIN_VALUE : in.readLong();
            long watermark = in.readLong();
            long closedThrough = in.readLong();
            var counts = new PartitionCounts(in.readLong(), in.readLong(), in.readLong(), in.readLong());
            return new PartitionProgress(basis, nextOffset, watermark, closedThrough, counts);
        }
    }
}
