package dzvin.schemas;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.apache.avro.io.DecoderFactory;

/**
 * The bytes of a container file, which notices where they end too early. Avro itself takes a file that ends inside a block for one that
 * ends before it, and a hundred thousand records fewer for all there are. A whole file ends with the mark that its head names.
 */
final class ContainerInput extends FilterInputStream {
    private static final byte[] MAGIC = {'O', 'b', 'j', 1};
    private static final int MARK = 16;

    private final byte[] mark;
    private final byte[] last;

    private ContainerInput(InputStream content, byte[] mark) {
        super(content);
        this.mark = mark;
        this.last = new byte[MARK];
    }

    /** Reads the head, which comes again from the stream that this answers. */
    static ContainerInput of(InputStream in) throws IOException {
        var head = new Recorded(in);
        var decoder = DecoderFactory.get().directBinaryDecoder(head, null);
        var magic = new byte[MAGIC.length];
        decoder.readFixed(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IOException("not Avro's first bytes");
        }
        for (long pairs = decoder.readMapStart(); pairs != 0; pairs = decoder.mapNext()) {
            for (long pair = 0; pair < pairs; pair++) {
                decoder.readString();
                decoder.readBytes(null);
            }
        }
        var mark = new byte[MARK];
        decoder.readFixed(mark);
        return new ContainerInput(
                new SequenceInputStream(new ByteArrayInputStream(head.bytes.toByteArray()), in), mark);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        if (read > 0) {
            remember(into, offset, read);
        } else if (read < 0 && !Arrays.equals(last, mark)) {
            throw new IOException("the file ends inside a block");
        }
        return read;
    }

    /** By reading, since what is passed over may be the end. */
    @Override
    public long skip(long length) throws IOException {
        var passedOver = new byte[(int) Math.min(length, 1 << 13)];
        return Math.max(0, read(passedOver, 0, passedOver.length));
    }

    private void remember(byte[] bytes, int offset, int length) {
        int kept = Math.max(0, MARK - length);
        System.arraycopy(last, MARK - kept, last, 0, kept);
        System.arraycopy(bytes, offset + length - (MARK - kept), last, kept, MARK - kept);
    }

    /** Keeps what was read from it. */
    private static final class Recorded extends FilterInputStream {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 13);

        Recorded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            if (one >= 0) {
                bytes.write(one);
            }
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            if (read > 0) {
                bytes.write(into, offset, read);
            }
            return read;
        }
    }
}
