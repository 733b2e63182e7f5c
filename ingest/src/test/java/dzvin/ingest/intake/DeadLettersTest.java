package dzvin.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Rejection;
import dzvin.schemas.avro.RejectionReason;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** I7 for dead letters: what is kept of a rejected report holds no contact and no words. */
class DeadLettersTest {
    private static final Instant AT = Instant.parse("2025-07-02T12:00:00Z");
    private static final Rejection WHY = new Rejection(RejectionReason.BAD_REGION, "region", "there is no such region");

    @Test
    void aLetterSaysWhyAndWhatWithoutReporterAndText() {
        var told = new EnumMap<Field, String>(Field.class);
        told.put(Field.NUMBER, "+38 044 123-45-67");
        told.put(Field.REGION, "Atlantis");
        told.put(Field.SOURCE, "desk-7");
        told.put(Field.REPORTER, "olena@example.org");
        told.put(Field.TEXT, "the words of the call");

        var letter = DeadLetters.of(new RawReport(told, List.of("threatens"), ZoneOffset.UTC), WHY, AT);

        assertThat(letter.getReason()).isEqualTo(RejectionReason.BAD_REGION);
        assertThat(letter.getField()).isEqualTo("region");
        assertThat(letter.getSource()).isEqualTo("desk-7");
        assertThat(letter.getAt()).isEqualTo(AT);
        assertThat(letter.getContent())
                .isEqualTo("{\"number\":\"+38 044 123-45-67\",\"region\":\"Atlantis\",\"source\":\"desk-7\","
                        + "\"features\":[\"threatens\"]}");
        assertThat(letter.getContentDigest()).isNull();
    }

    @Property(seed = "20250627")
    void aContactInAnyOtherFieldIsLeftOutToo(@ForAll @IntRange(max = 3) int kind, @ForAll Field field) {
        var contact = List.of(
                        "olena@example.org",
                        "mother, 050 123-45-67",
                        "Olena told us that a man phoned her and said that her husband would not be taken back",
                        "@olena_p")
                .get(kind);
        var told = new EnumMap<Field, String>(Field.class);
        told.put(field, contact);

        var letter = DeadLetters.of(new RawReport(told, List.of(contact), ZoneOffset.UTC), WHY, AT);

        assertThat(letter.toString()).doesNotContain(contact);
    }
}
