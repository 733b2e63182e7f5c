package dzvin.detector.core.count;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.view.ViewKey;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** A live key counts its people as they come, and holds its cells whether they were packed meanwhile or not. */
class LiveKeyTest {
    private static final ViewKey KEY = new ViewKey("number", "number=+12025550100");

    @Property(tries = 200, seed = "20250627")
    void peopleCountedOneByOneAreThoseCountedAtOnce(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 40) int cells,
            @ForAll @IntRange(min = 1, max = 60) int inCell) {
        var random = new Random(seed);
        LiveKey key = null;
        for (int i = 0; i < cells; i++) {
            var sample = PeopleSample.of(random.nextInt(4), cell(random, inCell));
            key = key == null ? LiveKey.of("number", true, List.of(sample), HeldCells.NONE) : key.with(sample);
        }

        assertThat(key.people()).isEqualTo(PeopleSample.count(key.slices()));
        assertThat(key.slices())
                .extracting(PeopleSample::slice)
                .doesNotHaveDuplicates()
                .isSorted();
    }

    @Property(tries = 100, seed = "20250627")
    void heldCellsAreTheSameWhetherTheyWerePackedMeanwhile(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 90) int cells) {
        var random = new Random(seed);
        var kept = HeldCells.NONE;
        var packed = HeldCells.NONE;
        for (int i = 0; i < cells; i++) {
            var added = new KeyCell(KEY, random.nextInt(100), cell(random, 2));
            kept = kept.with(added, i / 2);
            packed = HeldCells.ofPacked(packed.with(added, i / 2).packed());
        }

        assertThat(kept.packed()).isEqualTo(packed.packed());
        assertThat(kept.from(KEY, 50)).isEqualTo(packed.from(KEY, 50));
        assertThat(kept.from(KEY, 0).size()).isBetween(0, 64);
    }

    @Property(tries = 100, seed = "20250627")
    void aKeyOfOneCellIsWhatItWouldBeSpeltOut(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int people, @ForAll boolean reread) {
        var random = new Random(seed);
        var first = new KeyCell(KEY, 7, cell(random, people));
        var young = LiveKey.young(first, 3);
        var key = reread ? new LiveKeyCodec().fromBytes(bytes(young)) : young;
        var speltOut = LiveKey.of("number", false, List.of(PeopleSample.of(3, first.cell())), HeldCells.of(first));
        var more = PeopleSample.of(4, cell(random, people));

        assertThat(key.slices()).usingRecursiveComparison().isEqualTo(speltOut.slices());
        assertThat(bytes(young).length).isLessThan(bytes(speltOut).length);
        assertThat(bytes(key.with(more))).isEqualTo(bytes(speltOut.with(more)));
        assertThat(bytes(key.with(more).from(4)))
                .isEqualTo(bytes(speltOut.with(more).from(4)));
        assertThat(bytes(key.handedOn())).isEqualTo(bytes(speltOut.handedOn()));
        assertThat(key.newestSlice()).isEqualTo(3);
        assertThat(key.people()).isEqualTo(speltOut.people());
        assertThat(key.held().from(KEY, 0)).containsExactly(first);
    }

    private static byte[] bytes(LiveKey key) {
        return new LiveKeyCodec().toBytes(key);
    }

    @Test
    void whatIsLeftFromASliceOnForgetsWhoCameBefore() {
        var key = LiveKey.of("number", false, List.of(sample(1, 5, 6), sample(2, 6), sample(4, 7)), HeldCells.NONE);

        assertThat(key.people()).isEqualTo(3);
        assertThat(key.from(2).people()).isEqualTo(2);
        assertThat(key.from(3).people()).isEqualTo(1);
    }

    private static PeopleSample sample(long slice, long... people) {
        return new PeopleSample(slice, Cell.EVERYBODY, people);
    }

    private static Cell cell(Random random, int people) {
        var builder = new CellBuilder(0);
        var persons = new TreeSet<Long>();
        for (int i = 0; i < people; i++) {
            persons.add(random.nextLong(1_000) - 500);
        }
        persons.forEach(person -> builder.add(Cell.of(person, digest(person))));
        return builder.build();
    }

    private static Digest digest(long person) {
        return new Digest(
                "report-" + person,
                person,
                OptionalLong.empty(),
                Optional.of("+12025550100"),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
