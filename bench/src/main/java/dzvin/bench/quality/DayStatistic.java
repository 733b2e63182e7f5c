package dzvin.bench.quality;

/** A statistic of each day of one series, to be held against a threshold that it may know, as it does where it starts anew after an alarm. */
interface DayStatistic {
    double[] values(double threshold);

    /** One that knows no threshold. */
    static DayStatistic plain(double[] values) {
        return threshold -> values;
    }
}
