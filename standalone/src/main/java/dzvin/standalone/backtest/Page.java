package dzvin.standalone.backtest;

import dzvin.detector.core.decide.CampaignAlert;
import dzvin.detector.core.decide.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A back-test as one HTML page that needs nothing but itself. */
public final class Page {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String STYLE = """
            body{font:15px/1.45 system-ui,sans-serif;max-width:1000px;margin:2rem auto;padding:0 1rem;color:#1c2430;background:#fff}
            table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{border-bottom:1px solid #d8dde4;padding:.3rem .5rem;text-align:left;vertical-align:top}
            svg{width:100%;height:auto;border:1px solid #d8dde4;background:#fafbfc}svg text{font-size:10px;fill:#59636f}.day{stroke:#e3e7ec}
            .EMERGING{fill:#8fb8de}.SPREADING{fill:#e3a33b}.MASS{fill:#c2332d}.SUBSIDING{fill:#9aa4b0}.ENDED{fill:#4c5763}
            """;

    private static final String HEADINGS = """
            <table><tr><th>Політика / Policy<th>Кампанії / Campaigns<th>Масові / Mass<th>Сповіщень на тиждень / Alerts a week\
            <th>Пропущено / Missed<th>Медіанна затримка / Median delay<th>Хибних тривог на тиждень / False alarms a week</tr>""";

    private static final Map<Stage, String> STAGES = stages();

    private final ZoneId zone;
    private final String language;

    /** Times as the clocks of the zone show them; sentences in Ukrainian if the language is {@code uk}, else in English. */
    public Page(ZoneId zone, String language) {
        this.zone = zone;
        this.language = language;
    }

    /** In the order in which a campaign goes through them, in Ukrainian. */
    private static Map<Stage, String> stages() {
        var words = new EnumMap<Stage, String>(Stage.class);
        words.put(Stage.EMERGING, "зароджується");
        words.put(Stage.SPREADING, "поширюється");
        words.put(Stage.MASS, "масова");
        words.put(Stage.SUBSIDING, "спадає");
        words.put(Stage.ENDED, "завершена");
        return words;
    }

    /** The whole page. */
    public String of(Backtest.Result result, List<Score> scores) {
        var page = new StringBuilder(1 << 16);
        page.append("<!doctype html><html lang=\"")
                .append(language)
                .append("\"><meta charset=\"utf-8\">")
                .append(
                        "<meta name=\"viewport\" content=\"width=device-width\"><title>Dzvin: перевірка на історії / back-test</title><style>")
                .append(STYLE)
                .append("</style><h1>Перевірка на історії / Back-test</h1>");
        if (result.from() <= result.to()) {
            page.append(String.format(
                    Locale.ROOT,
                    "<p>%,d повідомлень / reports, %s – %s (%s).</p>",
                    result.counts().accepted(),
                    time(result.from()),
                    time(result.to()),
                    Html.escape(zone.getId())));
        }
        table(page, scores);
        timeLines(page, result, scores);
        differences(page, scores);
        return page.append("</html>\n").toString();
    }

    private static void table(StringBuilder page, List<Score> scores) {
        page.append(HEADINGS);
        for (Score score : scores) {
            boolean labelled = !score.delays().isEmpty();
            page.append("<tr>")
                    .append(Html.cell(score.trial().candidate().name()))
                    .append(Html.cell(Integer.toString(score.campaigns())))
                    .append(Html.cell(Integer.toString(score.mass())))
                    .append(Html.cell(String.format(Locale.ROOT, "%.2f", score.alertsPerWeek())))
                    .append(Html.cell(labelled ? Long.toString(score.missed()) : "–"))
                    .append(Html.cell(score.medianDelay().map(ScoreTable::text).orElse("–")))
                    .append(Html.cell(labelled ? String.format(Locale.ROOT, "%.2f", score.falseAlarmsPerWeek()) : "–"))
                    .append("</tr>");
        }
        page.append("</table>");
    }

    private void timeLines(StringBuilder page, Backtest.Result result, List<Score> scores) {
        long end = scores.stream()
                .flatMap(score -> score.trial().alerts().stream())
                .mapToLong(CampaignAlert::at)
                .reduce(result.to(), Math::max);
        var line = new TimeLine(result.from(), end, zone, language);
        page.append(
                "<p class=\"key\">Кожен рядок — кампанія, від першого сповіщення до останнього / Each row is a campaign, from its first alert to its last:");
        for (var stage : STAGES.entrySet()) {
            page.append(
                            "<svg class=\"box\" style=\"width:.9em;height:.9em;border:0;margin:0 .3em 0 1em\" viewBox=\"0 0 9 9\">")
                    .append("<rect class=\"")
                    .append(stage.getKey())
                    .append("\" width=\"9\" height=\"9\"/></svg>")
                    .append(stage.getValue())
                    .append(" / ")
                    .append(stage.getKey().name().toLowerCase(Locale.ROOT));
        }
        page.append("</p>");
        for (Score score : scores) {
            page.append("<h2>")
                    .append(Html.escape(score.trial().candidate().name()))
                    .append("</h2>");
            page.append(
                    score.trial().alerts().isEmpty()
                            ? "<p>Жодного сповіщення / Nothing rang.</p>"
                            : line.of(score.trial()));
        }
    }

    private void differences(StringBuilder page, List<Score> scores) {
        var first = scores.get(0).trial();
        for (Score score : scores.subList(1, scores.size())) {
            page.append("<h2>")
                    .append(Html.escape(first.candidate().name() + " and "
                            + score.trial().candidate().name()))
                    .append(": сповіщення за сповіщенням / alert by alert</h2>");
            var differences = Difference.between(first, score.trial());
            if (differences.isEmpty()) {
                page.append("<p>Ті самі сповіщення в той самий час / The same alerts at the same times.</p>");
                continue;
            }
            page.append(
                    "<table><tr><th>Перша / First<th>Друга / Second<th>Різниця / Difference<th>Сповіщення / Alert</tr>");
            differences.forEach(difference -> row(page, difference));
            page.append("</table>");
        }
    }

    private void row(StringBuilder page, Difference difference) {
        var alert = difference.one().or(difference::other).orElseThrow();
        page.append("<tr>")
                .append(Html.cell(time(difference.one())))
                .append(Html.cell(time(difference.other())))
                .append(Html.cell(apart(difference)))
                .append(Html.cell(alert.kind() + " " + alert.stage() + ": " + Html.sentence(alert, language)))
                .append("</tr>");
    }

    private static String apart(Difference difference) {
        if (difference.one().isEmpty()) {
            return "лише друга / second alone";
        }
        if (difference.other().isEmpty()) {
            return "лише перша / first alone";
        }
        long millis = difference.other().get().at() - difference.one().get().at();
        var apart = Duration.ofMillis(Math.abs(millis));
        return "друга на " + inUkrainian(apart) + (millis > 0 ? " пізніше" : " раніше") + " / second "
                + ScoreTable.text(apart) + (millis > 0 ? " later" : " earlier");
    }

    private static String inUkrainian(Duration apart) {
        return ScoreTable.text(apart)
                .replace(" h ", " год ")
                .replace(" min", " хв")
                .replace(" d", " доби")
                .replace('.', ',');
    }

    private String time(Optional<CampaignAlert> alert) {
        return alert.map(CampaignAlert::at).map(this::time).orElse("–");
    }

    private String time(long at) {
        return TIME.format(Instant.ofEpochMilli(at).atZone(zone));
    }
}
