package dzvin.detector.core.campaign;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.view.ViewKey;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;

/**
 * A key of which was said early that it surges, until that is settled.
 *
 * @param bucket that was open
 * @param ringing the early alert that was rung for it, alone or with others; empty where none was due
 */
record EarlyWord(ViewKey key, long bucket, Optional<Ringing> ringing) {
    static final TableSpec<EarlyWord> TABLE = new TableSpec<>("early-words", new Codec());

    /** An early alert, and the campaign that it was rung for. */
    record Ringing(UUID alert, UUID campaign) {}

    EarlyWord settled() {
        return new EarlyWord(key, bucket, Optional.empty());
    }

    private static final class Codec implements StateCodec<EarlyWord> {
        private static final int VERSION = 1;

        @Override
        public void write(EarlyWord word, DataOutputStream out) throws IOException {
            out.writeByte(VERSION);
            out.writeUTF(word.key.view());
            out.writeUTF(word.key.text());
            out.writeLong(word.bucket);
            out.writeBoolean(word.ringing.isPresent());
            if (word.ringing.isPresent()) {
                out.writeUTF(word.ringing.get().alert().toString());
                out.writeUTF(word.ringing.get().campaign().toString());
            }
        }

        @Override
        public EarlyWord read(DataInputStream in) throws IOException {
            StateCodec.expectVersion(VERSION, in);
            var key = new ViewKey(in.readUTF(), in.readUTF());
            long bucket = in.readLong();
            return new EarlyWord(
                    key,
                    bucket,
                    in.readBoolean()
                            ? Optional.of(new Ringing(UUID.fromString(in.readUTF()), UUID.fromString(in.readUTF())))
                            : Optional.empty());
        }
    }
}
