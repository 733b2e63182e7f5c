package dzvin.detector.core.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A policy's effective settings as texts, defaults included, in the order of the reference. */
public final class PolicySettings {
    private static final int DIGEST_LENGTH = 12;

    private final Map<String, String> settings = new LinkedHashMap<>();

    private PolicySettings(Policy policy) {
        put(PolicyKeys.NAME, policy.name());
        put(PolicyKeys.BUCKET, policy.bucket());
        put(PolicyKeys.GRACE, policy.grace());
        put(PolicyKeys.DEDUP_HORIZON, policy.dedupHorizon());
        put(PolicyKeys.VIEWS, policy.views());
        put(PolicyKeys.SCALES, policy.scales());
        put(PolicyKeys.FALSE_ALARMS, policy.falseAlarmsPerWeek());
        put(PolicyKeys.EARLY_ALERTS, policy.earlyAlerts());
        put(PolicyKeys.ZONE, policy.calendar().zone());
        put(PolicyKeys.HOLIDAYS, List.copyOf(policy.calendar().holidays()));
        put(PolicyKeys.LEARN_AFTER, policy.baseline().after());
        put(PolicyKeys.HALF_LIFE, policy.baseline().halfLife());
        put(PolicyKeys.GREY, policy.baseline().grey());
        putStages(policy.stages());
        putPopulation(policy.population());
    }

    /** By path; a list's values are separated by commas. */
    public static Map<String, String> of(Policy policy) {
        return Collections.unmodifiableMap(new PolicySettings(policy).settings);
    }

    /** The policy with the digest of what decides on final alerts: neither its name nor early alerts do. */
    static Policy withDigest(Policy policy) {
        var decisive = new TreeMap<>(of(policy));
        decisive.remove(PolicyKeys.NAME.path());
        decisive.remove(PolicyKeys.EARLY_ALERTS.path());
        return new Policy(
                policy.name(),
                digest(decisive),
                policy.bucket(),
                policy.grace(),
                policy.dedupHorizon(),
                policy.views(),
                policy.scales(),
                policy.falseAlarmsPerWeek(),
                policy.earlyAlerts(),
                policy.calendar(),
                policy.baseline(),
                policy.stages(),
                policy.population());
    }

    private static String digest(SortedMap<String, String> decisive) {
        var text = decisive.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void putStages(Policy.StageBounds stages) {
        put(PolicyKeys.SPREADING_PEOPLE, stages.spreading().people());
        put(PolicyKeys.SPREADING_REGIONS, stages.spreading().regions());
        put(PolicyKeys.MASS_PEOPLE, stages.mass().people());
        put(PolicyKeys.MASS_REGIONS, stages.mass().regions());
        put(PolicyKeys.MASS_EFFECTIVE, stages.mass().effectiveRegions());
        put(PolicyKeys.MASS_WITHIN, stages.mass().within());
        put(PolicyKeys.MASS_DOUBLING, stages.mass().doubling());
        put(PolicyKeys.MASS_PERSISTENCE, stages.mass().persistence());
        put(PolicyKeys.SUBSIDING_AFTER, stages.subsidingAfter());
        put(PolicyKeys.ENDED_AFTER, stages.endedAfter());
    }

    private void putPopulation(SortedMap<String, Long> population) {
        var regions = population.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
        settings.put(PolicyKeys.POPULATION.path(), regions);
    }

    private <V> void put(PolicyKey<V> key, V value) {
        settings.put(key.path(), key.rule().writer().apply(value));
    }

    private <V> void put(PolicyKey<V> key, List<V> values) {
        settings.put(key.path(), values.stream().map(key.rule().writer()).collect(Collectors.joining(", ")));
    }
}
