package dzvin.detector.streams.state;

import dzvin.detector.core.state.StateCodec;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A page that is being written, row by row and each row in place; {@link Pages} reads it. Used again for the page after it. */
final class NextPage<V> {
    private final StateCodec<V> codec;
    private final Written bytes = new Written();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final List<String> put = new ArrayList<>();
    private final List<String> removed = new ArrayList<>();

    NextPage(StateCodec<V> codec) {
        this.codec = codec;
    }

    /** Bytes so far. */
    int size() {
        return bytes.size();
    }

    boolean isEmpty() {
        return put.isEmpty() && removed.isEmpty();
    }

    /** Keys of the rows that it has, removed ones left out. */
    List<String> put() {
        return put;
    }

    /** Keys of rows of which it says that they were removed. */
    List<String> removed() {
        return removed;
    }

    /** Answers with the bytes that the value takes. */
    int put(String key, V value) {
        return put(key, () -> codec.write(value, out));
    }

    /** A value as bytes, of an earlier page. */
    void putBytes(String key, byte[] value) {
        put(key, () -> out.write(value));
    }

    void remove(String key) {
        writing(() -> {
            key(key);
            out.writeInt(Pages.REMOVED);
        });
        removed.add(key);
    }

    /** The page; the next row begins another one. */
    byte[] take() {
        byte[] page = bytes.toByteArray();
        bytes.reset();
        put.clear();
        removed.clear();
        return page;
    }

    private int put(String key, Writing value) {
        writing(() -> key(key));
        int at = bytes.size();
        writing(() -> {
            out.writeInt(0);
            value.write();
        });
        int length = bytes.size() - at - Integer.BYTES;
        bytes.set(at, length);
        put.add(key);
        return length;
    }

    private void key(String key) throws IOException {
        if (isEmpty()) {
            out.writeByte(Pages.VERSION);
        }
        byte[] text = key.getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }

    private static void writing(Writing action) {
        try {
            action.write();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    private interface Writing {
        void write() throws IOException;
    }

    /** Bytes of which a number may be set when it is known. */
    private static final class Written extends ByteArrayOutputStream {
        private static final int FIRST_ROOM = 1 << 12;

        Written() {
            super(FIRST_ROOM);
        }

        void set(int at, int value) {
            for (int i = 0; i < Integer.BYTES; i++) {
                buf[at + i] = (byte) (value >>> (Integer.SIZE - Byte.SIZE * (i + 1)));
            }
        }
    }
}
