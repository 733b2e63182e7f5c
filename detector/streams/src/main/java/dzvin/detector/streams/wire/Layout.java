package dzvin.detector.streams.wire;

import java.io.DataInputStream;
import java.io.IOException;

/** Refuses what another version of the detector wrote, rather than reading it as something else. */
final class Layout {
    private Layout() {}

    static void expect(int version, DataInputStream in) throws IOException {
        int found = in.readUnsignedByte();
        if (found != version) {
            throw new IOException("layout must be version " + version + ", got " + found);
        }
    }

    static IOException unknown(int kind) {
        return new IOException("kind of message must be 0 or 1, got " + kind);
    }
}
