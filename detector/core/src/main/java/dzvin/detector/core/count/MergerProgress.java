package dzvin.detector.core.count;

import dzvin.detector.core.policy.StateBasis;
import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.TableSpec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How far a merger has come.
 *
 * @param basis what of the policy the rest hangs on
 * @param sources newest bucket that is closed in each source partition, {@link Long#MIN_VALUE} before the first
 * @param first the oldest of the first words of all source partitions: where the stream begins, whatever the order of the words
 * @param closed newest bucket that is closed here
 * @param forgotten keys of open views that had to be forgotten before their time
 */
record MergerProgress(StateBasis basis, List<Long> sources, long first, long closed, long forgotten) {
    static final TableSpec<MergerProgress> TABLE = TableSpec.forRestart("merge-progress", new Codec());

    static MergerProgress start(StateBasis basis, int sources) {
        return new MergerProgress(
                basis, Collections.nCopies(sources, Long.MIN_VALUE), Long.MAX_VALUE, Long.MIN_VALUE, 0);
    }

    MergerProgress {
        sources = List.copyOf(sources);
    }

    MergerProgress on(StateBasis now) {
        return new MergerProgress(now.takingOver(basis), sources, first, closed, forgotten);
    }

    MergerProgress with(int source, long bucket) {
        var next = new ArrayList<>(sources);
        next.set(source, bucket);
        long oldest = sources.get(source) == Long.MIN_VALUE ? Math.min(first, bucket) : first;
        return new MergerProgress(basis, next, oldest, closed, forgotten);
    }

    MergerProgress closed(long bucket, long nowForgotten) {
        return new MergerProgress(basis, sources, first, bucket, nowForgotten);
    }

    /** The newest bucket that is closed in every source partition. */
    long closedEverywhere() {
        return sources.stream().min(Long::compare).orElse(Long.MIN_VALUE);
    }

    private static final class Codec implements StateCodec<MergerProgress> {
        /** Version 1 did not know the basis. */
        private static final int OLDEST = 1;

        private static final int VERSION = 2;

        @Override
        public void write(MergerProgress value, DataOutputStream out) throws IOException {
            Wire.version(VERSION, out);
            out.writeUTF(value.basis.text());
            out.writeInt(value.sources.size());
            for (long bucket : value.sources) {
                out.writeLong(bucket);
            }
            out.writeLong(value.first);
            out.writeLong(value.closed);
            out.writeLong(value.forgotten);
        }

        @Override
        public MergerProgress read(DataInputStream in) throws IOException {
            boolean old = StateCodec.expectVersion(OLDEST, VERSION, in) == OLDEST;
            var basis = old ? StateBasis.NOT_TOLD : StateBasis.ofText(in.readUTF());
            int size = in.readInt();
            var sources = new ArrayList<Long>();
            for (int i = 0; i < size; i++) {
                sources.add(in.readLong());
            }
            return new MergerProgress(basis, sources, in.readLong(), in.readLong(), in.readLong());
        }
    }
}
