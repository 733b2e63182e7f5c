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

/**
 * How far the stream has come: its exposure as it was when the running hour began, written by the codec since it can be read
 * only under a policy, and what the hour has counted so far. So a bucket costs a few bytes and an hour some kilobytes.
 */
final class StreamClock {
    /** Before anything. */
    static final StreamClock NEW = new StreamClock(Long.MIN_VALUE, 0, new byte[0]);

    private final long closedThrough;
    private final double running;
    private final byte[] exposure;

    private StreamClock(long closedThrough, double running, byte[] exposure) {
        this.closedThrough = closedThrough;
        this.running = running;
        this.exposure = exposure;
    }

    /** When an hour has just begun. */
    static StreamClock of(Exposure stream) {
        var bytes = new ByteArrayOutputStream(16_384);
        try (var out = new DataOutputStream(bytes)) {
            ExposureCodec.write(stream, out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return new StreamClock(Long.MIN_VALUE, 0, bytes.toByteArray());
    }

    /** After a bucket, with what its hour has counted. */
    StreamClock closed(long bucket, double counted) {
        return new StreamClock(bucket, counted, exposure);
    }

    /** Last bucket that was decided on. */
    long closedThrough() {
        return closedThrough;
    }

    Exposure stream(Policy policy) {
        try (var in = new DataInputStream(new ByteArrayInputStream(exposure))) {
            var stream = ExposureCodec.read(in, policy);
            stream.resume(running);
            return stream;
        } catch (IOException e) {
            throw new UncheckedIOException("the stream's clock cannot be read", e);
        }
    }

    static final class Codec implements StateCodec<StreamClock> {
        @Override
        public void write(StreamClock clock, DataOutputStream out) throws IOException {
            out.writeLong(clock.closedThrough);
            out.writeDouble(clock.running);
            out.writeInt(clock.exposure.length);
            out.write(clock.exposure);
        }

        @Override
        public StreamClock read(DataInputStream in) throws IOException {
            return new StreamClock(in.readLong(), in.readDouble(), in.readNBytes(in.readInt()));
        }
    }
}
