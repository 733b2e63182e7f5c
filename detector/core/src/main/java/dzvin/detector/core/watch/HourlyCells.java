package dzvin.detector.core.watch;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.Voice;
import java.util.Arrays;
import java.util.HashSet;

/** What one key counted, hour by hour, oldest first; nearly always grown at its end. Used by one thread. */
final class HourlyCells {
    /** Of so many people or fewer who spoke lately no list is made: most keys have no more, and to look through their cells costs less. */
    private static final int FEW = 8;

    private final String text;
    /** Who spoke lately: made when more than a few did, and noted from then on. */
    private RecentPeople recent;

    private long[] hours = new long[1];
    private Cell[] cells = new Cell[1];
    private int size;
    /** How many of the cells hold a sample of their people only; hardly ever any. */
    private int sampled;

    /** Takes hours with what was counted in them. */
    interface Action {
        void take(long hour, Cell cell);
    }

    /** @param text of the key */
    HourlyCells(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    /**
     * How many of a cell's people said nothing to this key in the day before its hour, nor, where it comes late, in the day after. What was asked before changes nothing
     * in that: a restart at any time is told the same.
     */
    long newPeople(Cell cell, long hour) {
        boolean late = size > 0 && hours[size - 1] > hour;
        long from = hour - RecentPeople.HORIZON_HOURS;
        long to = late ? hour + RecentPeople.HORIZON_HOURS : hour;
        long heard = lowestBound(from, to);
        long bound = Long.compareUnsigned(heard, cell.bound()) < 0 ? heard : cell.bound();
        long found = found(cell, bound, from, to, late);
        if (late && recent != null) {
            recent.add(cell, bound, hour);
        }
        return (long) (found / Cell.share(bound));
    }

    /** Those of a cell's people below a bound who said nothing from one hour to another: to its own or, where it comes late, to one after it. */
    private long found(Cell cell, long bound, long from, long to, boolean late) {
        if (recent == null && sampledBetween(from, to) <= FEW) {
            return unheard(cell, bound, from, to);
        }
        return late ? silent(cell, bound, from, to) : recent(from, to).add(cell, bound, to);
    }

    private int sampledBetween(long from, long to) {
        int people = 0;
        for (int i = placeOf(from); i < size && hours[i] <= to; i++) {
            people += cells[i].sampled();
        }
        return people;
    }

    /** The same as {@link #silent}, where there are few to look through. */
    private long unheard(Cell cell, long bound, long from, long to) {
        long found = 0;
        for (int i = 0; i < cell.sampled(); i++) {
            long person = cell.voice(i).person();
            boolean sampledToo = bound == Cell.EVERYBODY || Long.compareUnsigned(person, bound) < 0;
            found += sampledToo && !spoke(person, from, to) ? 1 : 0;
        }
        return found;
    }

    private boolean spoke(long person, long from, long to) {
        for (int i = placeOf(from); i < size && hours[i] <= to; i++) {
            for (int voice = 0; voice < cells[i].sampled(); voice++) {
                if (cells[i].voice(voice).person() == person) {
                    return true;
                }
            }
        }
        return false;
    }

    private RecentPeople recent(long from, long to) {
        if (recent == null) {
            var people = new RecentPeople(sampledBetween(from, to));
            forEach(from, to, (hour, cell) -> people.add(cell, Cell.EVERYBODY, hour));
            recent = people;
        }
        return recent;
    }

    /** Those of a cell's people below a bound who said nothing from one hour to another; {@link RecentPeople} may have forgotten who spoke so long ago. */
    private long silent(Cell cell, long bound, long from, long to) {
        var heard = new HashSet<Long>();
        forEach(from, to, (hour, said) -> said.voices().forEach(voice -> heard.add(voice.person())));
        return cell.voices().stream()
                .mapToLong(Voice::person)
                .filter(person -> bound == Cell.EVERYBODY || Long.compareUnsigned(person, bound) < 0)
                .filter(person -> !heard.contains(person))
                .count();
    }

    void forgetRecent() {
        recent = null;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /**
     * Adds to an hour.
     *
     * @return whether the hour is new here
     */
    boolean add(long hour, Cell cell) {
        int place = placeOf(hour);
        if (place < size && hours[place] == hour) {
            sampled -= cells[place].isExact() ? 0 : 1;
            cells[place] = cells[place].merge(cell);
            sampled += cells[place].isExact() ? 0 : 1;
            return false;
        }
        insert(place, hour, cell);
        sampled += cell.isExact() ? 0 : 1;
        return true;
    }

    /** Each hour from one to another, both inclusive, that has something. */
    void forEach(long from, long to, Action action) {
        for (int i = placeOf(from); i < size && hours[i] <= to; i++) {
            action.take(hours[i], cells[i]);
        }
    }

    /** The lowest bound, unsigned, of the samples from one hour to another, both inclusive. */
    long lowestBound(long from, long to) {
        if (sampled == 0) {
            return Cell.EVERYBODY;
        }
        long lowest = Cell.EVERYBODY;
        for (int i = placeOf(from); i < size && hours[i] <= to; i++) {
            lowest = Long.compareUnsigned(cells[i].bound(), lowest) < 0 ? cells[i].bound() : lowest;
        }
        return lowest;
    }

    void forgetBefore(long hour) {
        int drop = 0;
        while (drop < size && hours[drop] < hour) {
            sampled -= sampled > 0 && !cells[drop].isExact() ? 1 : 0;
            drop++;
        }
        if (drop > 0) {
            int left = size - drop;
            System.arraycopy(hours, drop, hours, 0, left);
            System.arraycopy(cells, drop, cells, 0, left);
            Arrays.fill(cells, left, size, null);
            size = left;
            if (size < hours.length / 4) {
                hours = Arrays.copyOf(hours, Math.max(1, 2 * size));
                cells = Arrays.copyOf(cells, Math.max(1, 2 * size));
            }
        }
    }

    /** Index of the first hour that is not before this one; looked for from the end. */
    private int placeOf(long hour) {
        if (size == 0 || hours[size - 1] < hour) {
            return size;
        }
        int place = Arrays.binarySearch(hours, 0, size, hour);
        return place >= 0 ? place : -place - 1;
    }

    private void insert(int place, long hour, Cell cell) {
        if (size == hours.length) {
            hours = Arrays.copyOf(hours, 2 * size);
            cells = Arrays.copyOf(cells, 2 * size);
        }
        System.arraycopy(hours, place, hours, place + 1, size - place);
        System.arraycopy(cells, place, cells, place + 1, size - place);
        hours[place] = hour;
        cells[place] = cell;
        size++;
    }
}
