package dzvin.standalone.backtest;

import dzvin.detector.core.decide.CampaignAlert;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** A policy's campaigns as bars on a line of time, each stretch in the colour of its stage: one SVG picture. */
final class TimeLine {
    private static final int WIDTH = 960;
    private static final int ROW = 18;
    private static final int AXIS = 26;
    private static final int MOST_DAYS_NAMED = 8;
    /** Room that a day's name takes. */
    private static final int NAME = 62;

    private final long from;
    private final long to;
    private final ZoneId zone;
    private final String language;

    TimeLine(long from, long to, ZoneId zone, String language) {
        this.from = from;
        this.to = Math.max(to, from + 1);
        this.zone = zone;
        this.language = language;
    }

    String of(Trial trial) {
        var campaigns = List.copyOf(trial.campaigns().values());
        int height = AXIS + ROW * Math.max(1, campaigns.size());
        var svg = new StringBuilder();
        svg.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">",
                WIDTH,
                height,
                Html.escape(trial.candidate().name())));
        axis(svg, height);
        for (int row = 0; row < campaigns.size(); row++) {
            bars(svg, campaigns.get(row), AXIS + row * ROW);
        }
        return svg.append("</svg>").toString();
    }

    private void axis(StringBuilder svg, int height) {
        long days = Math.max(1, (to - from) / 86_400_000);
        long step = Math.max(1, (days + MOST_DAYS_NAMED - 1) / MOST_DAYS_NAMED);
        var day = LocalDate.ofInstant(Instant.ofEpochMilli(from), zone).plusDays(1);
        for (long at = millis(day); at < to; day = day.plusDays(step), at = millis(day)) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"day\" x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"16\" y2=\"%2$d\"/><text x=\"%3$.1f\" y=\"12\">%4$s</text>",
                    x(at),
                    height,
                    Math.min(x(at), WIDTH - NAME),
                    day));
        }
    }

    private void bars(StringBuilder svg, List<CampaignAlert> alerts, int y) {
        for (int i = 0; i < alerts.size(); i++) {
            var alert = alerts.get(i);
            long end = i + 1 < alerts.size() ? alerts.get(i + 1).at() : alert.at();
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\"><title>%s %s %s\n%s</title></rect>",
                    alert.stage(),
                    x(alert.at()),
                    y + 2,
                    Math.max(2, x(end) - x(alert.at())),
                    ROW - 5,
                    Instant.ofEpochMilli(alert.at()).atZone(zone).toLocalDateTime(),
                    alert.kind(),
                    alert.stage(),
                    Html.escape(Html.sentence(alert, language))));
        }
    }

    private long millis(LocalDate day) {
        return day.atStartOfDay(zone).toInstant().toEpochMilli();
    }

    private double x(long at) {
        return (WIDTH - 4.0) * (at - from) / (to - from);
    }
}
