package dzvin.detector.core.count;

import dzvin.detector.core.Report;
import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.TableSpec;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/**
 * A report that an open bucket has counted. Writing down the reports, and not the cells, costs one small write for each report
 * instead of one sample for each of its keys; the cells are counted anew after a restart.
 *
 * @param closing the bucket that it leaves with
 * @param seenAt the watermark at which it was read
 */
record OpenReport(long closing, long seenAt, Report report) {
    static final TableSpec<OpenReport> TABLE = TableSpec.forRestart("open-reports", new Codec());

    private static final class Codec implements StateCodec<OpenReport> {
        /** Version 1 had no watermark. */
        private static final int VERSION = 2;

        @Override
        public void write(OpenReport value, DataOutputStream out) throws IOException {
            Wire.version(VERSION, out);
            out.writeLong(value.closing);
            out.writeLong(value.seenAt);
            var report = value.report;
            out.writeUTF(report.id());
            out.writeLong(report.receivedAt());
            Wire.writeOptional(report.calledAt(), out);
            Wire.writeOptional(report.number(), out);
            Wire.writeOptional(report.region(), out);
            Wire.writeTexts(report.features(), out);
            Wire.writeOptional(report.family(), out);
            Wire.writeOptional(report.reporter(), out);
        }

        @Override
        public OpenReport read(DataInputStream in) throws IOException {
            Wire.expect(VERSION, in);
            long closing = in.readLong();
            long seenAt = in.readLong();
            var report = new Report(
                    in.readUTF(),
                    in.readLong(),
                    Wire.readOptionalLong(in),
                    Wire.readOptional(in),
                    Wire.readOptional(in),
                    Wire.readTexts(in),
                    Wire.readOptional(in),
                    Wire.readOptional(in));
            return new OpenReport(closing, seenAt, report);
        }
    }
}
