package dzvin.detector.core.watch;

import dzvin.detector.core.count.CellBatch;
import dzvin.detector.core.state.StateCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What happened to samples: a row of {@link SampleLog}. */
sealed interface SampleEntry {
    /** The bucket that was decided on when it happened. */
    long closing();

    /** Cells were counted. */
    record Said(CellBatch cells) implements SampleEntry {
        @Override
        public long closing() {
            return cells.closing();
        }
    }

    /** Keys were forgotten, by their texts. */
    record Forgotten(long closing, List<String> texts) implements SampleEntry {
        public Forgotten {
            texts = List.copyOf(texts);
        }
    }

    /** How they are written in state. */
    final class Codec implements StateCodec<SampleEntry> {
        /** Version 1 was a single cell, in a row named by its bucket and key. */
        private static final int VERSION = 2;

        private static final int SAID = 0;
        private static final int FORGOTTEN = 1;
        /** Of a text and its length, more or less. */
        private static final int TEXT = 32;

        @Override
        public int room(SampleEntry entry) {
            int rest = entry instanceof Said said
                    ? CellBatch.CODEC.room(said.cells)
                    : Long.BYTES + Integer.BYTES + TEXT * ((Forgotten) entry).texts.size();
            return 2 + rest;
        }

        @Override
        public void write(SampleEntry entry, DataOutputStream out) throws IOException {
            out.writeByte(VERSION);
            if (entry instanceof Said said) {
                out.writeByte(SAID);
                CellBatch.CODEC.write(said.cells, out);
            } else if (entry instanceof Forgotten forgotten) {
                out.writeByte(FORGOTTEN);
                out.writeLong(forgotten.closing);
                out.writeInt(forgotten.texts.size());
                for (String text : forgotten.texts) {
                    out.writeUTF(text);
                }
            }
        }

        @Override
        public SampleEntry read(DataInputStream in) throws IOException {
            StateCodec.expectVersion(VERSION, in);
            if (in.readUnsignedByte() == SAID) {
                return new Said(CellBatch.CODEC.read(in));
            }
            long closing = in.readLong();
            int size = in.readInt();
            var texts = new ArrayList<String>();
            for (int i = 0; i < size; i++) {
                texts.add(in.readUTF());
            }
            return new Forgotten(closing, texts);
        }
    }
}
