package dzvin.detector.core.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads policy files: a valid policy, or everything that is wrong at once. What a file does not say has its default. */
public final class PolicyReader {
    private final PolicyDocument document;
    private final Problems problems;

    private PolicyReader(String text, Problems problems) {
        this.problems = problems;
        this.document = PolicyDocument.of(text, problems);
    }

    /**
     * @param file how problems name the file
     * @param text YAML; empty is valid
     * @throws PolicyProblems if anything in it breaks a rule
     */
    public static Policy read(String file, String text) {
        var problems = new Problems(file);
        var reader = new PolicyReader(text, problems);
        var policy = reader.policy();
        reader.checkTogether(policy);
        problems.throwIfAny();
        return PolicySettings.withDigest(policy);
    }

    private Policy policy() {
        return new Policy(
                one(PolicyKeys.NAME),
                "",
                one(PolicyKeys.BUCKET),
                one(PolicyKeys.GRACE),
                one(PolicyKeys.DEDUP_HORIZON),
                list(PolicyKeys.VIEWS),
                list(PolicyKeys.SCALES),
                one(PolicyKeys.FALSE_ALARMS),
                one(PolicyKeys.EARLY_ALERTS),
                new Policy.Calendar(one(PolicyKeys.ZONE), new TreeSet<>(list(PolicyKeys.HOLIDAYS))),
                new Policy.Learning(one(PolicyKeys.LEARN_AFTER), one(PolicyKeys.HALF_LIFE), one(PolicyKeys.GREY)),
                stages(),
                population());
    }

    private Policy.StageBounds stages() {
        return new Policy.StageBounds(
                new Policy.Spreading(one(PolicyKeys.SPREADING_PEOPLE), one(PolicyKeys.SPREADING_REGIONS)),
                new Policy.Mass(
                        one(PolicyKeys.MASS_PEOPLE),
                        one(PolicyKeys.MASS_REGIONS),
                        one(PolicyKeys.MASS_EFFECTIVE),
                        one(PolicyKeys.MASS_WITHIN),
                        one(PolicyKeys.MASS_DOUBLING),
                        one(PolicyKeys.MASS_PERSISTENCE)),
                one(PolicyKeys.SUBSIDING_AFTER),
                one(PolicyKeys.ENDED_AFTER));
    }

    private SortedMap<String, Long> population() {
        var population = new TreeMap<String, Long>();
        for (Map.Entry<String, Integer> entry :
                document.named(PolicyKeys.POPULATION).entrySet()) {
            population.put(entry.getKey(), entry.getValue().longValue());
        }
        return population;
    }

    private <V> V one(PolicyKey<V> key) {
        return document.one(key).orElseGet(() -> standard(key).get(0));
    }

    private <V> List<V> list(PolicyKey<V> key) {
        return document.list(key).orElseGet(() -> standard(key));
    }

    private static <V> List<V> standard(PolicyKey<V> key) {
        var values = new ArrayList<V>();
        if (!key.standard().isEmpty()) {
            for (String text : key.standard().split(", ")) {
                values.add(key.rule().reader().apply(text).orElseThrow());
            }
        }
        return values;
    }

    /** Rules over more than one value; only told when each value by itself is right. */
    private void checkTogether(Policy policy) {
        if (!problems.isEmpty()) {
            return;
        }
        var rules = new CommonRules(policy);
        rules.broken()
                .forEach(broken ->
                        problems.add(document.line(broken.key()), broken.key().path(), broken.rule(), broken.got()));
    }
}
