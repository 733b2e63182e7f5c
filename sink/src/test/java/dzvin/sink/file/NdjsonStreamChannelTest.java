package dzvin.sink.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dzvin.sink.Channel;
import dzvin.sink.ChannelContract;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

class NdjsonStreamChannelTest extends ChannelContract {
    private final Pipe pipe = new Pipe();

    @Override
    protected Channel open() {
        return new NdjsonStreamChannel("stdout", pipe);
    }

    @Override
    protected List<String> received() {
        return pipe.taken
                .toString(UTF_8)
                .lines()
                .map(NdjsonStreamChannelTest::id)
                .toList();
    }

    @Override
    protected void breakReceiver() {
        pipe.broken = true;
    }

    @Override
    protected void mendReceiver() {
        pipe.broken = false;
    }

    private static String id(String line) {
        try {
            return new ObjectMapper().readTree(line).required("id").asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError("not a line of JSON: " + line, e);
        }
    }

    /** Takes whole writes or refuses them. */
    private static final class Pipe extends OutputStream {
        private final ByteArrayOutputStream taken = new ByteArrayOutputStream();
        private boolean broken;

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            if (broken) {
                throw new IOException("broken pipe");
            }
            taken.write(bytes, from, length);
        }
    }
}
