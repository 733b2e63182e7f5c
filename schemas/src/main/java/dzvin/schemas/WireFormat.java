package dzvin.schemas;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/** Confluent's framing: a zero byte, the id of the writer's schema in four bytes, most significant first. */
final class WireFormat {
    static final int HEADER = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    /** The id in a record's frame; the exception's message is the end of a sentence about the record. */
    static int idIn(byte[] framed) {
        if (framed.length < HEADER) {
            throw new SerializationException(
                    "it is " + framed.length + " bytes long, and Confluent's frame alone takes " + HEADER);
        }
        if (framed[0] != MAGIC) {
            throw new SerializationException(
                    String.format("it starts with byte 0x%02x, and Confluent's frame with 0x00", framed[0]));
        }
        return ByteBuffer.wrap(framed, 1, Integer.BYTES).getInt();
    }

    /** Bytes of the record being written; not for sharing between threads. */
    static final class Buffer extends ByteArrayOutputStream {
        private static final int USUAL_RECORD = 512;

        Buffer() {
            super(USUAL_RECORD);
        }

        /** Starts a record: what was written before is forgotten. */
        void begin(int id) {
            reset();
            write(MAGIC);
            write(id >>> 24);
            write(id >>> 16);
            write(id >>> 8);
            write(id);
        }
    }
}
