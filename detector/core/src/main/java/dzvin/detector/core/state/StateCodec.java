package dzvin.detector.core.state;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How a table's values are written down. The first byte of each value is the version of its layout. */
public interface StateCodec<V> {
    void write(V value, DataOutputStream out) throws IOException;

    V read(DataInputStream in) throws IOException;

    /** Reads the version that a value begins with; any other than this one is an error. */
    static void expectVersion(int version, DataInputStream in) throws IOException {
        expectVersion(version, version, in);
    }

    /** Reads the version that a value begins with, for a codec that also reads what earlier releases wrote. */
    static int expectVersion(int oldest, int newest, DataInputStream in) throws IOException {
        int found = in.readUnsignedByte();
        if (found < oldest || found > newest) {
            throw new IOException("this release reads state of version " + newest
                    + (oldest < newest ? ", and of those from " + oldest + " on" : "") + ", found version " + found
                    + ": start from an empty state, or run the release that wrote it");
        }
        return found;
    }

    /** Room that is made for a value before it is written, in bytes; it is best if it is right, and may be wrong. */
    default int room(V value) {
        return 256;
    }

    /** The value as bytes. */
    default byte[] toBytes(V value) {
        var bytes = new Room(room(value));
        try (var out = new DataOutputStream(bytes)) {
            write(value, out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.taken();
    }

    /** The value that was written as these bytes. */
    default V fromBytes(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("state of " + bytes.length + " bytes cannot be read", e);
        }
    }
}
