package dzvin.detector.core.count;

import dzvin.detector.core.view.ViewKey;
import java.util.Arrays;
import java.util.List;

/**
 * A key of an open view, as long as it is alive: who reported, by slices of time within the longest scale, oldest first, and while it is
 * young its cells of earlier buckets. Immutable.
 *
 * <p>Most keys have one cell and never a second. Of such a one nothing is kept but that cell, packed: there are very many.
 */
final class LiveKey {
    /** Different people from which on a key is handed on. */
    static final int GROWN_FROM = 3;

    private final String view;
    private final boolean grown;
    private final long oldestSlice;
    private final long people;
    private final HeldCells held;
    /** Null while the one cell says it all. */
    private final List<PeopleSample> slices;

    private LiveKey(String view, boolean grown, List<PeopleSample> slices, long people, HeldCells held) {
        this.view = view;
        this.grown = grown;
        this.oldestSlice = slices.get(0).slice();
        this.people = people;
        this.held = held;
        this.slices = slices;
    }

    private LiveKey(String view, long slice, long people, HeldCells only) {
        this.view = view;
        this.grown = false;
        this.oldestSlice = slice;
        this.people = people;
        this.held = only;
        this.slices = null;
    }

    static LiveKey of(String view, boolean grown, List<PeopleSample> slices, HeldCells held) {
        return new LiveKey(view, grown, List.copyOf(slices), PeopleSample.count(slices), held);
    }

    /** A key that is handed on at its first sight. */
    static LiveKey grown(ViewKey key, PeopleSample first) {
        return of(key.view(), true, List.of(first), HeldCells.NONE);
    }

    /** A key at its first sight, which its cell is held of. */
    static LiveKey young(KeyCell first, long slice) {
        var held = HeldCells.of(first);
        return first.cell().isExact()
                ? ofOneCell(first.key().view(), slice, first.cell().people(), held)
                : of(first.key().view(), false, List.of(PeopleSample.of(slice, first.cell())), held);
    }

    /** A young key of which one cell says it all, whose people are all known. */
    static LiveKey ofOneCell(String view, long slice, long people, HeldCells cell) {
        return new LiveKey(view, slice, people, cell);
    }

    String view() {
        return view;
    }

    /** Whether it has had enough people to be handed on. */
    boolean grown() {
        return grown;
    }

    /** Whether its one cell says it all. */
    boolean isOfOneCell() {
        return slices == null;
    }

    /** Who reported, at least one slice. */
    List<PeopleSample> slices() {
        return isOfOneCell() ? List.of(PeopleSample.of(oldestSlice, held.first())) : slices;
    }

    /** Different people over all slices. */
    long people() {
        return people;
    }

    /** While young: its cells of earlier buckets. */
    HeldCells held() {
        return held;
    }

    long oldestSlice() {
        return oldestSlice;
    }

    long newestSlice() {
        return isOfOneCell() ? oldestSlice : slices.get(slices.size() - 1).slice();
    }

    /** Keys that would be missed least are forgotten first: young ones of one person, then of two. */
    int worth() {
        return grown ? 2 : people < 2 ? 0 : 1;
    }

    /** Different people of a young key, by its {@link #worth}. */
    static long peopleOfYoung(int worth) {
        return worth + 1L;
    }

    /** With another cell's people. */
    LiveKey with(PeopleSample added) {
        var before = slices();
        var all = with(before, added);
        long different = PeopleSample.areExact(all) ? people + added.newTo(before) : PeopleSample.count(all);
        return new LiveKey(view, grown, all, different, held);
    }

    LiveKey holding(HeldCells cells) {
        return new LiveKey(view, grown, slices(), people, cells);
    }

    /** From now on handed on, with nothing held. */
    LiveKey handedOn() {
        return new LiveKey(view, true, slices(), people, HeldCells.NONE);
    }

    /** What is left from a slice on; there must be something. */
    LiveKey from(long slice) {
        var all = slices();
        int old = 0;
        while (all.get(old).slice() < slice) {
            old++;
        }
        return of(view, grown, all.subList(old, all.size()), held);
    }

    /** One array for each list, which nobody changes: a busy key has a new one with each cell. */
    private static List<PeopleSample> with(List<PeopleSample> slices, PeopleSample added) {
        int place = slices.size();
        while (place > 0 && slices.get(place - 1).slice() > added.slice()) {
            place--;
        }
        boolean known = place > 0 && slices.get(place - 1).slice() == added.slice();
        var all = slices.toArray(new PeopleSample[known ? slices.size() : slices.size() + 1]);
        if (known) {
            all[place - 1] = all[place - 1].plus(added);
        } else {
            System.arraycopy(all, place, all, place + 1, slices.size() - place);
            all[place] = added;
        }
        return Arrays.asList(all);
    }
}
