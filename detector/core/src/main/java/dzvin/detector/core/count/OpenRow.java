package dzvin.detector.core.count;

import dzvin.detector.core.state.StateCodec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reports that stand in one row, as bytes. Used by one thread. */
final class OpenRow {
    static final StateCodec<OpenRow> CODEC = new Codec();

    /** Some twenty reports: enough that what a row costs by itself does not matter, few enough to be written again with each commit until it is full. */
    private static final int MOST_BYTES = 1 << 12;

    private final BytesOut bytes;

    OpenRow() {
        this(new BytesOut(MOST_BYTES));
    }

    private OpenRow(BytesOut bytes) {
        this.bytes = bytes;
    }

    /** Whether there is room for another report; for the first one there always is. */
    boolean takes(OpenReport report) {
        return bytes.size() == 0 || bytes.size() + report.room() <= MOST_BYTES;
    }

    void add(OpenReport report) {
        report.write(bytes);
    }

    /** In the order in which they were added. */
    List<OpenReport> reports() throws IOException {
        var reports = new ArrayList<OpenReport>();
        var in = new BytesIn(bytes.copy());
        while (in.hasMore()) {
            reports.add(OpenReport.read(in));
        }
        return reports;
    }

    private static final class Codec implements StateCodec<OpenRow> {
        /** Versions 1 and 2 were one report each. */
        private static final int VERSION = 3;

        @Override
        public int room(OpenRow row) {
            return Math.max(MOST_BYTES, row.bytes.size()) + 1 + Integer.BYTES;
        }

        @Override
        public void write(OpenRow row, DataOutputStream out) throws IOException {
            Wire.version(VERSION, out);
            out.writeInt(row.bytes.size());
            row.bytes.writeTo(out);
        }

        @Override
        public OpenRow read(DataInputStream in) throws IOException {
            Wire.expect(VERSION, in);
            return new OpenRow(BytesOut.of(in.readNBytes(in.readInt())));
        }
    }
}
