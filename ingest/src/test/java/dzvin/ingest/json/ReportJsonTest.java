package dzvin.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Rejection;
import dzvin.schemas.avro.RejectionReason;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportJsonTest {
    @Test
    void nullIsAWithheldNumberAndElsewhereNothingTold() {
        var report = told("{\"number\":null,\"region\":null,\"features\":null,\"text\":\"x\"}");

        assertThat(report.tells(Field.NUMBER)).contains(RawReport.WITHHELD);
        assertThat(report.tells(Field.REGION)).isEmpty();
        assertThat(report.features()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"nubmer,number", "Text,text", "calledat,calledAt", "feature,features", "recievedAt,receivedAt"})
    void aMisspeltFieldNamesTheOneThatWasMeant(String misspelt, String meant) {
        var rejection = refused("{\"" + misspelt + "\":\"x\"}");

        assertThat(rejection.reason()).isEqualTo(RejectionReason.UNKNOWN_FIELD);
        assertThat(rejection.field()).isEqualTo(misspelt);
        assertThat(rejection.detail()).endsWith("did you mean " + meant + "?");
    }

    @Test
    void aFieldThatIsNothingLikeOursIsNotRepeatedForItMayBeAContact() {
        var rejection = refused("{\"olena@example.org\":\"x\"}");

        assertThat(rejection.field()).isEmpty();
        assertThat(rejection.detail()).doesNotContain("olena").contains("reporter", "features");
    }

    @Test
    void aValueOfTheWrongKindIsNotRepeatedEither() {
        assertThat(refused("{\"number\":380441234567}"))
                .isEqualTo(new Rejection(RejectionReason.BAD_FIELD, "number", "must be a text"));
        assertThat(refused("{\"features\":[\"a\",1]}").field()).isEqualTo("features");
    }

    @Test
    void aLineThatGoesOnAfterItsObjectIsNotHalfRead() {
        assertThat(refused("{\"text\":\"a\"} {\"text\":\"b\"}").reason()).isEqualTo(RejectionReason.MALFORMED);
        assertThat(refused("{\"text\":\"a\",\"text\":\"b\"}").reason()).isEqualTo(RejectionReason.MALFORMED);
    }

    @Property(seed = "20250627")
    void anyLineEndsInAReportOrAReason(@ForAll String line) {
        assertThat(ReportJson.line(line)).isNotNull();
    }

    private static RawReport told(String json) {
        return ((Reading.Told) ReportJson.line(json)).report();
    }

    private static Rejection refused(String json) {
        return ((Reading.Refused) ReportJson.line(json)).rejection();
    }
}
