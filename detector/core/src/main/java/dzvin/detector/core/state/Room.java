package dzvin.detector.core.state;

import java.io.ByteArrayOutputStream;

/** Bytes in memory that are handed out without a copy if the room that was made for them was right. */
final class Room extends ByteArrayOutputStream {
    Room(int bytes) {
        super(bytes);
    }

    /** What was written. Nothing must be written after it. */
    byte[] taken() {
        return count == buf.length ? buf : toByteArray();
    }
}
