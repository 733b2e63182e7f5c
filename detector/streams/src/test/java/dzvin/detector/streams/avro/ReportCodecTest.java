package dzvin.detector.streams.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dzvin.schemas.avro.Report;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportCodecTest {
    private static final Instant RECEIVED = Instant.parse("2025-07-02T10:15:00.123456Z");

    @Test
    void featuresAreThoseGivenAndThoseFoundEachOnceAndSorted() {
        var report = aReport()
                .setGivenFeatures(List.of("threat", "appeal-to-us"))
                .setExtractedFeatures(List.of("recorded-voice", "appeal-to-us"))
                .build();

        assertThat(ReportCodec.toCore(report).features()).containsExactly("appeal-to-us", "recorded-voice", "threat");
    }

    @Test
    void whatWasNotToldIsAbsent() {
        var report = ReportCodec.toCore(aReport().build());

        assertThat(report.number()).isEmpty();
        assertThat(report.region()).isEmpty();
        assertThat(report.calledAt()).isEmpty();
        assertThat(report.family()).isEmpty();
        assertThat(report.reporter()).isEmpty();
        assertThat(report.features()).isEmpty();
    }

    @Test
    void bothClocksAreKeptInMilliseconds() {
        var report = ReportCodec.toCore(aReport()
                .setCalledAt(Instant.parse("2025-07-02T06:50:00.999999Z"))
                .build());

        assertThat(report.receivedAt())
                .isEqualTo(Instant.parse("2025-07-02T10:15:00.123Z").toEpochMilli());
        assertThat(report.calledAt())
                .hasValue(Instant.parse("2025-07-02T06:50:00.999Z").toEpochMilli());
    }

    @Test
    void whatIsTooLongToBeKeptIsRefusedByFieldAndRuleWithoutItsContent() {
        var report = aReport().setRegion("x".repeat(1_001)).build();

        assertThatThrownBy(() -> ReportCodec.toCore(report))
                .isInstanceOf(UnusableReportException.class)
                .hasMessage("region must have at most 1000 characters, got 1001");
    }

    @Test
    void featuresAreRefusedWhereTheyAreTooManyOrOneIsTooLong() {
        var many = aReport().setGivenFeatures(Collections.nCopies(1_001, "threat"));
        var longOne = aReport().setExtractedFeatures(List.of("x".repeat(70_000)));

        assertThatThrownBy(() -> ReportCodec.toCore(many.build()))
                .hasMessage("givenFeatures must be at most 1000, got 1001");
        assertThatThrownBy(() -> ReportCodec.toCore(longOne.build()))
                .hasMessage("extractedFeatures must have at most 1000 characters, got 70000");
    }

    private static Report.Builder aReport() {
        return Report.newBuilder().setId("r-1").setReceivedAt(RECEIVED);
    }
}
