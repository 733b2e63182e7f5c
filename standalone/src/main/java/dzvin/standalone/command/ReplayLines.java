package dzvin.standalone.command;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** A plain line every few seconds, with share, rate and time left, for logs and pipes. */
final class ReplayLines implements ReplayDisplay {
    private static final Duration BETWEEN_LINES = Duration.ofSeconds(5);

    private final PrintStream out;
    private final LongSupplier nanoTime;
    private final long started;
    private long lastLine;

    ReplayLines(PrintStream out, LongSupplier nanoTime) {
        this.out = out;
        this.nanoTime = nanoTime;
        this.started = nanoTime.getAsLong();
        this.lastLine = started;
    }

    @Override
    public void replayed(long read, OptionalLong total, long reports) {
        long now = nanoTime.getAsLong();
        if (now - lastLine < BETWEEN_LINES.toNanos()) {
            return;
        }
        lastLine = now;
        double seconds = (now - started) / 1e9;
        var share = total.isPresent() && total.getAsLong() > 0 ? share(read, total.getAsLong(), seconds) : "";
        out.printf(Locale.ROOT, "%s%,d reports, %,.0f reports/s%n", share, reports, reports / seconds);
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
}
