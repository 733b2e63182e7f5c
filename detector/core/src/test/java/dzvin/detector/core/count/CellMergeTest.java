package dzvin.detector.core.count;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Cells are one and the same, however their reports were divided. */
class CellMergeTest {
    @Property(tries = 60, seed = "20250627")
    void anyDivisionAndOrderGivesTheSameCell(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 900) int size,
            @ForAll @IntRange(min = 1, max = 6) int parts) {
        var random = new Random(seed);
        var reports = reports(random, size);
        var whole = built(reports);

        var cells = new ArrayList<Cell>();
        for (int part = 0; part < parts; part++) {
            cells.add(part == 0 ? built(part(reports, parts, part)) : merged(part(reports, parts, part)));
        }
        Collections.shuffle(cells, random);

        assertThat(cells.stream().reduce(Cell.EMPTY, Cell::merge)).isEqualTo(whole);
    }

    @Property(tries = 60, seed = "20250627")
    void peopleAreExactWhileTheyAreFew(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = Cell.LARGEST_SAMPLE) int people) {
        var builder = new CellBuilder(0);
        var random = new Random(seed);
        long[] hashes = random.longs(people).distinct().toArray();
        for (int i = 0; i < people * 3; i++) {
            builder.add(Cell.of(hashes[i % hashes.length], digest(i)));
        }

        assertThat(builder.build().people()).isEqualTo(hashes.length);
        assertThat(builder.build().reports()).isEqualTo(people * 3L);
    }

    @Test
    void manyPeopleAreEstimatedWithinFourStandardErrors() {
        var builder = new CellBuilder(0);
        for (int person = 0; person < 20_000; person++) {
            builder.add(Cell.of(Persons.hash("person-" + person), digest(person)));
        }

        assertThat(builder.build().people() / 20_000.0).isCloseTo(1, within(4 / Math.sqrt(126)));
    }

    @Test
    void madeUpIdsWithTinyHashesDoNotPassForAMultitude() {
        var builder = new CellBuilder(0);
        for (int person = 0; person < 200; person++) {
            builder.add(Cell.of(person, digest(person)));
        }

        assertThat(builder.build().people()).isEqualTo(200);
    }

    private record Reported(long person, Digest digest) {}

    private static List<Reported> reports(Random random, int size) {
        var reports = new ArrayList<Reported>();
        for (int i = 0; i < size; i++) {
            reports.add(new Reported(Persons.hash("p" + random.nextInt(size)), digest(i)));
        }
        return reports;
    }

    private static List<Reported> part(List<Reported> all, int parts, int part) {
        var some = new ArrayList<Reported>();
        for (int i = part; i < all.size(); i += parts) {
            some.add(all.get(i));
        }
        return some;
    }

    private static Cell built(List<Reported> reports) {
        var builder = new CellBuilder(0);
        reports.forEach(report -> builder.add(Cell.of(report.person(), report.digest())));
        return builder.build();
    }

    private static Cell merged(List<Reported> reports) {
        return reports.stream()
                .map(report -> Cell.of(report.person(), report.digest()))
                .reduce(Cell.EMPTY, Cell::merge);
    }

    private static Digest digest(int report) {
        return new Digest(
                "r" + report,
                report,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of("UA-32"),
                List.of("f"),
                Optional.empty());
    }
}
