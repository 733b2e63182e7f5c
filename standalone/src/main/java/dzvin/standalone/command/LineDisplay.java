package dzvin.standalone.command;

import dzvin.ingest.file.ImportResult;
import dzvin.ingest.file.ReportFile;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** A plain line every few seconds, with share, rate and time left, for logs and pipes. */
final class LineDisplay implements ImportDisplay {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long started;
    private long lastLine;

    LineDisplay(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.lastLine = started;
    }

    @Override
    public void lookedThrough(long done, long total) {
        if (isDue()) {
            out.printf(Locale.ROOT, "looking through the ids of %,d records: %,d done%n", total, done);
        }
    }

    @Override
    public void imported(ReportFile file, ImportResult soFar) {
        if (!isDue()) {
            return;
        }
        double seconds = (lastLine - started) / 1e9;
        var share = file.totalBytes().isPresent() && file.totalBytes().getAsLong() > 0
                ? share(file.bytesRead(), file.totalBytes().getAsLong(), seconds)
                : "";
        out.printf(
                Locale.ROOT,
                "%s%,d rows, %,.0f rows/s, %,d accepted, %,d duplicates, %,d rejected%n",
                share,
                soFar.rows(),
                soFar.rows() / seconds,
                soFar.accepted(),
                soFar.duplicates(),
                soFar.rejected());
    }

    @Override
    public void close() {
        out.flush();
    }

    private static String share(long read, long total, double seconds) {
        double done = (double) read / total;
        long left = Math.round(seconds / Math.max(done, 1e-9) - seconds);
        return String.format(Locale.ROOT, "%.0f %%, %d:%02d left, ", 100 * done, left / 60, left % 60);
    }

    private boolean isDue() {
        long now = nanoTime.getAsLong();
        boolean due = now - lastLine >= BETWEEN_LINES.toNanos();
        lastLine = due ? now : lastLine;
        return due;
    }
}
