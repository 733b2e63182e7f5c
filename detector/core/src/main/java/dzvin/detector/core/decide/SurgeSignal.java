package dzvin.detector.core.decide;

import dzvin.detector.core.view.ViewKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A key whose count is too high for its baseline.
 *
 * @param scale that showed the surge; of one found over all starts, the shortest that is as long as its window
 * @param at bucket end that decided, epoch milliseconds
 * @param windowFrom start of the window of the counts, epoch milliseconds
 * @param reports distinct reports in the window
 * @param expected people that the baseline expects in the window
 * @param people different people in the window
 * @param lift observed over expected
 * @param eValue evidence against the baseline
 * @param grey whether the key has too little history to be trusted
 * @param campaign that the signal was joined to
 */
public record SurgeSignal(
        ViewKey key,
        Duration scale,
        long at,
        Onset onset,
        long windowFrom,
        long reports,
        double expected,
        long people,
        double lift,
        double eValue,
        boolean grey,
        Optional<UUID> campaign,
        List<String> sampleReports)
        implements Decision {
    @Override
    public String subject() {
        return key.text();
    }
}
