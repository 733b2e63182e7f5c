package dzvin.standalone.backtest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Scores as a table for people, and what is known of each labelled campaign. */
public final class ScoreTable {
    private static final String LAYOUT = "%s  %9s  %5s  %10s  %7s  %6s  %12s  %10s";

    private ScoreTable() {}

    /** A line of headings and one for each policy; then one for each known campaign and policy. */
    public static List<String> lines(List<Score> scores) {
        var lines = new ArrayList<String>();
        int width = scores.stream()
                .mapToInt(score -> score.trial().candidate().name().length())
                .max()
                .orElse(0);
        lines.add(String.format(
                Locale.ROOT,
                LAYOUT,
                padded("policy", width),
                "campaigns",
                "mass",
                "alerts/wk",
                "found",
                "missed",
                "median delay",
                "false/wk"));
        scores.forEach(score -> lines.add(line(score, width)));
        for (Score score : scores) {
            score.delays()
                    .forEach((name, delay) ->
                            lines.add(score.trial().candidate().name() + ": " + name + " "
                                    + delay.map(found -> "rung after " + text(found))
                                            .orElse("missed")));
        }
        return lines;
    }

    static String text(Duration delay) {
        return delay.toHours() >= 48
                ? String.format(Locale.ROOT, "%.1f d", delay.toMinutes() / 1440.0)
                : String.format(Locale.ROOT, "%d h %02d min", delay.toHours(), delay.toMinutesPart());
    }

    private static String line(Score score, int width) {
        boolean labelled = !score.delays().isEmpty();
        return String.format(
                Locale.ROOT,
                LAYOUT,
                padded(score.trial().candidate().name(), width),
                score.campaigns(),
                score.mass(),
                number(score.alertsPerWeek()),
                labelled ? score.delays().size() - score.missed() : "-",
                labelled ? score.missed() : "-",
                score.medianDelay().map(ScoreTable::text).orElse("-"),
                labelled ? number(score.falseAlarmsPerWeek()) : "-");
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(Math.max(0, width - name.length()));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
