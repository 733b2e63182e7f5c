package dzvin.detector.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.Report;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OpenReportsTest {
    private final Tables tables = Tables.inMemory();
    private final Table<OpenRow> rows = tables.table(OpenReports.TABLE);

    /** Reports of neighbouring buckets come mixed, buckets close one after another, and the stage begins anew at any time. */
    @Property(tries = 100, seed = "20261127")
    void aRestartFindsTheReportsOfOpenBucketsInTheOrderOfTheLog(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 400) int steps) {
        var random = new Random(seed);
        var open = new OpenReports(tables);
        var expected = new ArrayList<OpenReport>();
        long closedThrough = -1;
        for (int i = 0; i < steps; i++) {
            var report = new OpenReport(closedThrough + 1 + random.nextInt(3), i, report(random, i));
            expected.add(report);
            open.add(i, report);
            if (random.nextInt(20) == 0) {
                long closing = ++closedThrough;
                open.close(closing);
                expected.removeIf(each -> each.closing() == closing);
            }
            if (random.nextInt(20) == 0) {
                open = new OpenReports(tables);
                assertThat(restored(open, closedThrough)).isEqualTo(expected);
            }
        }
        assertThat(restored(new OpenReports(tables), closedThrough)).isEqualTo(expected);

        for (long bucket = closedThrough + 1; bucket <= closedThrough + 3; bucket++) {
            open.close(bucket);
        }
        assertThat(keys()).isEmpty();
    }

    @Test
    void manyReportsAreFewRows() throws IOException {
        var open = new OpenReports(tables);
        for (int i = 0; i < 1_000; i++) {
            open.add(i, new OpenReport(7, i, report("report-" + i, List.of("feature"))));
        }

        assertThat(keys()).hasSizeLessThan(1_000 / 20);
        assertThat(rows.get(keys().get(0)).reports()).hasSizeGreaterThan(20);
    }

    @Test
    void aReportAfterItsBucketHasClosedBeginsARowOfItsOwn() {
        var open = new OpenReports(tables);
        open.add(0, new OpenReport(7, 0, report("of a bucket that closes", List.of())));
        open.close(7);

        open.add(1, new OpenReport(8, 1, report("of the next one", List.of())));

        assertThat(keys()).containsExactly(SortedText.of(1));
        assertThat(rows.get(SortedText.of(1)))
                .satisfies(row -> assertThat(row.reports()).hasSize(1));
    }

    @Test
    void rowsOfBucketsThatHaveClosedAreRemovedByARestart() {
        new OpenReports(tables).add(0, new OpenReport(7, 0, report("closed", List.of())));

        assertThat(restored(new OpenReports(tables), 7)).isEmpty();

        assertThat(keys()).isEmpty();
    }

    /** Else its size would not be known when it begins to wait for a commit. */
    @Test
    void aReportThatIsLargerThanARowHasOneOfItsOwn() {
        var open = new OpenReports(tables);
        open.add(0, new OpenReport(7, 0, report("small", List.of())));
        open.add(1, new OpenReport(7, 1, report("large", List.of("x".repeat(5_000)))));
        open.add(2, new OpenReport(7, 2, report("small again", List.of())));

        assertThat(keys()).hasSize(3);
        assertThat(OpenRow.CODEC.room(rows.get(keys().get(1)))).isGreaterThan(5_000);
    }

    private static List<OpenReport> restored(OpenReports open, long closedThrough) {
        var restored = new ArrayList<OpenReport>();
        open.restore(closedThrough, restored::add);
        return restored;
    }

    private List<String> keys() {
        var keys = new ArrayList<String>();
        rows.forEach((key, row) -> keys.add(key));
        return keys;
    }

    private static Report report(Random random, int i) {
        return new Report(
                "report-" + i,
                random.nextLong(),
                random.nextBoolean() ? OptionalLong.of(random.nextLong()) : OptionalLong.empty(),
                maybe(random, random.nextBoolean() ? "+380441234567" : "044 123"),
                maybe(random, "UA-32"),
                random.nextBoolean() ? List.of() : List.of("appeal", "дзвін"),
                maybe(random, "family"),
                maybe(random, "somebody"));
    }

    private static Optional<String> maybe(Random random, String text) {
        return random.nextBoolean() ? Optional.of(text) : Optional.empty();
    }

    private static Report report(String id, List<String> features) {
        return new Report(
                id,
                0,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                features,
                Optional.empty(),
                Optional.empty());
    }
}
