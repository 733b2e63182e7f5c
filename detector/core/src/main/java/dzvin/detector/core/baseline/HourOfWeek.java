package dzvin.detector.core.baseline;

import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.time.TimeGrid;
import java.time.DayOfWeek;
import java.time.Instant;

/** Which of the 168 hours of a week an hour counts as, in the policy's zone; a holiday counts as a Sunday. */
final class HourOfWeek {
    static final int HOURS_OF_DAY = 24;
    static final int DAYS_OF_WEEK = 7;
    static final int SLOTS = HOURS_OF_DAY * DAYS_OF_WEEK;

    private final Policy.Calendar calendar;

    HourOfWeek(Policy.Calendar calendar) {
        this.calendar = calendar;
    }

    /** From 0, Monday's first hour. */
    int slot(long hour) {
        var local = Instant.ofEpochMilli(hour * TimeGrid.HOUR_MILLIS).atZone(calendar.zone());
        var day = calendar.holidays().contains(local.toLocalDate()) ? DayOfWeek.SUNDAY : local.getDayOfWeek();
        return (day.getValue() - 1) * HOURS_OF_DAY + local.getHour();
    }
}
