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
    private static final int MOST_CODES = 64;
    private static final int MOST_NUMBERS = 10;

    /**
     * @param from start of the window, epoch milliseconds
     * @param to its end, epoch milliseconds
     * @param logEvidence ln of the e-value
     */
    Evidence of(Onset onset, long from, long to, Optional<Estimate> doubling, double logEvidence) {
        var voices = crowd.voices();
        var byRegion = Shares.tally(crowd, Shares::regionOf);
        var numbers =
                Shares.tally(crowd, voice -> voice.digest().number().stream().toList());
        long withheld = voices.stream()
                .filter(voice -> voice.digest().number().isEmpty())
                .count();
        long old =
                voices.stream().filter(voice -> voice.digest().calledLongAgo()).count();
        return new Evidence(
                onset,
                from,
                to,
                crowd.reports(),
                Math.min(expected, crowd.reports()),
                crowd.people(),
                crowd.scaled(numbers.size()),
                crowd.scaled(withheld),
                Shares.effective(byRegion.values()),
                voices.isEmpty() ? 0 : (double) old / voices.size(),
                regions(),
                Shares.count(crowd, voice -> voice.digest().features(), code -> 0, MOST_CODES),
                Shares.count(crowd, voice -> voice.digest().family().stream().toList(), code -> 0, MOST_NUMBERS),
                Shares.count(crowd, voice -> voice.digest().number().stream().toList(), code -> 0, MOST_NUMBERS),
                doubling,
                Evidence.eValue(logEvidence),
                crowd.sample());
    }

    private List<Share> regions() {
        return Shares.count(crowd, Shares::regionOf, expectedOfRegion, MOST_CODES).stream()
                .map(share -> population.containsKey(share.code()) ? share.among(population.get(share.code())) : share)
                .toList();
    }
}
