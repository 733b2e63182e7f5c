package dzvin.detector.core.campaign;

import java.util.Collection;

/** How a whole is shared out. */
final class Shares {
    private Shares() {}

    /** exp of the Shannon entropy of the shares: how many equally busy ones would be as spread out. */
    static double effective(Collection<? extends Number> counts) {
        double total = counts.stream().mapToDouble(Number::doubleValue).sum();
        double entropy = 0;
        for (Number count : counts) {
            double share = count.doubleValue() / total;
            entropy -= share * StrictMath.log(share);
        }
        return counts.isEmpty() ? 0 : StrictMath.exp(entropy);
    }
}
