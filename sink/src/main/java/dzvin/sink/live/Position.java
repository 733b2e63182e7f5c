package dzvin.sink.live;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far somebody has read: the next offsets of both topics. Its text form is the {@code id:} of events.
 *
 * @param alerts next offset of the topic of alerts
 * @param campaigns next offset of the topic of campaigns
 */
public record Position(long alerts, long campaigns) {
    static final Position START = new Position(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

    /** Empty where the text is no position. */
    public static Optional<Position> parse(String text) {
        var match = FORM.matcher(text);
        return match.matches()
                ? Optional.of(new Position(Long.parseLong(match.group(1)), Long.parseLong(match.group(2))))
                : Optional.empty();
    }

    Position afterAlert(long offset) {
        return new Position(Math.max(alerts, offset + 1), campaigns);
    }

    Position afterCampaign(long offset) {
        return new Position(alerts, Math.max(campaigns, offset + 1));
    }

    @Override
    public String toString() {
        return alerts + "." + campaigns;
    }
}
