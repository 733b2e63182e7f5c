package dzvin.detector.core.decide;

import java.util.List;
import java.util.Optional;

/**
 * Why something rang. Counts are of the window and exact while no cell holds more people than a cell's sample; beyond it they
 * are estimates. Times are epoch milliseconds.
 *
 * @param reports distinct reports
 * @param expected reports that the baseline expects
 * @param people different people
 * @param numbers different caller numbers
 * @param withheld reports without a number
 * @param effectiveRegions exp of the Shannon entropy of the regions' shares
 * @param calledLongAgo share of reports about calls more than a day before they were received
 * @param regions most reports first
 * @param features most reports first
 * @param families most reports first
 * @param leadingNumbers most reports first
 * @param doublingHours absent where the surge does not grow
 * @param eValue evidence against the baseline
 * @param sampleReports ids
 */
public record Evidence(
        Onset onset,
        long windowFrom,
        long windowTo,
        long reports,
        double expected,
        long people,
        long numbers,
        long withheld,
        double effectiveRegions,
        double calledLongAgo,
        List<Share> regions,
        List<Share> features,
        List<Share> families,
        List<Share> leadingNumbers,
        Optional<Estimate> doublingHours,
        double eValue,
        List<String> sampleReports) {
    /** The e-value of its natural logarithm: the largest number there is, where it is larger than any. */
    public static double eValue(double logEvidence) {
        return Math.min(Double.MAX_VALUE, StrictMath.exp(logEvidence));
    }
}
