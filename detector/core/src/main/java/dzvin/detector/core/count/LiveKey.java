package dzvin.detector.core.count;

import java.util.Arrays;
import java.util.List;

/**
 * A key of an open view, as long as it is alive: who reported, by slices of time within the longest scale, oldest first, and while it is
 * young its cells of earlier buckets. Immutable.
 *
 * <p>Most keys have one cell and never a second. Of such a one nothing is kept but that cell.
 */
final class LiveKey {
    /** Different people from which on a key is handed on. */
    static final int GROWN_FROM = 3;

    private final String view;
    private final boolean grown;
    private final long oldestSlice;
    private final long people;
    /** The one cell and its bucket, while nothing else was ever said; else null. */
    private final Cell only;

    private final long bucket;
    /** Null while the one cell says it all. */
    private final HeldCells held;
    /** Null while the one cell says it all. */
    private final List<PeopleSample> slices;

    private LiveKey(String view, boolean grown, List<PeopleSample> slices, long people, HeldCells held) {
        this.view = view;
        this.grown = grown;
        this.oldestSlice = slices.get(0).slice();
        this.people = people;
        this.only = null;
        this.bucket = 0;
        this.held = held;
        this.slices = slices;
    }

    private LiveKey(KeyCell only, long slice) {
        this.view = only.key().view();
        this.grown = false;
        this.oldestSlice = slice;
        this.people = only.cell().people();
        this.only = only.cell();
        this.bucket = only.bucket();
        this.held = null;
        this.slices = null;
    }

    static LiveKey of(String view, boolean grown, List<PeopleSample> slices, HeldCells held) {
        return new LiveKey(view, grown, List.copyOf(slices), PeopleSample.count(slices), held);
    }

    /** A key at its first sight, which its cell is held of. */
    static LiveKey young(KeyCell first, long slice) {
        return first.cell().isExact()
                ? new LiveKey(first, slice)
                : of(first.key().view(), false, List.of(PeopleSample.of(slice, first.cell())), HeldCells.of(first));
    }

    String view() {
        return view;
    }

    /** Whether it has had enough people to be handed on. */
    boolean grown() {
        return grown;
    }

    /** Who reported, at least one slice. */
    List<PeopleSample> slices() {
        return only == null ? slices : List.of(PeopleSample.of(oldestSlice, only));
    }

    /** Different people over all slices. */
    long people() {
        return people;
    }

    /** While young: its cells of earlier buckets. */
    HeldCells held() {
        return only == null ? held : HeldCells.of(bucket, only);
    }

    long oldestSlice() {
        return oldestSlice;
    }

    long newestSlice() {
        return only != null ? oldestSlice : slices.get(slices.size() - 1).slice();
    }

    /** Keys that would be missed least are forgotten first: young ones of one person, then of two. */
    int worth() {
        return grown ? 2 : people < 2 ? 0 : 1;
    }

    /** With another cell's people. */
    LiveKey with(PeopleSample added) {
        var before = slices();
        var all = with(before, added);
        long different = PeopleSample.areExact(all) ? people + added.newTo(before) : PeopleSample.count(all);
        return new LiveKey(view, grown, all, different, held());
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
        return of(view, grown, all.subList(old, all.size()), held());
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
