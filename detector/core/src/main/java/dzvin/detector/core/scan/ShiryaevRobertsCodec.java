package dzvin.detector.core.scan;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How running evidence is written in state. */
public final class ShiryaevRobertsCodec {
    private ShiryaevRobertsCodec() {}

    public static void write(ShiryaevRoberts evidence, DataOutputStream out) throws IOException {
        out.writeLong(evidence.hour);
        out.writeDouble(evidence.counted);
        out.writeDouble(evidence.expected);
        for (double sum : evidence.sums) {
            out.writeDouble(sum);
        }
    }

    public static ShiryaevRoberts read(DataInputStream in) throws IOException {
        var evidence = new ShiryaevRoberts();
        evidence.hour = in.readLong();
        evidence.counted = in.readDouble();
        evidence.expected = in.readDouble();
        for (int i = 0; i < evidence.sums.length; i++) {
            evidence.sums[i] = in.readDouble();
        }
        return evidence;
    }
}
