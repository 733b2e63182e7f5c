package dzvin.detector.core.campaign;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.Digest;
import dzvin.detector.core.count.Voice;
import dzvin.detector.core.view.ViewKey;
import dzvin.detector.core.watch.Samples;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The people behind several keys over several hours, each report taken once however many keys it counts in. Exact while
 * no cell's sample is full; beyond it a coordinated sample by person, scaled up.
 *
 * @param bound person hashes below it are in, as unsigned
 * @param hours by hour: who spoke, in the order of the hashes
 */
public record Crowd(long bound, NavigableMap<Long, List<Voice>> hours) {
    private static final int SAMPLE = 20;

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
        var byPerson = new TreeMap<Long, Voice>(Long::compareUnsigned);
        for (Cell cell : cells) {
            for (Voice voice : cell.voices()) {
                if (bound == Cell.EVERYBODY || Long.compareUnsigned(voice.person(), bound) < 0) {
                    byPerson.merge(voice.person(), voice, Crowd::same);
                }
            }
        }
        return List.copyOf(byPerson.values());
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

    List<Voice> voices() {
        var voices = new ArrayList<Voice>();
        hours.values().forEach(voices::addAll);
        return voices;
    }

    /** Ids of the sampled reports of people whose hash lies below a bound. */
    Set<String> reportsBelow(long lower) {
        return voices().stream()
                .filter(voice -> lower == Cell.EVERYBODY || Long.compareUnsigned(voice.person(), lower) < 0)
                .map(voice -> voice.digest().report())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /** The part from one hour on. */
    Crowd since(long hour) {
        return new Crowd(bound, new TreeMap<>(hours.tailMap(hour, true)));
    }

    /** The part that is about calls of which the desk learnt soon. */
    Crowd ofFreshCalls() {
        var fresh = new TreeMap<Long, List<Voice>>();
        hours.forEach((hour, voices) -> fresh.put(
                hour,
                voices.stream().filter(voice -> !voice.digest().calledLongAgo()).toList()));
        return new Crowd(bound, fresh);
    }

    /** Different people. */
    long people() {
        var persons = new HashSet<Long>();
        hours.values().forEach(voices -> voices.forEach(voice -> persons.add(voice.person())));
        return scaled(persons.size());
    }

    /** Reports. */
    public long reports() {
        return scaled(voices().stream().mapToLong(Voice::reports).sum());
    }

    /** Ids of some of its reports: those of the people with the smallest hashes in the earliest hours. */
    public List<String> sample() {
        return voices().stream()
                .limit(SAMPLE)
                .map(voice -> voice.digest().report())
                .toList();
    }

    /** From a count within the sample to one of everybody. */
    long scaled(long sampled) {
        return (long) (sampled / Cell.share(bound));
    }
}
