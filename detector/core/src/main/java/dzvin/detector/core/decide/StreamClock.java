package dzvin.detector.core.decide;

import dzvin.detector.core.baseline.Exposure;
import dzvin.detector.core.baseline.ExposureCodec;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.policy.StateBasis;
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
    static final StreamClock NEW = new StreamClock(StateBasis.NOT_TOLD, Long.MIN_VALUE, 0, new byte[0]);

    private final StateBasis basis;
    private final long closedThrough;
    private final double running;
    private final byte[] exposure;

    private StreamClock(StateBasis basis, long closedThrough, double running, byte[] exposure) {
        this.basis = basis;
        this.closedThrough = closedThrough;
        this.running = running;
        this.exposure = exposure;
    }

    /** When an hour has just begun. */
    static StreamClock of(Exposure stream, StateBasis basis) {
        var bytes = new ByteArrayOutputStream(16_384);
        try (var out = new DataOutputStream(bytes)) {
            ExposureCodec.write(stream, out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return new StreamClock(basis, Long.MIN_VALUE, 0, bytes.toByteArray());
    }

    /** The same on the basis of a policy, if it goes with that. */
    StreamClock on(StateBasis now) {
        return new StreamClock(now.takingOver(basis), closedThrough, running, exposure);
    }

    /** After a bucket, with what its hour has counted. */
    StreamClock closed(long bucket, double counted) {
        return new StreamClock(basis, bucket, counted, exposure);
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
        /** Had no version: it began with the number of a bucket, whose first byte is nought from 1970 on. */
        private static final int OLDEST = 0;

        private static final int VERSION = 1;

        @Override
        public void write(StreamClock clock, DataOutputStream out) throws IOException {
            out.writeByte(VERSION);
            out.writeUTF(clock.basis.text());
            out.writeLong(clock.closedThrough);
            out.writeDouble(clock.running);
            out.writeInt(clock.exposure.length);
            out.write(clock.exposure);
        }

        @Override
        public StreamClock read(DataInputStream in) throws IOException {
            boolean old = StateCodec.expectVersion(OLDEST, VERSION, in) == OLDEST;
            var basis = old ? StateBasis.NOT_TOLD : StateBasis.ofText(in.readUTF());
            long closedThrough = old ? restOfBucket(in) : in.readLong();
            return new StreamClock(basis, closedThrough, in.readDouble(), in.readNBytes(in.readInt()));
        }

        private static long restOfBucket(DataInputStream in) throws IOException {
            long bucket = 0;
            for (int left = Long.BYTES - 1; left > 0; left--) {
                bucket = bucket << Byte.SIZE | in.readUnsignedByte();
            }
            return bucket;
        }
    }
}
