package dzvin.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.RawReport.Field;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTimesTest {
    private static final String DAY_ONLY = Sample.MAPPING.replace("yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd");
    private static final String HEADER = "phone,when,words,rang\n";

    private static List<OffsetDateTime> times(String rows, String mapping, Field field) {
        return Sample.reports(Sample.csv(HEADER + rows, mapping)).stream()
                .map(report -> OffsetDateTime.parse(Sample.told(report, field)))
                .toList();
    }

    @Test
    void aDayAloneIsSpreadOverThatDayInTheSourcesZoneTheSameInEveryRun() {
        var rows = new StringBuilder();
        for (int i = 0; i < 500; i++) {
            rows.append(i).append(",2025-10-26,a,\n");
        }

        var times = times(rows.toString(), DAY_ONLY, Field.RECEIVED_AT);

        // Clocks went back that night: the day has 25 hours.
        var start = OffsetDateTime.parse("2025-10-26T00:00+03:00");
        assertThat(times).hasSize(500).isSorted().isEqualTo(times(rows.toString(), DAY_ONLY, Field.RECEIVED_AT));
        assertThat(times.stream().map(time -> Duration.between(start, time).toHours()))
                .allMatch(hour -> hour >= 0 && hour < 25)
                .contains(0L, 24L);
    }

    @Test
    void aDayAloneIsItsNoonOrItsStartWhereTheMappingSaysSo() {
        assertThat(times("1,2025-07-02,a,\n", DAY_ONLY + "dateOnly: noon\n", Field.RECEIVED_AT))
                .containsExactly(OffsetDateTime.parse("2025-07-02T12:00+03:00"));
        assertThat(times("1,2025-07-02,a,\n", DAY_ONLY + "dateOnly: start\n", Field.RECEIVED_AT))
                .containsExactly(OffsetDateTime.parse("2025-07-02T00:00+03:00"));
    }

    @Test
    void aDaysRowsAreToldInOrderAndDaysInTheOrderOfTheFile() {
        var rows = """
                1,2025-07-02 10:00:00,a,
                2,2025-07-02 08:00:00,b,
                3,2025-07-01 09:00:00,c,
                """;

        var inFileOrder = times(rows, Sample.MAPPING, Field.RECEIVED_AT);
        var dayByDay = times(rows, Sample.MAPPING + "order: day\n", Field.RECEIVED_AT);

        assertThat(inFileOrder.stream().map(OffsetDateTime::getHour)).containsExactly(10, 8, 9);
        assertThat(dayByDay.stream().map(OffsetDateTime::getHour)).containsExactly(8, 10, 9);
    }

    @Test
    void aCallOfWhichOnlyTheDayIsKnownRangAtNoonYetNotAfterItWasReported() {
        var mapping = Sample.MAPPING.replace("times: yyyy-MM-dd HH:mm:ss", "times: [yyyy-MM-dd HH:mm:ss, yyyy-MM-dd]")
                + "  calledAt: rang\n";

        var earlier = times("1,2025-07-02 09:00:00,a,2025-07-01\n", mapping, Field.CALLED_AT);
        var sameMorning = times("1,2025-07-02 09:00:00,a,2025-07-02\n", mapping, Field.CALLED_AT);

        assertThat(earlier).containsExactly(OffsetDateTime.parse("2025-07-01T12:00+03:00"));
        assertThat(sameMorning).containsExactly(OffsetDateTime.parse("2025-07-02T09:00+03:00"));
    }

    @Test
    void aLocalTimeThatTheClockSkippedIsMovedOnAndOneThatItRepeatedIsTheEarlier() {
        var rows = "1,2025-03-30 03:30:00,a,\n1,2025-10-26 03:30:00,a,\n";

        var times = times(rows, Sample.MAPPING, Field.RECEIVED_AT);

        assertThat(times)
                .containsExactly(
                        OffsetDateTime.parse("2025-03-30T04:30+03:00"), OffsetDateTime.parse("2025-10-26T03:30+03:00"));
        assertThat(times.get(0).toLocalDate()).isEqualTo(LocalDate.of(2025, 3, 30));
    }
}
