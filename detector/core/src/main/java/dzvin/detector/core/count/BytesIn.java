package dzvin.detector.core.count;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads what {@link BytesOut} has written. */
final class BytesIn {
    private static final VarHandle WHOLE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private int at;

    BytesIn(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean hasMore() {
        return at < bytes.length;
    }

    int octet() throws IOException {
        need(1);
        return bytes[at++] & 0xFF;
    }

    long whole() throws IOException {
        need(Long.BYTES);
        long value = (long) WHOLE.get(bytes, at);
        at += Long.BYTES;
        return value;
    }

    long number() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = octet();
            value |= (next & 0x7FL) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new IOException("a number must have at most ten bytes");
    }

    /** A number that counts things of which each takes a byte or more. */
    int count() throws IOException {
        long value = number();
        need(value);
        return (int) value;
    }

    long difference() throws IOException {
        long value = number();
        return (value >>> 1) ^ -(value & 1);
    }

    String text() throws IOException {
        int length = count();
        var text = new String(bytes, at, length, StandardCharsets.UTF_8);
        at += length;
        return text;
    }

    private void need(long more) throws IOException {
        if (more < 0 || more > bytes.length - at) {
            throw new EOFException(
                    "bytes are cut short: " + more + " more are needed at " + at + " of " + bytes.length);
        }
    }
}
