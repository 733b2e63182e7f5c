package dzvin.standalone.command;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and time left. */
final class ReplayBar implements ReplayDisplay {
    private final PrintStream out;
    private final String task;
    private final String unit;
    private final long unitSize;
    private Optional<ProgressBar> bar = Optional.empty();

    ReplayBar(PrintStream out, String task, String unit, long unitSize) {
        this.out = out;
        this.task = task;
        this.unit = unit;
        this.unitSize = unitSize;
    }

    @Override
    public void replayed(long read, OptionalLong total, long reports) {
        if (bar.isEmpty()) {
            bar = Optional.of(started(total.orElse(-1)));
        }
        bar.get().stepTo(read).setExtraMessage(String.format(Locale.ROOT, " %,d reports", reports));
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        bar = Optional.empty();
    }

    private ProgressBar started(long total) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUnit(unit, unitSize)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(out))
                .setUpdateIntervalMillis(250)
                .showSpeed()
                .build();
    }
}
