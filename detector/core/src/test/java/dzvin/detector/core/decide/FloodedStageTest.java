package dzvin.detector.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.TestPolicies;
import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.count.Digest;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.view.ViewKey;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Made-up features do not fill the ordered stage, and what is forgotten for them is the same with a restart in the middle. */
class FloodedStageTest {
    private static final Policy POLICY = TestPolicies.standard();
    private static final long FIRST = 20_000L * 288;
    private static final int FRESH_A_BUCKET = 4_000;
    private static final int BUCKETS = 8;
    private static final int WATCHED = 20_000;

    private final ReloadedTables undisturbed = new ReloadedTables();

    @Test
    void keysOfAClosedViewAreBoundedAndAFeatureThatComesAgainIsKept() {
        var stage = stage(undisturbed);
        floodFrom(0, BUCKETS, stage);

        assertThat(stage.forgottenKeys()).isEqualTo(14_000);
        assertThat(rows(undisturbed, "watched-keys"))
                .hasSizeLessThanOrEqualTo(WATCHED)
                .anyMatch(row -> row.startsWith("feature=steady "))
                .noneMatch(row -> row.startsWith("feature=made-up-0-0 "));
    }

    @Test
    void aRestartForgetsTheSameKeysAndLeavesNothingOfThem() {
        floodFrom(0, BUCKETS, stage(undisturbed));
        var restarted = new ReloadedTables();
        floodFrom(0, BUCKETS - 2, stage(restarted));
        floodFrom(BUCKETS - 2, BUCKETS, stage(restarted));

        for (TableSpec<?> table : DecisionStage.TABLES) {
            assertThat(rows(restarted, table.name()))
                    .as(table.name())
                    .isEqualTo(rows(undisturbed, table.name()))
                    .noneMatch(row -> row.contains("feature=made-up-0-0 "));
        }
    }

    /** Each key is looked at again when it may have been idle for too long: half a year, in a closed view. */
    @Test
    void keysThatWereForgottenAreNotLookedAtAgain() {
        var stage = stage(undisturbed);
        floodFrom(0, BUCKETS, stage);
        long halfAYearLater = FIRST + 200L * 288;

        stage.close(new ClosedBucket(halfAYearLater, List.of(), List.of(), List.of(), new TreeMap<>()));

        assertThat(rows(undisturbed, "watched-keys")).isEmpty();
    }

    private static DecisionStage stage(Tables tables) {
        return new DecisionStage(POLICY, tables, Labels.codes());
    }

    private static void floodFrom(int from, int to, DecisionStage stage) {
        for (int bucket = from; bucket < to; bucket++) {
            var cells = new ArrayList<KeyCell>();
            for (int i = 0; i < FRESH_A_BUCKET; i++) {
                cells.add(cell("made-up-" + bucket + "-" + i, bucket, 1_000_000L * bucket + i));
            }
            cells.add(cell("steady", bucket, -bucket - 1));
            cells.sort((one, other) -> one.key().compareTo(other.key()));
            stage.close(new ClosedBucket(FIRST + bucket, cells, List.of(), List.of(), new TreeMap<>()));
        }
    }

    private static KeyCell cell(String feature, int bucket, long person) {
        var digest = new Digest(
                "r" + person,
                0,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(feature),
                Optional.empty());
        return new KeyCell(new ViewKey("feature", "feature=" + feature), FIRST + bucket, Cell.of(person, digest));
    }

    private static List<String> rows(Tables tables, String name) {
        return DecisionStage.TABLES.stream()
                .filter(table -> table.name().equals(name))
                .flatMap(table -> rows(tables, table).stream())
                .toList();
    }

    private static <V> List<String> rows(Tables tables, TableSpec<V> spec) {
        var rows = new ArrayList<String>();
        tables.table(spec)
                .forEach((key, value) -> rows.add(
                        key + " " + HexFormat.of().formatHex(spec.codec().toBytes(value))));
        return rows;
    }
}
