package dzvin.standalone.command;

import dzvin.ingest.file.ImportResult;
import dzvin.ingest.file.ReportFile;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and time left: first for looking through the ids that are there, then for the file. */
final class BarDisplay implements ImportDisplay {
    private static final long MEBIBYTE = 1 << 20;

    private final PrintStream out;
    private Optional<ProgressBar> bar = Optional.empty();
    private boolean importing;

    BarDisplay(PrintStream out) {
        this.out = out;
    }

    @Override
    public void lookedThrough(long done, long total) {
        show("Known ids", total, " records", 1).stepTo(done);
    }

    @Override
    public void imported(ReportFile file, ImportResult soFar) {
        if (!importing) {
            close();
            importing = true;
        }
        show("Import", file.totalBytes().orElse(-1), " MiB", MEBIBYTE)
                .stepTo(file.bytesRead())
                .setExtraMessage(String.format(Locale.ROOT, " %,d rows, %,d rejected", soFar.rows(), soFar.rejected()));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }

    private ProgressBar show(String task, long total, String unit, long unitSize) {
        if (bar.isEmpty()) {
            bar = Optional.of(new ProgressBarBuilder()
                    .setTaskName(task)
                    .setInitialMax(total)
                    .setUnit(unit, unitSize)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setConsumer(new ConsoleProgressBarConsumer(out))
                    .setUpdateIntervalMillis(250)
                    .showSpeed()
                    .build());
        }
        return bar.get();
    }
}
