package dzvin.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.RawReport;
import dzvin.ingest.RawReport.Field;
import java.io.IOException;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One true day of the Do Not Call service. The figures were counted with Python's csv module. */
class FtcDayTest {
    /** A comma that an even number of quotes follows: cities such as "Largo, FL" have commas in quotes. */
    private static final Pattern COMMA_OUTSIDE_QUOTES = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

    private static ReportFile day() {
        return ReportFile.open(Sample.resource("ftc-dnc-2021-07-07.csv"), Format.FTC_DNC, Optional.empty());
    }

    @Test
    void everyRowIsAReport() throws IOException {
        try (var file = day()) {
            var entries = Sample.entries(file);

            assertThat(entries).hasSize(14_034).allMatch(Entry.Told.class::isInstance);
            assertThat(file.rows()).isEqualTo(14_034);
            assertThat(file.country()).contains("US");
            assertThat(file.bytesRead()).isEqualTo(file.totalBytes().getAsLong());
        }
    }

    @Test
    void everyReportHasAnIdOfItsOwnThatIsTheSameInTheNextRun() {
        var first = ids(Sample.reports(day()));
        var second = ids(Sample.reports(day()));

        assertThat(first).doesNotHaveDuplicates().isEqualTo(second);
    }

    @Test
    void twoIdenticalRowsAreTwoReports() {
        var repeats = ids(Sample.reports(day())).stream()
                .filter(id -> id.endsWith(".2"))
                .toList();

        assertThat(repeats).hasSize(1);
    }

    @Test
    void aRowWithoutANumberHasAWithheldOne() {
        var withheld = Sample.reports(day()).stream()
                .filter(report -> report.tells(Field.NUMBER).equals(Optional.of(RawReport.WITHHELD)))
                .count();

        // 669 rows are empty there; five say na, none, Multiple#s, fasttowriteit and oldmspplymouth.
        assertThat(withheld).isEqualTo(669 + 5);
    }

    @Test
    void timesAreEastern() {
        var first = Sample.reports(day()).stream()
                .filter(report -> Sample.told(report, Field.NUMBER).equals("4703352559"))
                .findFirst()
                .orElseThrow();

        assertThat(first.tells(Field.RECEIVED_AT)).contains("2021-07-07T00:01:15-04:00");
        assertThat(first.tells(Field.CALLED_AT)).contains("2021-07-06T11:48-04:00");
    }

    @Test
    void reportsComeInTheOrderOfTheirReceivedTimesThoughTheFileDoesNotKeepIt() {
        var times = Sample.reports(day()).stream()
                .map(report -> OffsetDateTime.parse(Sample.told(report, Field.RECEIVED_AT))
                        .toInstant())
                .toList();

        assertThat(times).isSorted();
    }

    @Test
    void statesAreCountedAsInTheFile() throws IOException {
        var counted = new TreeMap<String, Long>();
        try (var lines = Files.lines(Sample.resource("ftc-dnc-2021-07-07.csv"))) {
            lines.skip(1)
                    .map(line -> COMMA_OUTSIDE_QUOTES.split(line, -1)[4])
                    .forEach(state -> counted.merge(state, 1L, Long::sum));
        }

        Map<String, Long> told = Sample.reports(day()).stream()
                .collect(Collectors.groupingBy(
                        report -> Sample.told(report, Field.REGION), TreeMap::new, Collectors.counting()));

        assertThat(told)
                .isEqualTo(counted)
                .hasSize(53 + 1)
                .containsEntry("California", 1_915L)
                .containsEntry("Florida", 1_037L)
                .containsEntry("", 25L);
    }

    @Test
    void subjectsAndRecordedVoicesAreFeatures() {
        var features = Sample.reports(day()).stream()
                .flatMap(report -> report.features().stream())
                .collect(Collectors.groupingBy(feature -> feature, TreeMap::new, Collectors.counting()));

        assertThat(features)
                .hasSize(14 + 1)
                .containsEntry("recorded-voice", 9_698L)
                .containsEntry("subject-dropped-call-or-no-message", 2_078L)
                .containsEntry("subject-warranties-protection-plans", 1_467L)
                .containsEntry("subject-calls-pretending-to-be-government-businesses-or-family", 1_830L);
    }

    private static List<String> ids(List<RawReport> reports) {
        return reports.stream().map(report -> Sample.told(report, Field.ID)).toList();
    }
}
