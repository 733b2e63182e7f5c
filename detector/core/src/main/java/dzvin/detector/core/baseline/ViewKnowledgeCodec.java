package dzvin.detector.core.baseline;

import dzvin.detector.core.count.LiveKeys;
import dzvin.detector.core.state.StateCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** How knowledge of views is written in state. */
public final class ViewKnowledgeCodec implements StateCodec<ViewKnowledge> {
    private static final int VERSION = 2;

    @Override
    public void write(ViewKnowledge view, DataOutputStream out) throws IOException {
        out.writeByte(VERSION);
        out.writeLong(view.known());
        out.writeLong(view.live().keys());
        out.writeLong(view.live().people());
        out.writeLong(view.live().squares());
        write(view.hourly(), out);
        write(view.daily(), out);
    }

    @Override
    public ViewKnowledge read(DataInputStream in) throws IOException {
        StateCodec.expectVersion(VERSION, in);
        return new ViewKnowledge(
                in.readLong(),
                new LiveKeys(in.readLong(), in.readLong(), in.readLong()),
                readDispersion(in),
                readDispersion(in));
    }

    private static void write(Dispersion dispersion, DataOutputStream out) throws IOException {
        out.writeDouble(dispersion.excess());
        out.writeDouble(dispersion.means());
        out.writeDouble(dispersion.squares());
        out.writeDouble(dispersion.evenExcess());
        out.writeDouble(dispersion.evenMeans());
        out.writeDouble(dispersion.evenSquares());
    }

    private static Dispersion readDispersion(DataInputStream in) throws IOException {
        return new Dispersion(
                in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
    }
}
