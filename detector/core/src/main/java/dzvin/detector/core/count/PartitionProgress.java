package dzvin.detector.core.count;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.TableSpec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How far a source partition has come.
 *
 * @param watermark largest timestamp read, {@link Long#MIN_VALUE} before the first
 * @param closedThrough newest bucket that is closed here
 */
record PartitionProgress(long watermark, long closedThrough, PartitionCounts counts) {
    static final PartitionProgress START = new PartitionProgress(Long.MIN_VALUE, Long.MIN_VALUE, PartitionCounts.NONE);

    static final TableSpec<PartitionProgress> TABLE = TableSpec.forRestart("partition-progress", new Codec());

    PartitionProgress seen(long at, PartitionCounts now) {
        return new PartitionProgress(Math.max(watermark, at), closedThrough, now);
    }

    PartitionProgress closed(long through) {
        return new PartitionProgress(watermark, through, counts);
    }

    private static final class Codec implements StateCodec<PartitionProgress> {
        private static final int VERSION = 1;

        @Override
        public void write(PartitionProgress value, DataOutputStream out) throws IOException {
            Wire.version(VERSION, out);
            out.writeLong(value.watermark);
            out.writeLong(value.closedThrough);
            out.writeLong(value.counts.accepted());
            out.writeLong(value.counts.counted());
            out.writeLong(value.counts.duplicate());
            out.writeLong(value.counts.late());
        }

        @Override
        public PartitionProgress read(DataInputStream in) throws IOException {
            Wire.expect(VERSION, in);
            long watermark = in.readLong();
            long closedThrough = in.readLong();
            var counts = new PartitionCounts(in.readLong(), in.readLong(), in.readLong(), in.readLong());
            return new PartitionProgress(watermark, closedThrough, counts);
        }
    }
}
