package dzvin.detector.core.count;

import dzvin.detector.core.state.StateCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A merger has handed out everything that is decided with this bucket or an earlier one.
 *
 * @param merger which one
 * @param live of each open view, by its name, among the merger's keys; holds until its next such word
 */
public record BucketClosed(long bucket, int merger, SortedMap<String, LiveKeys> live) {
    /** How it is written in state and on topics. */
    public static final StateCodec<BucketClosed> CODEC = new Codec();

    public BucketClosed {
        live = Collections.unmodifiableSortedMap(new TreeMap<>(live));
    }

    private static final class Codec implements StateCodec<BucketClosed> {
        private static final int VERSION = 1;

        @Override
        public void write(BucketClosed value, DataOutputStream out) throws IOException {
            Wire.version(VERSION, out);
            out.writeLong(value.bucket);
            out.writeInt(value.merger);
            out.writeInt(value.live.size());
            for (var entry : value.live.entrySet()) {
                out.writeUTF(entry.getKey());
                out.writeLong(entry.getValue().keys());
                out.writeLong(entry.getValue().people());
                out.writeLong(entry.getValue().squares());
            }
        }

        @Override
        public BucketClosed read(DataInputStream in) throws IOException {
            Wire.expect(VERSION, in);
            long bucket = in.readLong();
            int merger = in.readInt();
            int size = in.readInt();
            var live = new TreeMap<String, LiveKeys>();
            for (int i = 0; i < size; i++) {
                live.put(in.readUTF(), new LiveKeys(in.readLong(), in.readLong(), in.readLong()));
            }
            return new BucketClosed(bucket, merger, live);
        }
    }
}
