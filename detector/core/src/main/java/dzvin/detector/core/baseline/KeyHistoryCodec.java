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
        out.writeDouble(key.shape);
        out.writeDouble(key.exposure);
        out.writeLong(key.learnedHour);
        out.writeDouble(key.learnedAt);
        out.writeLong(key.heldFrom);
        out.writeDouble(key.dayCount);
        out.writeDouble(key.dayExpected);
        out.writeLong(key.dayOf);
        write(key.counts, out);
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
        double shape = in.readDouble();
        double exposure = in.readDouble();
        long learnedHour = in.readLong();
        double learnedAt = in.readDouble();
        long heldFrom = in.readLong();
        double dayCount = in.readDouble();
        double dayExpected = in.readDouble();
        long dayOf = in.readLong();
        var key = new KeyHistory(firstHour, learnedHour, exposure, learnedAt, readCounts(in));
        key.shape = shape;
        key.heldFrom = heldFrom;
        key.dayCount = dayCount;
        key.dayExpected = dayExpected;
        key.dayOf = dayOf;
        return key;
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
