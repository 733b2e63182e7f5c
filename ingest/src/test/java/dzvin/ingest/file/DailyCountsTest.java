package dzvin.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.RawReport.Field;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The first 20,000 rows of the daily counts. The figures were counted with awk. */
class DailyCountsTest {
    private static final ZoneId EASTERN = ZoneId.of("America/New_York");

    private static ReportFile cut() {
        return ReportFile.open(
                Sample.resource("ftc-daily-counts-cut.csv.gz"),
                Format.CSV,
                Optional.of(Mapping.bundled("ftc-daily-counts")));
    }

    @Test
    void aRowIsAsManyReportsAsItCounts() {
        var file = cut();

        var reports = Sample.reports(file);

        assertThat(file.rows()).isEqualTo(20_000);
        assertThat(reports).hasSize(23_173);
        assertThat(reports.stream().map(report -> Sample.told(report, Field.ID)))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("ftc-daily-counts-[0-9a-f]{32}#[0-9]+"));
    }

    @Test
    void reportsOfADayAreSpreadOverItInOrderAndEachDayKeepsItsOwn() {
        var times = Sample.reports(cut()).stream()
                .map(report -> OffsetDateTime.parse(Sample.told(report, Field.RECEIVED_AT)))
                .toList();

        var hours = times.stream()
                .filter(time ->
                        time.atZoneSameInstant(EASTERN).toLocalDate().toString().equals("2020-02-14"))
                .collect(Collectors.groupingBy(
                        time -> time.atZoneSameInstant(EASTERN).getHour(), TreeMap::new, Collectors.counting()));

        assertThat(times.stream().map(OffsetDateTime::toInstant)).isSorted();
        assertThat(hours).hasSize(24);
        assertThat(hours.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(12_512);
        // A fair spread: every hour within six standard deviations of its share.
        double share = 12_512 / 24.0;
        assertThat(hours.values()).allMatch(count -> Math.abs(count - share) < 6 * Math.sqrt(share));
    }
}
