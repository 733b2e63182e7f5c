package dzvin.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.ingest.RawReport.Field;
import dzvin.schemas.avro.RejectionReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowIdTest {
    private static final String HEADER = "phone,when,words,who,n\n";
    private static final String ROW = "1,2025-07-02 10:00:00,a,Olena,";

    private static List<String> ids(String content, String mapping) {
        return Sample.reports(Sample.csv(content, mapping)).stream()
                .map(report -> Sample.told(report, Field.ID))
                .toList();
    }

    @Test
    void identicalRowsAreSeparateReportsWithNumberedIds() {
        var ids = ids(HEADER + (ROW + "\n").repeat(3), Sample.MAPPING);

        assertThat(ids.get(0)).matches("desk-[0-9a-f]{32}");
        assertThat(ids).containsExactly(ids.get(0), ids.get(0) + ".2", ids.get(0) + ".3");
    }

    @Test
    void identicalRowsAreOneReportWhereTheMappingSaysSo() {
        var ids = ids(HEADER + (ROW + "\n").repeat(2), Sample.MAPPING + "identicalRows: same\n");

        assertThat(ids).hasSize(2);
        assertThat(ids.get(0)).isEqualTo(ids.get(1));
    }

    @Test
    void rowsKeepTheirIdsWhereverTheyStandInALaterEdition() {
        var early = ids(HEADER + ROW + "\n", Sample.MAPPING);
        var later = ids(HEADER + "2,2025-07-01 09:00:00,b,,\n" + ROW + "\n", Sample.MAPPING);

        assertThat(later).hasSize(2).contains(early.get(0));
    }

    @Test
    void theReportersContactHasNoPartInADerivedId() {
        var mapping = Sample.MAPPING + "  reporter: who\n";

        var olena = ids(HEADER + ROW + "\n", mapping);
        var taras = ids(HEADER + ROW.replace("Olena", "Taras") + "\n", mapping);

        assertThat(olena).isEqualTo(taras);
    }

    @Test
    void anIdCanBeATemplateOfColumns() {
        var ids = ids(HEADER + ROW + "7\n", Sample.MAPPING + "id: 'ticket-{n}'\n");

        assertThat(ids).containsExactly("ticket-7");
    }

    @Test
    void aRowWithoutTheIdThatItsSourceGivesIsRefused() {
        var file = Sample.csv(HEADER + ROW + "\n", Sample.MAPPING + "id: 'ticket-{n}'\n");

        assertThat(Sample.refused(file))
                .extracting(refused -> refused.rejection().reason())
                .containsExactly(RejectionReason.BAD_ID);
    }

    @Test
    void aCountIsThatManyReportsAndAHigherOneLaterAddsOnlyWhatIsNew() {
        var mapping = Sample.MAPPING + "count: n\n";

        var two = ids(HEADER + ROW + "2\n", mapping);
        var three = ids(HEADER + ROW + "3\n", mapping);

        assertThat(two).containsExactly(base(two) + "#1", base(two) + "#2");
        assertThat(three).startsWith(two.toArray(String[]::new)).hasSize(3);
    }

    @Test
    void aCountOfNothingIsNoReport() {
        assertThat(ids(HEADER + ROW + "0\n", Sample.MAPPING + "count: n\n")).isEmpty();
    }

    @Test
    void anAbsurdCountIsRefused() {
        var rows = ROW + "-1\n" + ROW + "many\n" + ROW + "100001\n" + ROW + "1.5\n" + ROW + "\n" + ROW
                + "99999999999999999999\n";
        var file = Sample.csv(HEADER + rows, Sample.MAPPING + "count: n\n");

        var refused = Sample.refused(file);

        assertThat(refused)
                .hasSize(6)
                .extracting(one -> one.rejection().reason())
                .containsOnly(RejectionReason.BAD_COUNT);
    }

    @Test
    void theLargestCountIsStillTold() {
        assertThat(ids(HEADER + ROW + "100000\n", Sample.MAPPING + "count: n\n"))
                .hasSize(100_000)
                .doesNotHaveDuplicates();
    }

    private static String base(List<String> ids) {
        return ids.get(0).substring(0, ids.get(0).indexOf('#'));
    }
}
