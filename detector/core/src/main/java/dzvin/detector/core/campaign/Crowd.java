package dzvin.detector.core.campaign;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.Digest;
import dzvin.detector.core.count.Voice;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Samples;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The people behind several keys over several hours, each report taken once however many keys it counts in. Exact while
 * no cell's sample is full; beyond it a coordinated sample by person, scaled up.
 *
 * @param bound person hashes below it are in, as unsigned
 * @param hours by hour: who spoke, in the order of the hashes
 */
public record Crowd(long bound, NavigableMap<Long, List<Voice>> hours) {
    private static final int SAMPLE = 20;
    private static final Comparator<Voice> BY_PERSON =
            (one, other) -> Long.compareUnsigned(one.person(), other.person());

    /** Gathers from one hour to another, both inclusive. */
    public static Crowd of(Samples samples, Collection<ViewKey> keys, long from, long to) {
        var cells = new TreeMap<Long, List<Cell>>();
        long bound = Cell.EVERYBODY;
        for (ViewKey key : keys) {
            samples.between(
                    key,
                    from,
                    to,
                    (hour, cell) -> cells.computeIfAbsent(hour, any -> new ArrayList<>())
                            .add(cell));
            long lowest = samples.lowestBound(key, from, to);
            bound = Long.compareUnsigned(lowest, bound) < 0 ? lowest : bound;
        }
        var hours = new TreeMap<Long, List<Voice>>();
        for (var hour : cells.entrySet()) {
            hours.put(hour.getKey(), union(hour.getValue(), bound));
        }
        return new Crowd(bound, hours);
    }

    private static List<Voice> union(List<Cell> cells, long bound) {
        if (cells.size() == 1) {
            return below(bound, cells.get(0).voices());
        }
        var all = new ArrayList<Voice>();
        for (Cell cell : cells) {
            all.addAll(below(bound, cell.voices()));
        }
        // The cells' own orders are runs that the sort makes use of; it keeps the order of the cells within a person.
        all.sort(BY_PERSON);
        var united = new ArrayList<Voice>(all.size());
        for (Voice voice : all) {
            int last = united.size() - 1;
            if (last >= 0 && united.get(last).person() == voice.person()) {
                united.set(last, same(united.get(last), voice));
            } else {
                united.add(voice);
            }
        }
        return Collections.unmodifiableList(united);
    }

    /** Those of voices in the order of hashes that are below a bound. */
    private static List<Voice> below(long bound, List<Voice> voices) {
        int end = voices.size();
        while (end > 0 && !isBelow(bound, voices.get(end - 1))) {
            end--;
        }
        return voices.subList(0, end);
    }

    private static boolean isBelow(long bound, Voice voice) {
        return bound == Cell.EVERYBODY || Long.compareUnsigned(voice.person(), bound) < 0;
    }

    /** One person's reports as two keys saw them: mostly the same ones. */
    private static Voice same(Voice one, Voice other) {
        Digest first = one.digest().report().compareTo(other.digest().report()) <= 0 ? one.digest() : other.digest();
        return new Voice(one.person(), Math.max(one.reports(), other.reports()), first);
    }

    /** Together with what a cell of an hour adds. */
    Crowd with(long hour, Cell cell) {
        long lower = Long.compareUnsigned(cell.bound(), bound) < 0 ? cell.bound() : bound;
        var all = new TreeMap<Long, List<Voice>>();
        hours.forEach((at, voices) -> all.put(at, union(List.of(new Cell(0, bound, voices)), lower)));
        var before = new Cell(0, bound, hours.getOrDefault(hour, List.of()));
        all.put(hour, union(List.of(before, cell), lower));
        return new Crowd(lower, all);
    }

    /** Ids of the sampled reports of people whose hash lies below a bound. */
    Set<String> reportsBelow(long lower) {
        var reports = new HashSet<String>();
        for (var voices : hours.values()) {
            below(lower, voices).forEach(voice -> reports.add(voice.digest().report()));
        }
        return reports;
    }

    /** The part from one hour on. */
    Crowd since(long hour) {
        return new Crowd(bound, hours.tailMap(hour, true));
    }

    /** The part that is about calls of which the desk learnt soon. */
    Crowd ofFreshCalls() {
        var fresh = new TreeMap<Long, List<Voice>>();
        hours.forEach((hour, voices) -> {
            boolean anyOld = voices.stream().anyMatch(voice -> voice.digest().calledLongAgo());
            fresh.put(
                    hour,
                    anyOld
                            ? voices.stream()
                                    .filter(voice -> !voice.digest().calledLongAgo())
                                    .toList()
                            : voices);
        });
        return new Crowd(bound, fresh);
    }

    /** Different people. */
    long people() {
        var people = new Headcount();
        hours.values().forEach(voices -> voices.forEach(voice -> people.add(voice.person())));
        return scaled(people.different());
    }

    /** Reports. */
    public long reports() {
        long reports = 0;
        for (var voices : hours.values()) {
            for (Voice voice : voices) {
                reports += voice.reports();
            }
        }
        return scaled(reports);
    }

    /** Ids of some of its reports: those of the people with the smallest hashes in the earliest hours. */
    public List<String> sample() {
        return hours.values().stream()
                .flatMap(List::stream)
                .limit(SAMPLE)
                .map(voice -> voice.digest().report())
                .toList();
    }

    /** From a count within the sample to one of everybody. */
    long scaled(long sampled) {
        return (long) (sampled / Cell.share(bound));
    }
}
