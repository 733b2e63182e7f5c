package dzvin.detector.core.policy;

import dzvin.detector.core.state.UnfitStateException;
import dzvin.detector.core.view.View;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What of a policy the meaning of kept state hangs on, as readable text, kept with the state: numbers of buckets are those of one bucket
 * length, slices of live keys are a seventh of the longest scale, a key's counts are laid out by all scales, a key of a new view
 * would be taken for one that was silent from the beginning, and the rhythm of the week is learned in one zone.
 */
public final class StateBasis {
    /** Of state that an earlier release wrote: it did not say. */
    public static final StateBasis NOT_TOLD = new StateBasis(new TreeMap<>());

    private final SortedMap<String, String> values;

    private StateBasis(SortedMap<String, String> values) {
        this.values = Collections.unmodifiableSortedMap(values);
    }

    public static StateBasis of(Policy policy) {
        var settings = PolicySettings.of(policy);
        var values = new TreeMap<String, String>();
        for (var key : new PolicyKey<?>[] {PolicyKeys.BUCKET, PolicyKeys.SCALES, PolicyKeys.ZONE}) {
            values.put(key.path(), settings.get(key.path()));
        }
        values.put(
                PolicyKeys.VIEWS.path(),
                policy.views().stream().map(View::name).sorted().collect(Collectors.joining(", ")));
        return new StateBasis(values);
    }

    /** What {@link #text} has written. */
    public static StateBasis ofText(String text) {
        var values = new TreeMap<String, String>();
        text.lines().forEach(line -> {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return new StateBasis(values);
    }

    /** A line for each key, in their order. */
    public String text() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /**
     * This basis, once it is known that state kept on another goes with it. What the other does not tell is taken as it is.
     *
     * @throws UnfitStateException if a key differs
     */
    public StateBasis takingOver(StateBasis kept) {
        var different = values.keySet().stream()
                .filter(key -> !kept.values.getOrDefault(key, values.get(key)).equals(values.get(key)))
                .map(key -> key + " " + kept.values.get(key) + " and not " + values.get(key))
                .collect(Collectors.joining("; with "));
        if (!different.isEmpty()) {
            throw new UnfitStateException("the detector's state was written with " + different
                    + ": set the policy back, or choose another detector.applicationId, which reads all reports again");
        }
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateBasis basis && values.equals(basis.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return text();
    }
}
