package dzvin.ingest.step;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.RawReport.Field;
import dzvin.ingest.Told;
import dzvin.schemas.avro.RejectionReason;
import java.time.Instant;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The clock of these tests stands at 2025-07-02T10:30Z, which is 13:30 in Kyiv. */
class ClocksTest {
    private static Told received(String time) {
        return Told.call("0441234567").with(Field.RECEIVED_AT, time);
    }

    private static Told called(String time) {
        return Told.call("0441234567").with(Field.CALLED_AT, time);
    }

    @Nested
    class TheReceivedTime {
        @Test
        void isNowWhereNoneWasTold() {
            assertThat(Told.call("0441234567").accepted().getReceivedAt()).isEqualTo(Told.NOW);
            assertThat(Told.call("0441234567").accepted().getReceivedOffsetMinutes())
                    .isNull();
        }

        @ParameterizedTest
        @CsvSource({
            "2025-07-02T10:15:00Z,                    2025-07-02T10:15:00Z, 0",
            "2025-07-02T10:15:00+03:00,               2025-07-02T07:15:00Z, 180",
            "2025-07-02T10:15+03:00,                  2025-07-02T07:15:00Z, 180",
            "2025-07-02T10:15:00.123456789Z,          2025-07-02T10:15:00.123456Z, 0",
            "2025-07-01T10:15:00-04:00[America/New_York], 2025-07-01T14:15:00Z, -240",
            "2025-07-02T10:15:00,                     2025-07-02T07:15:00Z, 180",
            "2025-07-02 10:15,                        2025-07-02T07:15:00Z, 180",
            "2025-01-02 10:15,                        2025-01-02T08:15:00Z, 120",
        })
        void isReadWithItsOffsetOrInTheZoneOfWhoTold(String told, Instant at, int offset) {
            var report = received(told).accepted();

            assertThat(report.getReceivedAt()).isEqualTo(at);
            assertThat(report.getReceivedOffsetMinutes()).isEqualTo(offset);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"yesterday", "2025-02-30T10:00:00Z", "2025-07-02", "1989-12-31T23:59:59Z", "1751450400", "T"
                })
        void thatIsNoneRefusesTheReport(String told) {
            assertThat(received(told).rejected().reason()).isEqualTo(RejectionReason.BAD_TIME);
        }

        @Test
        void mayBeAheadByASkewedClockButNotByMore() {
            assertThat(received("2025-07-02T10:35:00Z").accepted().getReceivedAt())
                    .isEqualTo(Instant.parse("2025-07-02T10:35:00Z"));
            assertThat(received("2025-07-02T10:35:01Z").rejected().reason()).isEqualTo(RejectionReason.FUTURE_TIME);
        }
    }

    @Nested
    class TheCalledTime {
        @Test
        void isNotThereWhereNoneWasTold() {
            assertThat(Told.call("0441234567").accepted().getCalledAt()).isNull();
        }

        @Test
        void mayLieADayAfterTheReportButIsSetAsideBeyond() {
            assertThat(called("2025-07-03T10:30:00Z").accepted().getCalledAt()).isNotNull();
            assertThat(called("2025-07-03T10:30:01Z").accepted().getCalledAt()).isNull();
            assertThat(called("2025-07-03T10:30:01Z").setAside())
                    .singleElement()
                    .satisfies(aside -> assertThat(aside.field()).isEqualTo("calledAt"));
        }

        @Test
        void mayBeYearsOldButNotTwenty() {
            assertThat(called("2007-01-01T00:00:00Z").accepted().getCalledAt()).isNotNull();
            assertThat(called("2005-07-02T10:29:59Z").accepted().getCalledAt()).isNull();
        }

        @Test
        void ofADateAloneIsNoonYetNotLaterThanTheReport() {
            assertThat(called("2025-07-01").accepted().getCalledAt()).isEqualTo(Instant.parse("2025-07-01T09:00:00Z"));
            assertThat(called("2025-07-02")
                            .with(Field.RECEIVED_AT, "2025-07-02T08:00:00+03:00")
                            .accepted()
                            .getCalledAt())
                    .isEqualTo(Instant.parse("2025-07-02T05:00:00Z"));
        }

        @Test
        void thatIsNoneIsSetAsideAndTheReportStays() {
            assertThat(called("in the evening").accepted().getCalledAt()).isNull();
            assertThat(called("in the evening").setAside()).hasSize(1);
        }
    }
}
