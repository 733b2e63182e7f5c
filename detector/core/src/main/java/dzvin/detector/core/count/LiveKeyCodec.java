package dzvin.detector.core.count;

import dzvin.detector.core.state.StateCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How live keys are written in state. */
final class LiveKeyCodec implements StateCodec<LiveKey> {
    /** Version 1 spelt out a key of one cell as any other. */
    private static final int VERSION = 2;

    private static final int YOUNG = 0;
    private static final int GROWN = 1;
    private static final int OF_ONE_CELL = 2;

    /** Of a key and its slices, nearly always of one person each. */
    private static final int ROOM = 128;

    @Override
    public int room(LiveKey value) {
        return ROOM + value.held().room();
    }

    @Override
    public void write(LiveKey value, DataOutputStream out) throws IOException {
        Wire.version(VERSION, out);
        out.writeUTF(value.view());
        out.writeByte(value.isOfOneCell() ? OF_ONE_CELL : value.grown() ? GROWN : YOUNG);
        if (value.isOfOneCell()) {
            out.writeLong(value.oldestSlice());
            out.writeLong(value.people());
        } else {
            writeSlices(value, out);
        }
        byte[] held = value.held().packed();
        out.writeInt(held.length);
        out.write(held);
    }

    private static void writeSlices(LiveKey value, DataOutputStream out) throws IOException {
        out.writeByte(value.slices().size());
        for (PeopleSample slice : value.slices()) {
            out.writeLong(slice.slice());
            out.writeLong(slice.bound());
            out.writeInt(slice.people().length);
            for (long person : slice.people()) {
                out.writeLong(person);
            }
        }
    }

    @Override
    public LiveKey read(DataInputStream in) throws IOException {
        Wire.expect(VERSION, in);
        var view = in.readUTF();
        int kind = in.readUnsignedByte();
        if (kind == OF_ONE_CELL) {
            return LiveKey.ofOneCell(view, in.readLong(), in.readLong(), readHeld(in));
        }
        var slices = readSlices(in);
        return LiveKey.of(view, kind == GROWN, slices, readHeld(in));
    }

    private static HeldCells readHeld(DataInputStream in) throws IOException {
        return HeldCells.ofPacked(in.readNBytes(in.readInt()));
    }

    private static List<PeopleSample> readSlices(DataInputStream in) throws IOException {
        int slices = in.readUnsignedByte();
        var samples = new ArrayList<PeopleSample>(slices);
        for (int i = 0; i < slices; i++) {
            samples.add(readSample(in));
        }
        return samples;
    }

    private static PeopleSample readSample(DataInputStream in) throws IOException {
        long slice = in.readLong();
        long bound = in.readLong();
        long[] people = new long[in.readInt()];
        for (int i = 0; i < people.length; i++) {
            people[i] = in.readLong();
        }
        return new PeopleSample(slice, bound, people);
    }
}
