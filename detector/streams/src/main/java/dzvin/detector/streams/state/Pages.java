package dzvin.detector.streams.state;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a page of rows is written: a version that no single row's value begins with, then key and value of each row. */
final class Pages {
    private static final int VERSION = 101;

    private Pages() {}

    static byte[] write(Map<String, byte[]> rows) {
        var bytes = new ByteArrayOutputStream(1 << 12);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            for (var row : rows.entrySet()) {
                block(row.getKey().getBytes(StandardCharsets.UTF_8), out);
                block(row.getValue(), out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** In the order in which they were written. */
    static Map<String, byte[]> read(byte[] page) {
        var rows = new LinkedHashMap<String, byte[]>();
        try (var in = new DataInputStream(new ByteArrayInputStream(page))) {
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IOException("a page must be of version " + VERSION + ", got " + version
                        + ": start from an empty state, or run the release that wrote it");
            }
            while (in.available() > 0) {
                rows.put(new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8), in.readNBytes(in.readInt()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a page of " + page.length + " bytes cannot be read", e);
        }
        return rows;
    }

    private static void block(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
