package dzvin.detector.core.campaign;

import dzvin.detector.core.decide.Estimate;
import dzvin.detector.core.decide.Evidence;
import dzvin.detector.core.decide.Onset;
import dzvin.detector.core.decide.Share;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * States what a crowd tells, final or early alike: counts, and the shares of regions, features, families and numbers.
 *
 * @param crowd the people of the window
 * @param expected reports that the baseline expects of them
 * @param expectedOfRegion how much of it is usual for a region's code
 * @param population inhabitants by region's code, as far as they are known
 */
record CrowdEvidence(
        Crowd crowd, double expected, ToDoubleFunction<String> expectedOfRegion, Map<String, Long> population) {
    /**
     * @param from start of the window, epoch milliseconds
     * @param to its end, epoch milliseconds
     * @param logEvidence ln of the e-value
     */
    Evidence of(Onset onset, long from, long to, Optional<Estimate> doubling, double logEvidence) {
        var makeup = Makeup.of(crowd);
        return new Evidence(
                onset,
                from,
                to,
                crowd.reports(),
                Math.min(expected, crowd.reports()),
                crowd.people(),
                makeup.numberCount(),
                makeup.withheld(),
                makeup.effectiveRegions(),
                makeup.shareOfOld(),
                regions(makeup),
                makeup.features(),
                makeup.families(),
                makeup.numbers(),
                doubling,
                Evidence.eValue(logEvidence),
                crowd.sample());
    }

    private List<Share> regions(Makeup makeup) {
        return makeup.regions(expectedOfRegion).stream()
                .map(share -> population.containsKey(share.code()) ? share.among(population.get(share.code())) : share)
                .toList();
    }
}
