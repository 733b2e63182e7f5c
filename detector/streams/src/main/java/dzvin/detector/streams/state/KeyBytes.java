package dzvin.detector.streams.state;

import java.nio.charset.MalformedInputException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of tables as bytes whose order is the order of {@link String#compareTo}, so that a store and a map in memory are
 * walked alike.
 *
 * <p>UTF-8 would not do: it sorts characters beyond U+FFFF behind U+E000 to U+FFFF, and {@code String} before them. Each
 * UTF-16 unit is therefore written by itself, in UTF-8's form (CESU-8, Unicode Technical Report 26). Text without
 * characters beyond U+FFFF has the same bytes in both.
 */
final class KeyBytes {
    private KeyBytes() {}

    static Bytes of(String key) {
        int size = 0;
        for (int i = 0; i < key.length(); i++) {
            char unit = key.charAt(i);
            size += unit < 0x80 ? 1 : unit < 0x800 ? 2 : 3;
        }
        var bytes = new byte[size];
        int end = 0;
        for (int i = 0; i < key.length(); i++) {
            end = append(key.charAt(i), bytes, end);
        }
        return Bytes.wrap(bytes);
    }

    private static int append(char unit, byte[] bytes, int end) {
        int next = end;
        if (unit < 0x80) {
            bytes[next++] = (byte) unit;
        } else if (unit < 0x800) {
            bytes[next++] = (byte) (0xC0 | (unit >> 6));
            bytes[next++] = (byte) (0x80 | (unit & 0x3F));
        } else {
            bytes[next++] = (byte) (0xE0 | (unit >> 12));
            bytes[next++] = (byte) (0x80 | ((unit >> 6) & 0x3F));
            bytes[next++] = (byte) (0x80 | (unit & 0x3F));
        }
        return next;
    }

    static String textOf(Bytes key) {
        byte[] bytes = key.get();
        var text = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; ) {
            int first = bytes[i++] & 0xFF;
            if (first < 0x80) {
                text.append((char) first);
            } else if (first < 0xE0) {
                text.append((char) (((first & 0x1F) << 6) | follower(bytes, i++)));
            } else {
                text.append((char) (((first & 0x0F) << 12) | (follower(bytes, i++) << 6) | follower(bytes, i++)));
            }
        }
        return text.toString();
    }

    private static int follower(byte[] bytes, int at) {
        if (at >= bytes.length) {
            throw new SerializationException("a key of a table is cut short", new MalformedInputException(at));
        }
        return bytes[at] & 0x3F;
    }
}
