package dzvin.detector.core.count;

import java.util.ArrayList;
import java.util.List;

/**
 * A key of an open view, as long as it is alive.
 *
 * @param grown whether it has had enough people to be handed on
 * @param slices who reported, by slices of time within the longest scale, oldest first, at least one
 * @param people different people over all slices
 * @param held while young: its cells of earlier buckets
 */
record LiveKey(String view, boolean grown, List<PeopleSample> slices, long people, HeldCells held) {
    /** Different people from which on a key is handed on. */
    static final int GROWN_FROM = 3;

    static LiveKey of(String view, boolean grown, List<PeopleSample> slices, HeldCells held) {
        return new LiveKey(view, grown, List.copyOf(slices), PeopleSample.count(slices), held);
    }

    long oldestSlice() {
        return slices.get(0).slice();
    }

    /** Keys that would be missed least are forgotten first: young ones of one person, then of two. */
    int worth() {
        return grown ? 2 : people < 2 ? 0 : 1;
    }

    /** With another cell's people. */
    LiveKey with(PeopleSample added) {
        var all = slicesWith(added);
        long different = PeopleSample.areExact(all) ? people + added.newTo(slices) : PeopleSample.count(all);
        return new LiveKey(view, grown, all, different, held);
    }

    LiveKey holding(HeldCells cells) {
        return new LiveKey(view, grown, slices, people, cells);
    }

    /** From now on handed on, with nothing held. */
    LiveKey handedOn() {
        return new LiveKey(view, true, slices, people, HeldCells.NONE);
    }

    /** What is left from a slice on; there must be something. */
    LiveKey from(long slice) {
        int old = 0;
        while (slices.get(old).slice() < slice) {
            old++;
        }
        return of(view, grown, slices.subList(old, slices.size()), held);
    }

    long newestSlice() {
        return slices.get(slices.size() - 1).slice();
    }

    private List<PeopleSample> slicesWith(PeopleSample added) {
        int place = slices.size();
        while (place > 0 && slices.get(place - 1).slice() > added.slice()) {
            place--;
        }
        var all = new ArrayList<PeopleSample>(slices.size() + 1);
        all.addAll(slices);
        if (place > 0 && slices.get(place - 1).slice() == added.slice()) {
            all.set(place - 1, slices.get(place - 1).plus(added));
        } else {
            all.add(place, added);
        }
        return List.copyOf(all);
    }
}
