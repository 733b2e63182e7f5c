package dzvin.detector.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.Digest;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.time.TimeGrid;
import dzvin.detector.core.view.ViewKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SamplesTest {
    private static final TimeGrid GRID = TimeGrid.of(Duration.ofMinutes(5));
    private static final int KEYS = 12;
    private static final long FIRST_HOUR = 480_000;
    private static final long HOURS = Samples.KEPT_HOURS + 60;

    private long people;

    /** Late cells of hours that are about to be forgotten, and keys that are forgotten and come again, among them. */
    @Property(tries = 30, seed = "20250627")
    void aRestartAtAnyTimeChangesNothing(@ForAll long seed) {
        var random = new Random(seed);
        var tables = Tables.inMemory();
        var samples = new Samples(GRID, FIRST_HOUR, tables);
        for (long hour = FIRST_HOUR; hour < FIRST_HOUR + HOURS; hour++) {
            for (int step = 0; step < random.nextInt(4); step++) {
                long bucket = GRID.firstBucketOf(hour) + 3L * step;
                closeABucket(samples, bucket, random);
                if (random.nextInt(20) == 0) {
                    assertThat(everything(new Samples(GRID, hour, copy(tables))))
                            .isEqualTo(everything(samples));
                }
            }
            samples.forgetBefore(hour - Samples.KEPT_HOURS);
            if (random.nextInt(20) == 0) {
                tables = copy(tables);
                var anew = new Samples(GRID, hour + 1, tables);
                assertThat(everything(anew)).isEqualTo(everything(samples));
                samples = anew;
            }
        }
        assertThat(everything(samples)).isNotEmpty();
    }

    @Test
    void aBucketIsOneRowHoweverManyKeysItHasAndNothingIsLeftWhenItIsForgotten() {
        var tables = Tables.inMemory();
        var samples = new Samples(GRID, FIRST_HOUR, tables);
        for (int i = 0; i < 100; i++) {
            add(samples, key(i), GRID.firstBucketOf(FIRST_HOUR));
        }
        samples.endBucket();
        assertThat(rows(tables)).isEqualTo(1);

        samples.forgetBefore(FIRST_HOUR + 1);

        assertThat(rows(tables)).isZero();
        assertThat(everything(samples)).isEmpty();
    }

    @Test
    void manyKeysThatAreForgottenAtOnceStayForgottenAfterARestart() {
        var tables = Tables.inMemory();
        var samples = new Samples(GRID, FIRST_HOUR, tables);
        var texts = new TreeSet<String>();
        for (int i = 0; i < 1_200; i++) {
            add(samples, key(i), GRID.firstBucketOf(FIRST_HOUR));
            texts.add(key(i).text());
        }
        samples.forget(texts, GRID.firstBucketOf(FIRST_HOUR));

        var anew = new Samples(GRID, FIRST_HOUR, copy(tables));

        for (int i = 0; i < 1_200; i++) {
            assertThat(anew.of(key(i)).isEmpty()).as("key %d", i).isTrue();
        }
    }

    @Test
    void aRestartForgetsTheRowsOfThoseBeforeIt() {
        var tables = Tables.inMemory();
        var samples = new Samples(GRID, FIRST_HOUR, tables);
        add(samples, key(1), GRID.firstBucketOf(FIRST_HOUR));
        samples.endBucket();

        new Samples(GRID, FIRST_HOUR, tables).forgetBefore(FIRST_HOUR + 1);

        assertThat(rows(tables)).isZero();
    }

    @Test
    void aBucketOfVeryManyCellsIsSeveralRowsOfWhichNoneIsLargerThanAPage() {
        var tables = Tables.inMemory();
        var samples = new Samples(GRID, FIRST_HOUR, tables);
        for (int i = 0; i < 5_000; i++) {
            add(samples, key(i), GRID.firstBucketOf(FIRST_HOUR));
        }
        samples.endBucket();

        assertThat(rows(tables)).isGreaterThan(1);
        tables.table(SampleLog.TABLE)
                .forEach((row, entry) ->
                        assertThat(SampleLog.TABLE.codec().toBytes(entry)).hasSizeLessThan(64 << 10));
    }

    private void closeABucket(Samples samples, long bucket, Random random) {
        for (int i = random.nextInt(3); i > 0; i--) {
            var key = key(random.nextInt(KEYS));
            long before = bucket - 1 - random.nextLong(GRID.bucketsPerHour() * (Samples.KEPT_HOURS + 5));
            samples.addLate(new KeyCell(key, before, cell()), samples.of(key), bucket);
        }
        for (ViewKey key : some(random)) {
            if (random.nextInt(40) == 0) {
                samples.forget(Set.of(key(0).text(), key(1).text()), bucket);
            }
            add(samples, key, bucket);
        }
        samples.endBucket();
    }

    private void add(Samples samples, ViewKey key, long bucket) {
        samples.add(new KeyCell(key, bucket, cell()), samples.of(key));
    }

    private static Set<ViewKey> some(Random random) {
        var some = new TreeSet<ViewKey>();
        for (int i = random.nextInt(KEYS); i > 0; i--) {
            some.add(key(random.nextInt(KEYS)));
        }
        return some;
    }

    private static List<String> everything(Samples samples) {
        var all = new ArrayList<String>();
        for (int i = 0; i < 100; i++) {
            var key = key(i);
            samples.between(
                    key, Long.MIN_VALUE, Long.MAX_VALUE, (hour, cell) -> all.add(key + " " + hour + " " + said(cell)));
        }
        return all;
    }

    private static String said(Cell cell) {
        return cell.reports() + " " + cell.bound() + " " + new HashSet<>(cell.voices());
    }

    private static Tables copy(Tables from) {
        var to = Tables.inMemory();
        StateCodec<SampleEntry> codec = SampleLog.TABLE.codec();
        Table<SampleEntry> rows = to.table(SampleLog.TABLE);
        from.table(SampleLog.TABLE).forEach((row, entry) -> rows.put(row, codec.fromBytes(codec.toBytes(entry))));
        return to;
    }

    private static int rows(Tables tables) {
        var rows = new ArrayList<String>();
        tables.table(SampleLog.TABLE).forEach((row, entry) -> rows.add(row));
        return rows.size();
    }

    private static ViewKey key(int i) {
        return new ViewKey("feature", "feature=" + i);
    }

    private Cell cell() {
        people++;
        var digest = new Digest(
                "r" + people,
                people,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of("R1"),
                List.of("f"),
                Optional.empty());
        return Cell.of(people, digest);
    }
}
