package dzvin.detector.core.watch;

import dzvin.detector.core.baseline.KeyHistory;
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
sealed interface HourCounts {
    /** Each bucket that counted something, in their order. */
    List<BucketCount> counts();

    /**
     * As the key itself has them when they are written: no list is made for each cell of a busy key.
     *
     * @param from bucket, inclusive
     * @param to bucket, exclusive
     */
    record Running(KeyHistory history, long from, long to) implements HourCounts {
        @Override
        public List<BucketCount> counts() {
            var counts = new ArrayList<BucketCount>();
            history.forEachCount(from, to, (bucket, people) -> counts.add(new BucketCount(bucket, people)));
            return counts;
        }
    }

    /** As they were written. */
    record Written(List<BucketCount> counts) implements HourCounts {
        public Written {
            counts = List.copyOf(counts);
        }
    }

    /** People counted in a bucket. */
    record BucketCount(long bucket, int people) {}

    /** How they are written in state. */
    final class Codec implements StateCodec<HourCounts> {
        private static final int VERSION = 1;

        @Override
        public void write(HourCounts hour, DataOutputStream out) throws IOException {
            var counts = hour.counts();
            out.writeByte(VERSION);
            out.writeShort(counts.size());
            for (BucketCount count : counts) {
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
            return new Written(counts);
        }
    }
}
