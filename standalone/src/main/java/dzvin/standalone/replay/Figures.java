package dzvin.standalone.replay;

import java.util.Locale;

/**
 * What a replay came to.
 *
 * @param outcome what became of the history's reports
 * @param alerts final ones
 * @param seconds it took
 * @param digest of the final alerts, the same whenever they are
 */
public record Figures(Engine.Outcome outcome, long alerts, double seconds, String digest) {
    /** One line of JSON. */
    public String json() {
        var counts = outcome.counts();
        return String.format(
                Locale.ROOT,
                "{\"reports\":%d,\"late\":%d,\"duplicates\":%d,\"signals\":%d,\"campaigns\":%d,\"alerts\":%d,"
                        + "\"seconds\":%.3f,\"digest\":\"%s\"}",
                counts.accepted(),
                counts.late(),
                counts.duplicate(),
                outcome.signals(),
                outcome.campaigns(),
                alerts,
                seconds,
                digest);
    }

    /** One sentence. */
    public String sentence() {
        var counts = outcome.counts();
        return String.format(
                Locale.ROOT,
                "%,d reports in %.1f s (%,.0f/s): %,d late, %,d duplicates; %,d signals, %,d campaigns, %,d alerts",
                counts.accepted(),
                seconds,
                counts.accepted() / Math.max(seconds, 1e-3),
                counts.late(),
                counts.duplicate(),
                outcome.signals(),
                outcome.campaigns(),
                alerts);
    }
}
