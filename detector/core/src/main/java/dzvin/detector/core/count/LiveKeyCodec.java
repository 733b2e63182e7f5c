package dzvin.detector.core.count;

import dzvin.detector.core.state.StateCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;

/** How live keys are written in state. */
final class LiveKeyCodec implements StateCodec<LiveKey> {
    private static final int VERSION = 1;

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
        out.writeBoolean(value.grown());
        out.writeByte(value.slices().size());
        for (PeopleSample slice : value.slices()) {
            out.writeLong(slice.slice());
            out.writeLong(slice.bound());
            out.writeInt(slice.people().length);
            for (long person : slice.people()) {
                out.writeLong(person);
            }
        }
        byte[] held = value.held().packed();
        out.writeInt(held.length);
        out.write(held);
    }

    @Override
    public LiveKey read(DataInputStream in) throws IOException {
        Wire.expect(VERSION, in);
        var view = in.readUTF();
        boolean grown = in.readBoolean();
        int slices = in.readUnsignedByte();
        var samples = new ArrayList<PeopleSample>(slices);
        for (int i = 0; i < slices; i++) {
            samples.add(readSample(in));
        }
        var held = HeldCells.ofPacked(in.readNBytes(in.readInt()));
        return LiveKey.of(view, grown, samples, held);
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
