package dzvin.detector.core.campaign;

import dzvin.detector.core.count.Voice;
import dzvin.detector.core.decide.Share;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What a crowd is made of: where its people are, who called them, with which words, and how soon they reported. Counted in one pass. */
final class Makeup {
    private static final int MOST_CODES = 64;
    private static final int MOST_NUMBERS = 10;

    private final Crowd crowd;
    private final Tally regions = new Tally();
    private final Tally features = new Tally();
    private final Tally families = new Tally();
    private final Tally numbers = new Tally();
    private long voices;
    private long withheld;
    private long old;

    private Makeup(Crowd crowd) {
        this.crowd = crowd;
    }

    static Makeup of(Crowd crowd) {
        var makeup = new Makeup(crowd);
        crowd.hours().values().forEach(hour -> hour.forEach(makeup::add));
        return makeup;
    }

    private void add(Voice voice) {
        var digest = voice.digest();
        voices++;
        old += digest.calledLongAgo() ? 1 : 0;
        withheld += digest.hasNumber() ? 0 : 1;
        digest.region().ifPresent(region -> regions.add(region, voice.reports()));
        digest.number().ifPresent(number -> numbers.add(number, voice.reports()));
        digest.family().ifPresent(family -> families.add(family, voice.reports()));
        for (String feature : digest.features()) {
            features.add(feature, voice.reports());
        }
    }

    /** Different numbers. */
    long numberCount() {
        return crowd.scaled(numbers.codes());
    }

    /** People who were shown no number. */
    long withheld() {
        return crowd.scaled(withheld);
    }

    /** Share of those whose calls had happened long before they reported. */
    double shareOfOld() {
        return voices == 0 ? 0 : (double) old / voices;
    }

    /** How many equally busy regions would be as spread out. */
    double effectiveRegions() {
        return Shares.effective(regions.inOrder());
    }

    /** @param expected by region */
    List<Share> regions(ToDoubleFunction<String> expected) {
        return regions.largest(MOST_CODES, crowd, expected);
    }

    List<Share> features() {
        return features.largest(MOST_CODES, crowd, code -> 0);
    }

    List<Share> families() {
        return families.largest(MOST_NUMBERS, crowd, code -> 0);
    }

    List<Share> numbers() {
        return numbers.largest(MOST_NUMBERS, crowd, code -> 0);
    }
}
