package dzvin.detector.core.count;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers and texts written one after another, as {@link BytesIn} reads them. */
final class BytesOut {
    private static final VarHandle WHOLE = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int LONGEST_NUMBER = 10;

    private byte[] bytes;
    private int size;

    /** @param room in bytes, for a start */
    BytesOut(int room) {
        bytes = new byte[room];
    }

    int size() {
        return size;
    }

    /** What was written; the next byte begins anew. */
    byte[] take() {
        byte[] taken = Arrays.copyOf(bytes, size);
        size = 0;
        return taken;
    }

    /** Bytes that were written before, to write on after them. */
    static BytesOut of(byte[] written) {
        var out = new BytesOut(0);
        out.bytes = written;
        out.size = written.length;
        return out;
    }

    /** What was written so far. */
    byte[] copy() {
        return Arrays.copyOf(bytes, size);
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, size);
    }

    void octet(int value) {
        makeRoom(1);
        bytes[size++] = (byte) value;
    }

    /** Eight bytes, for hashes. */
    void whole(long value) {
        makeRoom(Long.BYTES);
        WHOLE.set(bytes, size, value);
        size += Long.BYTES;
    }

    /** The fewer bytes the smaller the number, seven bits in each (LEB128); ten for a negative one. */
    void number(long value) {
        makeRoom(LONGEST_NUMBER);
        long left = value;
        int at = size;
        while ((left & ~0x7FL) != 0) {
            bytes[at++] = (byte) (left | 0x80);
            left >>>= 7;
        }
        bytes[at++] = (byte) left;
        size = at;
    }

    /** A number of either sign that is near zero. */
    void difference(long value) {
        number((value << 1) ^ (value >> (Long.SIZE - 1)));
    }

    void text(String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        number(text.length);
        makeRoom(text.length);
        System.arraycopy(text, 0, bytes, size, text.length);
        size += text.length;
    }

    private void makeRoom(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
