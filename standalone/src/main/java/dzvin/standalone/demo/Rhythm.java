package dzvin.standalone.demo;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** When in a week people report calls: invented, and shaped like a hotline's day. */
final class Rhythm {
    /** Relative rate by hour of the day in Ukraine; its mean is one. */
    private static final double[] HOURS = mean1(
            0.08, 0.05, 0.04, 0.03, 0.04, 0.10, 0.30, 0.70, 1.30, 1.90, 2.20, 2.20, 2.00, 1.80, 1.90, 1.90, 1.80, 1.70,
            1.50, 1.20, 0.90, 0.60, 0.30, 0.15);

    private static final double SATURDAY = 0.62;
    private static final double SUNDAY = 0.45;
    private static final double WEEKDAY = 1;
    private static final double HOLIDAY = 0.7;
    private static final int FIRST_DAYTIME_HOUR = 7;
    private static final int DAYTIME_TRIES = 6;
    private static final int SECONDS_PER_HOUR = 3600;

    private Rhythm() {}

    private static double[] mean1(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= weights.length / sum;
        }
        return weights;
    }

    /** How busy an hour is beside an average one. */
    static double hour(int hour) {
        return HOURS[hour];
    }

    /** How busy a day is beside an ordinary weekday. */
    static double day(LocalDate day, boolean holiday) {
        double rate = day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? SATURDAY
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? SUNDAY : WEEKDAY;
        return holiday ? rate * HOLIDAY : rate;
    }

    /** Some moment of a day. */
    static Instant within(LocalDate day, Draws draws) {
        return within(day, draws.weighted(HOURS), draws);
    }

    /** Some second of an hour of a day. */
    static Instant within(LocalDate day, int hour, Draws draws) {
        return day.atTime(hour, 0).atZone(UkrainePlan.ZONE).toInstant().plusSeconds(draws.below(SECONDS_PER_HOUR));
    }

    /** When the phone rang for a report received then: seldom at night. */
    static Instant calledBefore(Instant receivedAt, Draws draws) {
        var calledAt = receivedAt.minus(delay(draws));
        for (int tries = 0; tries < DAYTIME_TRIES && isNight(calledAt); tries++) {
            calledAt = receivedAt.minus(delay(draws));
        }
        return calledAt;
    }

    private static boolean isNight(Instant at) {
        return at.atZone(UkrainePlan.ZONE).getHour() < FIRST_DAYTIME_HOUR;
    }

    /** How long people wait before they report a call: mostly minutes, at times hours, seldom up to two days. */
    private static Duration delay(Draws draws) {
        double kind = draws.unit();
        double minutes = kind < 0.6
                ? draws.between(3, 90)
                : kind < 0.92 ? draws.between(90, 12 * 60) : draws.between(12 * 60, 48 * 60);
        return Duration.ofSeconds((long) (minutes * 60));
    }
}
