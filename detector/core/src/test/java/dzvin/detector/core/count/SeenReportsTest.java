package dzvin.detector.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Times are in buckets: a watermark of 20 is in bucket 2. */
class SeenReportsTest {
    private static final long BUCKET = 10;
    private static final long HORIZON = 100;
    private static final int TOLD = 3_000;
    private static final int IDS = 700;

    /** Against a plain map from each id to when it was seen first. */
    @Property(tries = 60, seed = "20251126")
    void anIdIsNewExactlyIfItWasNotSeenWithinTheHorizon(
            @ForAll long seed, @ForAll @IntRange(min = 0, max = 400) int most) {
        var random = new SplittableRandom(seed);
        var told = new Told(most);

        for (int i = 0; i < TOLD; i++) {
            told.timeGoesOn(random.nextInt(12) == 0 ? random.nextInt(15) : 0);
            if (random.nextInt(400) == 0) {
                told.restart();
            }
            told.report("id-" + random.nextInt(IDS), random.nextInt(4) == 0 ? 1 : 0);
        }

        assertThat(told.answers).isEqualTo(told.expected);
    }

    @Test
    void manyIdsOfOneBucketAreWrittenInPagesAndFound() {
        var tables = Tables.inMemory();
        var seen = new SeenReports(HORIZON, tables);
        int ids = 5 * SeenPage.FULL + 7;
        for (int i = 0; i < ids; i++) {
            assertThat(seen.isNew("id-" + i, 5, 0)).isTrue();
        }
        seen.close(0);

        for (int i = 0; i < ids; i++) {
            assertThat(seen.isNew("id-" + i, 50, 5)).isFalse();
        }
        assertThat(rows(SeenReports.PAGES, tables)).hasSize(6);
    }

    @Test
    void whatIsBeyondTheIndexIsFoundRowByRowAndForgottenInTheEnd() {
        var tables = Tables.inMemory();
        var seen = new SeenReports(HORIZON, 10, tables);
        for (int i = 0; i < 40; i++) {
            seen.isNew("id-" + i, 5 + i, i / 10);
        }
        for (int bucket = 0; bucket < 4; bucket++) {
            seen.close(bucket);
        }

        assertThat(rows(SeenReports.SINGLY, tables)).hasSize(30);
        for (int i = 0; i < 40; i++) {
            assertThat(seen.isNew("id-" + i, 60, 6)).isFalse();
        }
        seen.forgetBefore(4);
        assertThat(rows(SeenReports.SINGLY, tables)).isEmpty();
        assertThat(rows(SeenReports.PAGES, tables)).isEmpty();
    }

    @Test
    void aRowOfAnIdThatWasSeenAgainSinceIsNotForgottenWithTheFirst() {
        var tables = Tables.inMemory();
        var seen = new SeenReports(HORIZON, 0, tables);
        seen.isNew("a", 5, 0);
        seen.close(0);
        assertThat(seen.isNew("a", 105, 10)).isTrue();
        seen.close(10);

        seen.forgetBefore(1);

        assertThat(seen.isNew("a", 110, 11)).isFalse();
    }

    @Test
    void theIndexGrowsWithWhatIsAliveAndNotWithWhatHasPassed() {
        var alive = new int[] {0};
        var index = new IdIndex(place -> place > alive[0]);
        for (int place = 1; place <= 1_000_000; place++) {
            alive[0] = place - 1_000;
            index.add(Integer.reverse(place), place);
        }

        assertThat(index.room()).isLessThanOrEqualTo(4_096);
        assertThat(index.anyMatch(Integer.reverse(1_000_000), place -> place == 1_000_000))
                .isTrue();
    }

    @Test
    void idsOfTheSameHashAreToldApart() {
        var index = new IdIndex(place -> true);
        index.add(7, 1);
        index.add(7, 2);

        assertThat(index.anyMatch(7, place -> place == 2)).isTrue();
        assertThat(index.anyMatch(7, place -> place == 3)).isFalse();
        assertThat(index.anyMatch(8, place -> true)).isFalse();
    }

    @Test
    void textsThatDifferInLengthAloneHaveOtherHashes() {
        var hash = new IdHash(new SplittableRandom(1));

        assertThat(hash.of("a")).isNotEqualTo(hash.of("a\0"));
        assertThat(hash.of("a".repeat(1_000))).isNotEqualTo(hash.of("a".repeat(999)));
        assertThat(hash.of("a".repeat(1_000))).isEqualTo(hash.of("a".repeat(1_000)));
    }

    private static <V> Map<String, V> rows(TableSpec<V> spec, Tables tables) {
        var rows = new TreeMap<String, V>();
        tables.table(spec).forEach(rows::put);
        return rows;
    }

    /** Ids as they are told, beside what a plain map says of them. */
    private static final class Told {
        private final int most;
        private final Map<String, Long> firstSeen = new HashMap<>();
        private final TreeMap<Long, Map<String, Long>> open = new TreeMap<>();
        private final ArrayList<Boolean> answers = new ArrayList<>();
        private final ArrayList<Boolean> expected = new ArrayList<>();
        private Tables tables = Tables.inMemory();
        private SeenReports seen;
        private long watermark;

        Told(int most) {
            this.most = most;
            this.seen = new SeenReports(HORIZON, most, tables);
        }

        /** A bucket closes when time has passed its end; then what is too old is forgotten. */
        void timeGoesOn(long by) {
            watermark += by;
            while (!open.isEmpty() && open.firstKey() < watermark / BUCKET) {
                seen.close(open.pollFirstEntry().getKey());
            }
            seen.forgetBefore((watermark - HORIZON) / BUCKET);
        }

        void report(String id, int later) {
            long closing = watermark / BUCKET + later;
            var before = firstSeen.get(id);
            boolean isNew = before == null || watermark - before >= HORIZON;
            expected.add(isNew);
            answers.add(seen.isNew(id, watermark, closing));
            if (isNew) {
                firstSeen.put(id, watermark);
                open.computeIfAbsent(closing, any -> new TreeMap<>()).put(id, watermark);
            }
        }

        /** From bytes, with the open buckets' ids told by those who keep them. */
        void restart() {
            var copies = Tables.inMemory();
            copy(SeenReports.PAGES, copies);
            copy(SeenReports.SINGLY, copies);
            tables = copies;
            seen = new SeenReports(HORIZON, most, tables);
            open.forEach((closing, ids) -> ids.forEach((id, at) -> seen.restore(id, at, closing)));
        }

        private <V> void copy(TableSpec<V> spec, Tables to) {
            Table<V> target = to.table(spec);
            StateCodec<V> codec = spec.codec();
            tables.table(spec).forEach((key, value) -> target.put(key, codec.fromBytes(codec.toBytes(value))));
        }
    }
}
