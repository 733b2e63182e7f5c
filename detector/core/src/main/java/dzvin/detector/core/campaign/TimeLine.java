package dzvin.detector.core.campaign;

import dzvin.detector.core.decide.CampaignSnapshot.SeriesPoint;
import dzvin.detector.core.time.TimeGrid;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a campaign reported by the hour, oldest first. Nearly two hundred hours are told anew at each look, so they stand in arrays and
 * not as objects. Used by one thread.
 */
final class TimeLine {
    private static final int FIRST_ROOM = 256;

    private long[] hours = new long[FIRST_ROOM];
    private double[] reports = new double[FIRST_ROOM];
    private double[] expected = new double[FIRST_ROOM];
    private int size;

    /** Takes hours, by their start in epoch milliseconds. */
    interface Action<E extends Exception> {
        void take(long at, double reports, double expected) throws E;
    }

    int size() {
        return size;
    }

    /** Adds an hour after all others, by its start in epoch milliseconds. */
    void add(long at, double count, double usual) {
        if (size == hours.length) {
            hours = Arrays.copyOf(hours, 2 * size);
            reports = Arrays.copyOf(reports, 2 * size);
            expected = Arrays.copyOf(expected, 2 * size);
        }
        hours[size] = at;
        reports[size] = count;
        expected[size] = usual;
        size++;
    }

    /** Tells the latest hours anew: all from the first step on, without a gap. */
    void retell(List<Onsets.Step> steps) {
        size = placeOf(steps.get(0).hour() * TimeGrid.HOUR_MILLIS);
        for (Onsets.Step step : steps) {
            add(step.hour() * TimeGrid.HOUR_MILLIS, StrictMath.round(step.count()), step.expected());
        }
    }

    void forgetBefore(long at) {
        int drop = placeOf(at);
        if (drop > 0) {
            System.arraycopy(hours, drop, hours, 0, size - drop);
            System.arraycopy(reports, drop, reports, 0, size - drop);
            System.arraycopy(expected, drop, expected, 0, size - drop);
            size -= drop;
        }
    }

    <E extends Exception> void forEach(Action<E> action) throws E {
        for (int i = 0; i < size; i++) {
            action.take(hours[i], reports[i], expected[i]);
        }
    }

    /** As it leaves the detector. */
    List<SeriesPoint> points() {
        var points = new ArrayList<SeriesPoint>(size);
        forEach((at, count, usual) -> points.add(new SeriesPoint(at, StrictMath.round(count), usual)));
        return points;
    }

    /** Index of the first hour that does not begin before this. */
    private int placeOf(long at) {
        int place = Arrays.binarySearch(hours, 0, size, at);
        return place >= 0 ? place : -place - 1;
    }
}
