package dzvin.ingest.intake;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Rejection;
import dzvin.schemas.avro.RejectedReport;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes dead letters: the reason, and as much of the report as is certain to hold neither a contact nor words of the call.
 *
 * <p>Left out: reporter and text; the fields that people type freely where they look like a contact (an address with
 * {@code @}, seven digits in a row) or are long enough to be words; and a digest of what was sent, because a plain hash over
 * a report that is otherwise in the open confirms a guessed contact.
 */
final class DeadLetters {
    private static final int LONGEST_WORD = 60;
    private static final Pattern CONTACT = Pattern.compile(".*(@|(\\d[\\s().-]*){7,}).*", Pattern.DOTALL);
    private static final Pattern CALLER = Pattern.compile("[0-9+*#\\s()./-]{1,40}");
    private static final Pattern TIME = Pattern.compile("[0-9TZ:+\\s.-]{1,40}");
    private static final Set<Field> NEVER = EnumSet.of(Field.REPORTER, Field.TEXT);

    private DeadLetters() {}

    /** For a report that the pipeline refused. */
    static RejectedReport of(RawReport told, Rejection rejection, Instant at) {
        return letter(rejection, at)
                .setSource(told.tells(Field.SOURCE).filter(DeadLetters::isWord).orElse(null))
                .setContent(content(told))
                .build();
    }

    /** For something that could not be read as a report. */
    static RejectedReport of(Rejection rejection, Instant at) {
        return letter(rejection, at).build();
    }

    private static RejectedReport.Builder letter(Rejection rejection, Instant at) {
        return RejectedReport.newBuilder()
                .setAt(at.truncatedTo(ChronoUnit.MICROS))
                .setReason(rejection.reason())
                .setField(rejection.field().isEmpty() ? null : rejection.field())
                .setDetail(rejection.detail());
    }

    private static String content(RawReport told) {
        var content = JsonNodeFactory.instance.objectNode();
        Arrays.stream(Field.values())
                .filter(field -> !NEVER.contains(field))
                .forEach(field -> shown(told, field).ifPresent(value -> content.put(field.json(), value)));
        var features = content.putArray("features");
        told.features().stream().filter(DeadLetters::isWord).forEach(features::add);
        return content.toString();
    }

    private static Optional<String> shown(RawReport told, Field field) {
        return told.tells(field).filter(value -> switch (field) {
            case NUMBER ->
                value.equals(RawReport.WITHHELD) || CALLER.matcher(value).matches();
            case RECEIVED_AT, CALLED_AT -> TIME.matcher(value).matches();
            default -> isWord(value);
        });
    }

    private static boolean isWord(String value) {
        return value.length() <= LONGEST_WORD && !CONTACT.matcher(value).matches();
    }
}
