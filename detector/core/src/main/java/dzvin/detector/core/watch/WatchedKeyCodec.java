package dzvin.detector.core.watch;

import dzvin.detector.core.baseline.KeyHistoryCodec;
import dzvin.detector.core.scan.ShiryaevRobertsCodec;
import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.view.ViewKey;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;

/** How watched keys are written in state. */
public final class WatchedKeyCodec implements StateCodec<WatchedKey> {
    /** Up to version 5 the view stood in the row's name. */
    private static final int VERSION = 6;

    @Override
    public void write(WatchedKey watched, DataOutputStream out) throws IOException {
        out.writeByte(VERSION);
        out.writeUTF(watched.key().view());
        out.writeUTF(watched.key().text());
        out.writeBoolean(watched.open());
        KeyHistoryCodec.write(watched.history(), out);
        out.writeBoolean(watched.surge().isPresent());
        if (watched.surge().isPresent()) {
            write(watched.surge().get(), out);
        }
        out.writeLong(watched.toldUntil());
        if (watched.starts().isPresent()) {
            ShiryaevRobertsCodec.write(watched.starts().get(), out);
        }
    }

    @Override
    public WatchedKey read(DataInputStream in) throws IOException {
        StateCodec.expectVersion(VERSION, in);
        var key = new ViewKey(in.readUTF(), in.readUTF());
        boolean open = in.readBoolean();
        return new WatchedKey(
                key,
                open,
                KeyHistoryCodec.read(in),
                in.readBoolean() ? Optional.of(readSurge(in)) : Optional.empty(),
                in.readLong(),
                open ? Optional.empty() : Optional.of(ShiryaevRobertsCodec.read(in)));
    }

    private static void write(Surge surge, DataOutputStream out) throws IOException {
        out.writeLong(surge.since());
        out.writeByte(surge.scale());
        out.writeLong(surge.from());
        out.writeLong(surge.people());
        out.writeDouble(surge.expected());
        out.writeDouble(surge.logEvidence());
        out.writeDouble(surge.perWeek());
    }

    private static Surge readSurge(DataInputStream in) throws IOException {
        return new Surge(
                in.readLong(),
                in.readUnsignedByte(),
                in.readLong(),
                in.readLong(),
                in.readDouble(),
                in.readDouble(),
                in.readDouble());
    }
}
