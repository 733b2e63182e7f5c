package dzvin.standalone.results;

import dzvin.schemas.avro.Alert;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/** An alert as one line for a person: when, how far the campaign is, what happened, which campaign, and the plain sentence of the alert. */
public final class AlertLine {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final int SHORT_ID = 8;

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
                "%s  %-9s  %-9s  %s  %s",
                TIME.format(alert.getAt().atZone(zone)),
                alert.getStage(),
                alert.getEarly() ? "early" : alert.getKind(),
                shortId(alert.getCampaign()),
                sentence(alert));
    }

    /** Enough of an id to tell campaigns apart by eye, and to find the whole one by. */
    private static String shortId(UUID campaign) {
        return campaign.toString().substring(0, SHORT_ID);
    }

    private String sentence(Alert alert) {
        return language.equals("uk") ? alert.getSummaryUk() : alert.getSummaryEn();
    }
}
