package dzvin.detector.core.watch;

import dzvin.detector.core.state.StateCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What one key counted in the buckets of one hour: how a key's latest counts are kept, so that a bucket writes an hour's worth
 * and not a week's.
 */
record HourCounts(List<BucketCount> counts) {
    /** People counted in a bucket. */
    record BucketCount(long bucket, int people) {}

    HourCounts {
        counts = List.copyOf(counts);
    }

    /** How they are written in state. */
    static final class Codec implements StateCodec<HourCounts> {
        private static final int VERSION = 1;

        @Override
        public void write(HourCounts hour, DataOutputStream out) throws IOException {
            out.writeByte(VERSION);
            out.writeShort(hour.counts.size());
            for (BucketCount count : hour.counts) {
                out.writeLong(count.bucket());
                out.writeInt(count.people());
            }
        }

        @Override
        public HourCounts read(DataInputStream in) throws IOException {
            StateCodec.expectVersion(VERSION, in);
            int size = in.readUnsignedShort();
            var counts = new ArrayList<BucketCount>(size);
            for (int i = 0; i < size; i++) {
                counts.add(new BucketCount(in.readLong(), in.readInt()));
            }
            return new HourCounts(counts);
        }
    }
}
