package dzvin.detector.core.count;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;

/** How cells are written within other values; the value around them carries the version. */
public final class CellCodec {
    private CellCodec() {}

    public static void write(Cell cell, DataOutputStream out) throws IOException {
        out.writeLong(cell.reports());
        out.writeLong(cell.bound());
        out.writeInt(cell.sampled());
        for (Voice voice : cell.voices()) {
            out.writeLong(voice.person());
            out.writeInt(voice.reports());
            write(voice.digest(), out);
        }
    }

    public static Cell read(DataInputStream in) throws IOException {
        long reports = in.readLong();
        long bound = in.readLong();
        int size = in.readInt();
        var voices = new ArrayList<Voice>(Math.min(size, Cell.LARGEST_SAMPLE));
        for (int i = 0; i < size; i++) {
            voices.add(new Voice(in.readLong(), in.readInt(), readDigest(in)));
        }
        return new Cell(reports, bound, voices);
    }

    private static void write(Digest digest, DataOutputStream out) throws IOException {
        out.writeUTF(digest.report());
        out.writeLong(digest.receivedAt());
        Wire.writeOptional(digest.calledAt(), out);
        Wire.writeOptional(digest.number(), out);
        Wire.writeOptional(digest.region(), out);
        Wire.writeTexts(digest.features(), out);
        Wire.writeOptional(digest.family(), out);
    }

    private static Digest readDigest(DataInputStream in) throws IOException {
        return new Digest(
                in.readUTF(),
                in.readLong(),
                Wire.readOptionalLong(in),
                Wire.readOptional(in),
                Wire.readOptional(in),
                Wire.readTexts(in),
                Wire.readOptional(in));
    }
}
