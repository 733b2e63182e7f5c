package dzvin.detector.core.scan;

/**
 * How often chance alone brings a window with so high a count: the rate of clumps of windows, sliding without pause,
 * that reach {@code k} while each is expected to hold μ.
 *
 * <p>For a Poisson process the rate of clumps a window length is {@code (k − μ) · p(k)} (Alm 1997, "On the distributions of
 * scan statistics of a two-dimensional Poisson process"; Naus 1982 has the same leading term): windows reach k by an
 * arrival, and the factor {@code 1 − μ/k} counts each clump of such windows once. Where the rate itself has a
 * gamma factor that outlasts the window, the mean over that factor is
 *
 * <pre>  p(k; μ, r) · r (k − μ) / (r + μ)</pre>
 *
 * since {@code E[Λμ | N = k] = μ (r + k) / (r + μ)}. It holds for k well above μ. Where it falls below the tail P(N ≥ k), because k
 * is near μ or the gamma factor and not the sliding brings the high counts, the tail counts: a factor anew for each window.
 * Sums over keys and scales bound the rate of the whole system, whatever depends on what.
 */
public final class Recurrence {
    private Recurrence() {}

    /** Expected clumps a window length; 1 where the count is not above what is expected. */
    public static double perWindow(long count, NegativeBinomial baseline) {
        if (count <= baseline.mean()) {
            return 1;
        }
        double pmf = baseline.pmf(count);
        return Math.min(1, Math.max(bySliding(count, baseline, pmf), baseline.tail(count, pmf)));
    }

    /**
     * The part that sliding brings, for a count above the mean.
     *
     * @param pmf P(N = k)
     */
    public static double bySliding(long count, NegativeBinomial baseline, double pmf) {
        double clumps = baseline.size() * (count - baseline.mean()) / (baseline.size() + baseline.mean());
        return pmf * clumps;
    }
}
