package dzvin.detector.core.campaign;

import dzvin.detector.core.count.Voice;
import dzvin.detector.core.decide.Share;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Counts a crowd's reports by code, most first, ties in the order of codes. */
final class Shares {
    private static final Comparator<Share> MOST_FIRST =
            Comparator.comparingLong(Share::reports).reversed().thenComparing(Share::code);

    private Shares() {}

    static List<Share> count(
            Crowd crowd, Function<Voice, Collection<String>> codes, ToDoubleFunction<String> expected, int most) {
        return tally(crowd, codes).entrySet().stream()
                .map(code ->
                        new Share(code.getKey(), crowd.scaled(code.getValue()), expected.applyAsDouble(code.getKey())))
                .sorted(MOST_FIRST)
                .limit(most)
                .toList();
    }

    static NavigableMap<String, Long> tally(Crowd crowd, Function<Voice, Collection<String>> codes) {
        var counts = new HashMap<String, Long>();
        for (Voice voice : crowd.voices()) {
            for (String code : codes.apply(voice)) {
                counts.merge(code, (long) voice.reports(), Long::sum);
            }
        }
        return new TreeMap<>(counts);
    }

    static List<String> regionOf(Voice voice) {
        return voice.digest().region().stream().toList();
    }

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
