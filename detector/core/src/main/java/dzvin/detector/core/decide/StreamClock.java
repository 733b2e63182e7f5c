package dzvin.detector.core.decide;

import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.baseline.ExposureCodec;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.StateCodec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** How far the stream has come; its exposure as written by the codec, for it can be read only under a policy. */
final class StreamClock {
    private final long closedThrough;
    private final byte[] exposure;

    private StreamClock(long closedThrough, byte[] exposure) {
        this.closedThrough = closedThrough;
        this.exposure = exposure;
    }

    /** Last bucket that was decided on. */
    long closedThrough() {
        return closedThrough;
    }

    static StreamClock of(long closedThrough, Exposure stream) {
        var bytes = new ByteArrayOutputStream(16_384);
        try (var out = new DataOutputStream(bytes)) {
            ExposureCodec.write(stream, out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return new StreamClock(closedThrough, bytes.toByteArray());
    }

    Exposure stream(Policy policy) {
        try (var in = new DataInputStream(new ByteArrayInputStream(exposure))) {
            return ExposureCodec.read(in, policy);
        } catch (IOException e) {
            throw new UncheckedIOException("the stream's clock cannot be read", e);
        }
    }

    static final class Codec implements StateCodec<StreamClock> {
        @Override
        public void write(StreamClock clock, DataOutputStream out) throws IOException {
            out.writeLong(clock.closedThrough);
            out.writeInt(clock.exposure.length);
            out.write(clock.exposure);
        }

        @Override
        public StreamClock read(DataInputStream in) throws IOException {
            return new StreamClock(in.readLong(), in.readNBytes(in.readInt()));
        }
    }
}
