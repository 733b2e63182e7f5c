package dzvin.detector.core.count;

import dzvin.detector.core.state.StateCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Report ids that left with one bucket, each with the watermark at which it was seen first. Grows until its bucket closes. */
final class SeenPage {
    static final StateCodec<SeenPage> CODEC = new Codec();

    /** Ids of a page at the most, so that one is read quickly where a bucket holds very many. */
    static final int FULL = 1 << 10;

    private final long bucket;
    private final boolean singly;
    private final List<String> ids;
    private long[] times;

    private SeenPage(long bucket, boolean singly, List<String> ids, long[] times) {
        this.bucket = bucket;
        this.singly = singly;
        this.ids = ids;
        this.times = times;
    }

    static SeenPage of(long bucket) {
        return new SeenPage(bucket, false, new ArrayList<>(), new long[8]);
    }

    /** The same ids, of which each has a row of its own, too. */
    SeenPage asWrittenSingly() {
        return new SeenPage(bucket, true, ids, times);
    }

    void add(String id, long at) {
        if (ids.size() == times.length) {
            times = Arrays.copyOf(times, 2 * times.length);
        }
        times[ids.size()] = at;
        ids.add(id);
    }

    long bucket() {
        return bucket;
    }

    /** Whether each of its ids has a row of its own. */
    boolean isWrittenSingly() {
        return singly;
    }

    int size() {
        return ids.size();
    }

    boolean isFull() {
        return ids.size() == FULL;
    }

    boolean has(int position, String id) {
        return position < ids.size() && ids.get(position).equals(id);
    }

    String id(int position) {
        return ids.get(position);
    }

    long at(int position) {
        return times[position];
    }

    private static final class Codec implements StateCodec<SeenPage> {
        /** Version 1 was the time of one id. */
        private static final int VERSION = 2;

        private static final int ROOM_FOR_ONE = 48;

        @Override
        public int room(SeenPage page) {
            return ROOM_FOR_ONE * (page.size() + 1);
        }

        @Override
        public void write(SeenPage page, DataOutputStream out) throws IOException {
            Wire.version(VERSION, out);
            out.writeLong(page.bucket);
            out.writeBoolean(page.singly);
            Wire.writeTexts(page.ids, out);
            for (int i = 0; i < page.size(); i++) {
                out.writeLong(page.times[i]);
            }
        }

        @Override
        public SeenPage read(DataInputStream in) throws IOException {
            Wire.expect(VERSION, in);
            long bucket = in.readLong();
            boolean singly = in.readBoolean();
            var ids = Wire.readTexts(in);
            var times = new long[ids.size()];
            for (int i = 0; i < times.length; i++) {
                times[i] = in.readLong();
            }
            return new SeenPage(bucket, singly, ids, times);
        }
    }
}
