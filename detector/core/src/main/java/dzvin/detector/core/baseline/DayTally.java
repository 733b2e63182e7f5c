package dzvin.detector.core.baseline;

/**
 * How much the hours and days of one key vary beside what was expected of them, on their way into the dispersion of its view.
 * Used by one thread.
 */
final class DayTally extends HourTally {
    double count;
    double expected;
    long day;

    DayTally(long day) {
        this.day = day;
    }

    @Override
    Learned busy(long hour, double people, double mean, Learned dispersions) {
        return add(hour, people, mean, super.busy(hour, people, mean, dispersions));
    }

    @Override
    Learned quiet(long from, long to, double mean, Exposure stream, Learned dispersions) {
        long hours = to - from;
        if (hours <= 0) {
            return dispersions;
        }
        double all = expected(from, to, mean, stream);
        var learned = super.quiet(from, to, mean, stream, dispersions);
        long firstDay = Math.floorDiv(from, 24L);
        long lastDay = Math.floorDiv(to - 1, 24L);
        if (firstDay == lastDay) {
            return add(from, 0, all, learned);
        }
        double anHour = all / hours;
        learned = add(from, 0, anHour * ((firstDay + 1) * 24 - from), learned);
        if (lastDay - firstDay > 1) {
            learned = add((firstDay + 1) * 24, 0, 0, learned).withDay(0, anHour * 24, lastDay - firstDay - 1);
        }
        return add(lastDay * 24, 0, anHour * (to - lastDay * 24), learned);
    }

    private Learned add(long hour, double people, double mean, Learned dispersions) {
        long another = Math.floorDiv(hour, 24L);
        var learned = dispersions;
        if (another != day) {
            learned = expected > 0 ? learned.withDay(count, expected, 1) : learned;
            day = another;
            count = 0;
            expected = 0;
        }
        count += people;
        expected += mean;
        return learned;
    }

    /** Dispersions of a view by the hour and by the day. */
    record Learned(Dispersion hour, Dispersion day) {
        static final Learned NOTHING = new Learned(Dispersion.NONE, Dispersion.NONE);

        Learned withHour(double count, double mean, double hours) {
            return mean > 0 ? new Learned(hour.with(count, mean, hours), day) : this;
        }

        Learned withDay(double count, double mean, double days) {
            return mean > 0 ? new Learned(hour, day.with(count, mean, days)) : this;
        }
    }
}
