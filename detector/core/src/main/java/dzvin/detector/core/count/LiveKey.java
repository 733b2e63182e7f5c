package dzvin.detector.core.count;

import java.util.ArrayList;
import java.util.List;

/**
 * A key of an open view, as long as it is alive.
 *
 * @param grown whether it has had enough people to be handed on
 * @param slices who reported, by slices of time within the longest scale, oldest first, at least one
 * @param people different people over all slices
 * @param held while young: its cells of earlier buckets, packed, since there may be very many young keys
 */
@SuppressWarnings("ArrayRecordComponent") // there may be very many, and they are never compared
record LiveKey(String view, boolean grown, List<PeopleSample> slices, long people, byte[] held) {
    /** Different people from which on a key is handed on. */
    static final int GROWN_FROM = 3;

    static LiveKey of(String view, boolean grown, List<PeopleSample> slices, byte[] held) {
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
    List<PeopleSample> slicesWith(PeopleSample added) {
        var all = new ArrayList<PeopleSample>(slices.size() + 1);
        boolean placed = false;
        for (PeopleSample slice : slices) {
            if (!placed && slice.slice() > added.slice()) {
                all.add(added);
                placed = true;
            }
            boolean same = slice.slice() == added.slice();
            all.add(same ? slice.plus(added) : slice);
            placed |= same;
        }
        if (!placed) {
            all.add(added);
        }
        return all;
    }

    /** What is left of the slices from this one on. */
    List<PeopleSample> slicesFrom(long slice) {
        return slices.stream().filter(sample -> sample.slice() >= slice).toList();
    }
}
