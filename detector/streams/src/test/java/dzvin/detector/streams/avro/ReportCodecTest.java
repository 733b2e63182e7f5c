package dzvin.detector.streams.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.schemas.avro.Report;
import java.time.Instant;
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

    private static Report.Builder aReport() {
        return Report.newBuilder().setId("r-1").setReceivedAt(RECEIVED);
    }
}
