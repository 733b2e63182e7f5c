package dzvin.detector.core.baseline;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * How a key's history is written within other values, but for its latest counts, which are kept by the hour; the value around it
 * carries the version.
 */
public final class KeyHistoryCodec {
    private KeyHistoryCodec() {}

    public static void write(KeyHistory key, DataOutputStream out) throws IOException {
        out.writeLong(key.firstHour);
        write(key.prompt, out);
        write(key.earlier, out);
        out.writeLong(key.heldFrom);
        out.writeLong(key.risenSince);
        out.writeDouble(key.days.count);
        out.writeDouble(key.days.expected);
        out.writeLong(key.days.day);
        write(key.counts, out);
    }

    private static void write(LearnedRate rate, DataOutputStream out) throws IOException {
        out.writeLong(rate.hour);
        out.writeDouble(rate.shape);
        out.writeDouble(rate.exposure);
        out.writeDouble(rate.at);
    }

    private static void write(CountRing counts, DataOutputStream out) throws IOException {
        long[] lengths = counts.lengths();
        out.writeByte(lengths.length);
        for (long length : lengths) {
            out.writeInt((int) length);
        }
        out.writeLong(counts.now());
    }

    public static KeyHistory read(DataInputStream in) throws IOException {
        long firstHour = in.readLong();
        var prompt = readRate(in);
        var earlier = readRate(in);
        long heldFrom = in.readLong();
        long risenSince = in.readLong();
        double count = in.readDouble();
        double expected = in.readDouble();
        var days = new DayTally(in.readLong());
        days.count = count;
        days.expected = expected;
        var key = new KeyHistory(firstHour, prompt, earlier, days, readCounts(in));
        key.heldFrom = heldFrom;
        key.risenSince = risenSince;
        return key;
    }

    private static LearnedRate readRate(DataInputStream in) throws IOException {
        long hour = in.readLong();
        double shape = in.readDouble();
        var rate = new LearnedRate(hour, in.readDouble(), in.readDouble());
        rate.shape = shape;
        return rate;
    }

    private static CountRing readCounts(DataInputStream in) throws IOException {
        var lengths = new long[in.readUnsignedByte()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = in.readInt();
        }
        var counts = new CountRing(lengths);
        long now = in.readLong();
        counts.moveTo(now);
        return counts;
    }
}
