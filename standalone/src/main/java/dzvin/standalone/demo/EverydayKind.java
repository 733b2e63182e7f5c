package dzvin.standalone.demo;

import java.util.List;

/**
 * A kind of call that goes on every day.
 *
 * @param script its words
 * @param share of all everyday calls
 * @param pool how many numbers of its own call again and again
 * @param fromPool share of the calls from these
 * @param poolDays after how many days these numbers are thrown away and others taken; long for honest call centres
 * @param withheld share of the calls without a number
 * @param worded share of the reports that hold words, silence included
 * @param ticked share of the reports where what the words mean is ticked as well
 */
record EverydayKind(
        String script,
        double share,
        int pool,
        double fromPool,
        int poolDays,
        double withheld,
        double worded,
        double ticked) {
    /** All of them; the shares add up to one. */
    static List<EverydayKind> all() {
        return List.of(
                new EverydayKind("sales", 0.395, 60, 0.55, 400, 0.05, 0.7, 0),
                new EverydayKind("bank-fraud", 0.25, 14, 0.35, 4, 0.15, 0.75, 0.4),
                new EverydayKind("silent", 0.18, 25, 0.3, 30, 0.1, 0.5, 0),
                new EverydayKind("survey", 0.1, 8, 0.7, 400, 0.03, 0.6, 0.4),
                new EverydayKind("accident-fraud", 0.055, 5, 0.25, 5, 0.3, 0.85, 0.4),
                new EverydayKind("threats", 0.016, 3, 0.5, 20, 0.2, 0.8, 0.5),
                new EverydayKind("pow-fraud", 0.004, 2, 0.2, 10, 0.3, 0.9, 0.4));
    }
}
