package dzvin.standalone.replay;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far a replay is.
 *
 * @param task what is replayed and how, so that nobody goes on with something else
 * @param stretch of the logs of a topic, as it was when the replay began
 * @param told records of each partition that the detector has heard
 * @param written bytes of the file of alerts
 * @param state the detector's
 */
record Notes(String task, LogStretch stretch, Map<Integer, Long> told, long written, DetectorState state) {
    private static final String FORMAT = "dzvin replay notes 1";

    static Notes ofTheBeginning(String task, LogStretch stretch) {
        return new Notes(task, stretch, new TreeMap<>(), 0, new DetectorState());
    }

    void write(OutputStream to) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(to, 1 << 16));
        out.writeUTF(FORMAT);
        out.writeUTF(task);
        write(stretch.from(), out);
        write(stretch.to(), out);
        write(told, out);
        out.writeLong(written);
        state.write(out);
        out.writeUTF(FORMAT);
        out.flush();
    }

    static Notes read(DataInputStream in) throws IOException {
        expectFormat(in);
        var notes = new Notes(
                in.readUTF(),
                new LogStretch(Optional.empty(), offsets(in), offsets(in)),
                offsets(in),
                in.readLong(),
                DetectorState.read(in));
        expectFormat(in);
        return notes;
    }

    private static void expectFormat(DataInputStream in) throws IOException {
        var format = in.readUTF();
        if (!format.equals(FORMAT)) {
            throw new IOException("notes of another release");
        }
    }

    private static void write(Map<Integer, Long> offsets, DataOutputStream out) throws IOException {
        out.writeInt(offsets.size());
        for (var offset : new TreeMap<>(offsets).entrySet()) {
            out.writeInt(offset.getKey());
            out.writeLong(offset.getValue());
        }
    }

    private static Map<Integer, Long> offsets(DataInputStream in) throws IOException {
        var offsets = new TreeMap<Integer, Long>();
        for (int rows = in.readInt(); rows > 0; rows--) {
            offsets.put(in.readInt(), in.readLong());
        }
        return offsets;
    }
}
