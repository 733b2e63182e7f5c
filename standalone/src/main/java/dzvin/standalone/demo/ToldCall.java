package dzvin.standalone.demo;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;

/**
 * One generated call as somebody told it, not yet numbered among the others.
 *
 * @param number masked, or {@link RawReport#WITHHELD}
 * @param region as told: a code or a name
 * @param reporter an address that cannot exist
 * @param ticked features ticked on the form
 * @param text the words, empty if none were told
 */
record ToldCall(
        Instant calledAt,
        Instant receivedAt,
        String number,
        String region,
        String channel,
        String reporter,
        List<String> ticked,
        String text,
        String language) {
    /** What every generated report says of where it came from. */
    static final String SOURCE = "generated-demo";

    RawReport numbered(String id) {
        var told = new EnumMap<Field, String>(Field.class);
        told.put(Field.ID, id);
        told.put(Field.RECEIVED_AT, local(receivedAt));
        told.put(Field.CALLED_AT, local(calledAt));
        told.put(Field.NUMBER, number);
        told.put(Field.REGION, region);
        told.put(Field.CHANNEL, channel);
        told.put(Field.SOURCE, SOURCE);
        told.put(Field.REPORTER, reporter);
        if (!text.isEmpty()) {
            told.put(Field.TEXT, text);
            told.put(Field.LANGUAGE, language);
        }
        return new RawReport(told, ticked, UkrainePlan.ZONE);
    }

    private static String local(Instant at) {
        ZoneOffset offset = UkrainePlan.ZONE.getRules().getOffset(at);
        return at.atOffset(offset).toString();
    }
}
