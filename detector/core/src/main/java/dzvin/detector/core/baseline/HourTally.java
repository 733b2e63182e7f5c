package dzvin.detector.core.baseline;

import dzvin.detector.core.baseline.DayTally.Learned;

/** Takes the hours of one key, in their order, into what is known of how much they vary. This one knows of no days. */
class HourTally {
    /** An hour that counted something. */
    Learned busy(long hour, double people, double mean, Learned dispersions) {
        return dispersions.withHour(people, mean, 1);
    }

    /** Hours without a count say something too. */
    Learned quiet(long from, long to, double mean, Exposure stream, Learned dispersions) {
        long hours = to - from;
        return hours <= 0 ? dispersions : dispersions.withHour(0, expected(from, to, mean, stream) / hours, hours);
    }

    static double expected(long from, long to, double mean, Exposure stream) {
        return mean * Math.max(0, stream.atHour(to) - stream.atHour(from));
    }
}
