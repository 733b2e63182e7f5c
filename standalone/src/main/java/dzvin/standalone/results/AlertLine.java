package dzvin.standalone.results;

import dzvin.schemas.avro.Alert;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** An alert as one line for a person: when, how far the campaign is, and the plain sentence of the alert. */
public final class AlertLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final ZoneId zone;
    private final String language;

    /** Times as the clocks of the zone show them; sentences in Ukrainian if the language is {@code uk}, else in English. */
    public AlertLine(ZoneId zone, String language) {
        this.zone = zone;
        this.language = language;
    }

    /** Without an end of line. */
    public String of(Alert alert) {
        return String.format(
                Locale.ROOT,
                "%s  %-9s  %-9s  %s",
                TIME.format(alert.getAt().atZone(zone)),
                alert.getStage(),
                alert.getKind(),
                sentence(alert));
    }

    private String sentence(Alert alert) {
        return language.equals("uk") ? alert.getSummaryUk() : alert.getSummaryEn();
    }
}
