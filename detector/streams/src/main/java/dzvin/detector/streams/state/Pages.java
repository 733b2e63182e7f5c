package dzvin.detector.streams.state;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * How a page of rows is read that {@link NextPage} has written: a version that no single row's value begins with, then key and value of each row. A removed row has no
 * value.
 */
final class Pages {
    static final int VERSION = 102;

    static final int REMOVED = -1;

    private Pages() {}

    /** In the order in which they were written; null for a row that was removed. */
    static Map<String, byte[]> read(byte[] page) {
        var rows = new LinkedHashMap<String, byte[]>();
        try (var in = new DataInputStream(new ByteArrayInputStream(page))) {
            int version = in.readUnsignedByte();
            if (version != VERSION) {
                throw new IOException("a page must be of version " + VERSION + ", got " + version
                        + ": start from an empty state, or run the release that wrote it");
            }
            while (in.available() > 0) {
                var key = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                int length = in.readInt();
                rows.put(key, length == REMOVED ? null : in.readNBytes(length));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a page of " + page.length + " bytes cannot be read", e);
        }
        return rows;
    }

    /** The values of some rows that a page has. */
    static Map<String, byte[]> find(Set<String> keys, byte[] page) {
        var sought = new HashMap<ByteBuffer, String>();
        keys.forEach(key -> sought.put(ByteBuffer.wrap(key.getBytes(StandardCharsets.UTF_8)), key));
        var found = new HashMap<String, byte[]>();
        var rows = ByteBuffer.wrap(page, 1, page.length - 1);
        while (rows.hasRemaining() && found.size() < keys.size()) {
            int keyLength = rows.getInt();
            var key = sought.get(rows.slice(rows.position(), keyLength));
            rows.position(rows.position() + keyLength);
            int length = Math.max(0, rows.getInt());
            int at = rows.position();
            if (key != null) {
                found.put(key, Arrays.copyOfRange(page, at, at + length));
            }
            rows.position(at + length);
        }
        if (found.size() < keys.size()) {
            throw new IllegalStateException(
                    "a page of " + page.length + " bytes must have the rows that it is asked for");
        }
        return found;
    }
}
