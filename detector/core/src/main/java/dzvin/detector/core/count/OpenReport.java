package dzvin.detector.core.count;

import dzvin.detector.core.Report;
import java.io.IOException;
import java.util.Optional;

/**
 * A report that an open bucket has counted.
 *
 * @param closing the bucket that it leaves with
 * @param seenAt the watermark at which it was read
 */
record OpenReport(long closing, long seenAt, Report report) {
    private static final int NO_REPORTER = 0;
    private static final int REPORTER = 1;

    /** Bytes that it takes when it is written, about, and never much less than it does. */
    int room() {
        int texts = report.id().length() + length(report.number()) + length(report.region());
        for (String feature : report.features()) {
            texts += 1 + feature.length();
        }
        return 40 + texts + length(report.family()) + length(report.reporter());
    }

    private static int length(Optional<String> text) {
        return text.isPresent() ? text.get().length() : 0;
    }

    void write(BytesOut out) {
        out.difference(closing);
        out.difference(seenAt);
        PackedDigest.write(Digest.of(report), seenAt, out, out::text);
        out.octet(report.reporter().isPresent() ? REPORTER : NO_REPORTER);
        if (report.reporter().isPresent()) {
            out.text(report.reporter().get());
        }
    }

    static OpenReport read(BytesIn in) throws IOException {
        long closing = in.difference();
        long seenAt = in.difference();
        var digest = PackedDigest.read(seenAt, in, in::text);
        var reporter = in.octet() == REPORTER ? Optional.of(in.text()) : Optional.<String>empty();
        var report = new Report(
                digest.report(),
                digest.receivedAt(),
                digest.calledAt(),
                digest.number(),
                digest.region(),
                digest.features(),
                digest.family(),
                reporter);
        return new OpenReport(closing, seenAt, report);
    }
}
