package dzvin.sink.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;

/**
 * The last whole lines of a file.
 *
 * @param lines the lines of the file's last megabytes, oldest first
 * @param end where the last whole line ends: what stands after it was cut off by a crash
 */
record FileTail(List<String> lines, long end) {
    /** Some ten thousand alerts: far more than can be delivered again after a crash. */
    private static final int LOOK_BACK = 32 << 20;

    static FileTail of(FileChannel file) throws IOException {
        long start = Math.max(0, file.size() - LOOK_BACK);
        var bytes = read(file, start);
        int whole = lastNewline(bytes) + 1;
        if (whole == 0 && start > 0) {
            throw new IOException("its last " + LOOK_BACK + " bytes hold no end of a line");
        }
        var text = new String(bytes, 0, whole, UTF_8);
        return new FileTail(text.lines().toList(), start + whole);
    }

    private static byte[] read(FileChannel file, long start) throws IOException {
        var buffer = ByteBuffer.allocate((int) (file.size() - start));
        while (buffer.hasRemaining()) {
            if (file.read(buffer, start + buffer.position()) < 0) {
                throw new EOFException("it shrank while it was read");
            }
        }
        return buffer.array();
    }

    private static int lastNewline(byte[] bytes) {
        int at = bytes.length - 1;
        while (at >= 0 && bytes[at] != '\n') {
            at--;
        }
        return at;
    }
}
