package dzvin.detector.core.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.Digest;
import dzvin.detector.core.count.Voice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Cells by the hour, and who spoke lately, are what plain maps of them would be. */
class HourlyCellsTest {
    @Property(tries = 200, seed = "20250627")
    void cellsAreThoseOfAMapByTheHour(@ForAll long seed, @ForAll @IntRange(min = 1, max = 100) int hours) {
        var random = new Random(seed);
        var plain = new TreeMap<Long, Cell>();
        var cells = new HourlyCells("all");
        long forgotten = 0;
        for (int i = 0; i < 300; i++) {
            long hour = forgotten + random.nextInt(hours);
            var cell = cell(random);
            assertThat(cells.add(hour, cell)).isEqualTo(!plain.containsKey(hour));
            plain.merge(hour, cell, Cell::merge);
            if (random.nextInt(10) == 0) {
                forgotten += random.nextInt(20);
                cells.forgetBefore(forgotten);
                plain.headMap(forgotten).clear();
            }
            long from = forgotten + random.nextInt(hours);
            assertThat(cells.lowestBound(from, from + 24)).isEqualTo(lowestBound(plain, from, from + 24));
        }

        var found = new TreeMap<Long, Cell>();
        cells.forEach(0, Long.MAX_VALUE, found::put);
        assertThat(found).isEqualTo(plain);
        assertThat(cells.isEmpty()).isEqualTo(plain.isEmpty());
    }

    @Property(tries = 200, seed = "20250627")
    void whoIsNewDoesNotDependOnWhatWasAskedBefore(@ForAll long seed, @ForAll @IntRange(min = 1, max = 60) int people) {
        var random = new Random(seed);
        var spoke = new TreeMap<Long, SortedSet<Long>>();
        var cells = new HourlyCells("all");
        long now = 1_000;
        for (int i = 0; i < 200; i++) {
            now += random.nextInt(6) == 0 ? random.nextInt(30) : 0;
            boolean late = random.nextInt(4) == 0;
            long hour = late ? now - random.nextInt(40) : now;
            if (random.nextInt(10) == 0) {
                cells.forgetRecent();
            }
            var persons = persons(random, people);
            long silent = persons.stream()
                    .filter(
                            person -> !spoke
                                    .subMap(hour - RecentPeople.HORIZON_HOURS, hour + RecentPeople.HORIZON_HOURS + 1)
                                    .values()
                                    .stream()
                                    .anyMatch(heard -> heard.contains(person)))
                    .count();

            var cell = of(persons);
            assertThat(cells.newPeople(cell, hour)).isEqualTo(silent);

            cells.add(hour, cell);
            spoke.computeIfAbsent(hour, any -> new TreeSet<>()).addAll(persons);
        }
    }

    @Property(tries = 200, seed = "20250627")
    void newcomersAreThoseWhoWereSilentForADay(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int people) {
        var random = new Random(seed);
        Map<Long, Long> spoke = new HashMap<>();
        var recent = new RecentPeople(0);
        long hour = 1_000;
        for (int i = 0; i < 200; i++) {
            hour += random.nextInt(8) == 0 ? random.nextInt(40) : random.nextInt(2);
            var cell = of(persons(random, people));
            long bound = random.nextInt(4) == 0 ? person(random.nextInt(people)) : Cell.EVERYBODY;
            long newcomers = 0;
            for (Voice voice : cell.voices()) {
                boolean sampled = bound == Cell.EVERYBODY || Long.compareUnsigned(voice.person(), bound) < 0;
                newcomers += sampled && spoke.getOrDefault(voice.person(), 0L) < hour - 24 ? 1 : 0;
                spoke.merge(voice.person(), hour, Math::max);
            }

            assertThat(recent.add(cell, bound, hour)).isEqualTo(newcomers);
        }
    }

    private static long lowestBound(NavigableMap<Long, Cell> cells, long from, long to) {
        return cells.subMap(from, true, to, true).values().stream()
                .map(Cell::bound)
                .min(Long::compareUnsigned)
                .orElse(Cell.EVERYBODY);
    }

    /** Now and then one that holds a sample of its people only. */
    private static Cell cell(Random random) {
        var whole = of(persons(random, 50));
        long bound = 1_000L * person(50);
        return random.nextInt(8) == 0
                ? new Cell(whole.reports() + 1, bound + random.nextInt(1_000), whole.voices())
                : whole;
    }

    private static SortedSet<Long> persons(Random random, int of) {
        var persons = new TreeSet<Long>();
        for (int i = 0; i <= random.nextInt(5); i++) {
            persons.add(person(random.nextInt(of)));
        }
        return persons;
    }

    private static long person(int number) {
        return 1 + number * 1_000_003L;
    }

    private static Cell of(SortedSet<Long> persons) {
        List<Voice> voices = new ArrayList<>();
        persons.forEach(person -> voices.add(new Voice(person, 1, digest(person))));
        return new Cell(voices.size(), Cell.EVERYBODY, voices);
    }

    private static Digest digest(long person) {
        return new Digest(
                "report-" + person,
                person,
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
