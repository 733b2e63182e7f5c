package dzvin.detector.core.campaign;

import dzvin.detector.core.scan.NegativeBinomial;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How unlike parts of a stream rise, when the stream as a whole does. Each part's rise, in units of what the whole's would give it,
 * has a mean of one; its variance across parts, weighted by how much each can tell, is what is estimated here, by moments, as the
 * variance between studies is in a meta-analysis (Cochran 1954; DerSimonian and Laird 1986):
 *
 * <pre>  Q = Σ (x − Lμ)² / v,   I = Σ ((L − 1) μ)² / v,   variance = (Q − (parts − 1)) / I</pre>
 *
 * with L the lift of all parts together and v the variance of a count of mean Lμ. It is nought when everything rises alike. When the rise is in parts that usually
 * make up a share g of the stream, and evenly in those, it is {@code 1/g − 1}.
 *
 * @param parts that can be told apart: those of which too little is expected are taken together
 * @param variance may be below nought by chance
 * @param error standard error of the variance
 */
record Unlikeness(int parts, double variance, double error) {
    /** A part of which fewer people are expected tells nothing by itself. */
    private static final double FEWEST_EXPECTED = 2;

    /**
     * What was counted of a part, and what chance brings to it.
     *
     * @param people counted
     * @param usual before it rose
     */
    record Part(double people, NegativeBinomial usual) {
        private Part with(Part other) {
            double mean = usual.mean() + other.usual.mean();
            double extra = extra(usual) + extra(other.usual);
            return new Part(people + other.people, new NegativeBinomial(mean, mean * mean / extra));
        }

        private static double extra(NegativeBinomial count) {
            return count.mean() * count.mean() / count.size();
        }
    }

    /** Of parts; what has not risen in all has not risen alike. */
    static Unlikeness of(List<Part> parts) {
        double people = parts.stream().mapToDouble(Part::people).sum();
        double usual = parts.stream().mapToDouble(part -> part.usual().mean()).sum();
        double lift = people / usual;
        if (lift <= 1) {
            return new Unlikeness(parts.size(), Double.POSITIVE_INFINITY, 0);
        }
        double heterogeneity = 0;
        double information = 0;
        var telling = telling(parts, lift);
        for (Part part : telling) {
            double mean = lift * part.usual().mean();
            double variance = mean + mean * mean / part.usual().size();
            double beyond = part.people() - mean;
            double rise = mean - part.usual().mean();
            heterogeneity += beyond * beyond / variance;
            information += rise * rise / variance;
        }
        double freedom = telling.size() - 1.0;
        double excess = heterogeneity - freedom;
        double error = StrictMath.sqrt(2 * freedom + 4 * Math.max(0, excess)) / information;
        return new Unlikeness(telling.size(), excess / information, error);
    }

    private static List<Part> telling(List<Part> parts, double lift) {
        var telling = new ArrayList<Part>();
        Part small = null;
        for (Part part : parts.stream()
                .sorted(Comparator.comparingDouble(part -> part.usual().mean()))
                .toList()) {
            small = small == null ? part : small.with(part);
            if (lift * small.usual().mean() >= FEWEST_EXPECTED) {
                telling.add(small);
                small = null;
            }
        }
        if (small != null) {
            telling.add(small);
        }
        return telling;
    }

    /** Whether the rise is surely, by two standard errors, not confined to parts that make up less than a share of what is usual. */
    boolean covers(double share) {
        return Math.max(0, variance) + 2 * error <= 1 / share - 1;
    }
}
