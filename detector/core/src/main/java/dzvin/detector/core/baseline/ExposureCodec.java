package dzvin.detector.core.baseline;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.StateCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How the stream's exposure is written in state; reading it needs the policy it is kept under. */
public final class ExposureCodec {
    /** Version 1 did not know in which hours the stream surged. */
    private static final int OLDEST = 1;

    private static final int VERSION = 2;

    private ExposureCodec() {}

    public static void write(Exposure stream, DataOutputStream out) throws IOException {
        out.writeByte(VERSION);
        write(stream.profile.counts(), out);
        write(stream.profile.hours(), out);
        out.writeDouble(stream.history);
        out.writeDouble(stream.cumulative);
        out.writeDouble(stream.faded);
        out.writeLong(stream.firstHour);
        out.writeLong(stream.silentSince);
        out.writeDouble(stream.silentExpected);
        write(stream.starts, out);
        write(stream.totals, out);
        write(stream.factors, out);
        write(stream.risen, out);
    }

    public static Exposure read(DataInputStream in, Policy policy) throws IOException {
        int version = StateCodec.expectVersion(OLDEST, VERSION, in);
        var stream = new Exposure(policy, new SeasonalProfile(readSlots(in), readSlots(in)));
        stream.history = in.readDouble();
        stream.cumulative = in.readDouble();
        stream.faded = in.readDouble();
        stream.firstHour = in.readLong();
        stream.silentSince = in.readLong();
        stream.silentExpected = in.readDouble();
        readInto(stream.starts, in);
        readInto(stream.totals, in);
        readInto(stream.factors, in);
        if (version > OLDEST) {
            readInto(stream.risen, in);
        } else {
            stream.risen.restart(stream.totals.first());
            for (long hour = stream.totals.first(); hour < stream.totals.next(); hour++) {
                stream.risen.add(0);
            }
        }
        return stream;
    }

    private static void write(double[] values, DataOutputStream out) throws IOException {
        for (double value : values) {
            out.writeDouble(value);
        }
    }

    private static double[] readSlots(DataInputStream in) throws IOException {
        var values = new double[HourOfWeek.SLOTS];
        for (int i = 0; i < values.length; i++) {
            values[i] = in.readDouble();
        }
        return values;
    }

    private static void write(HourRing ring, DataOutputStream out) throws IOException {
        out.writeLong(ring.first());
        out.writeInt((int) (ring.next() - ring.first()));
        for (long hour = ring.first(); hour < ring.next(); hour++) {
            out.writeDouble(ring.get(hour));
        }
    }

    private static void readInto(HourRing ring, DataInputStream in) throws IOException {
        ring.restart(in.readLong());
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            ring.add(in.readDouble());
        }
    }
}
