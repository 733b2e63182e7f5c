package dzvin.standalone.backtest;

import dzvin.detector.core.decide.CampaignAlert;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** A campaign that is known to have been in the history: by its reports, or by a key and the time in which it went on. */
final class KnownCampaign {
    /** An alert is about a known campaign if at least this share of its sample are reports of it. */
    private static final double MOSTLY = 0.5;

    private final String name;
    private final Set<String> ids = new HashSet<>();
    private Pattern key = Pattern.compile("(?!)");
    private long from = Long.MAX_VALUE;
    private long to = Long.MIN_VALUE;

    KnownCampaign(String name) {
        this.name = name;
    }

    /** @param key text of a key, {@code *} standing for anything */
    static KnownCampaign of(String name, String key, long from, long to) {
        var known = new KnownCampaign(name);
        known.key = Pattern.compile(Pattern.quote(key).replace("*", "\\E.*\\Q"));
        known.from = from;
        known.to = to;
        return known;
    }

    String name() {
        return name;
    }

    void add(String id) {
        ids.add(id);
    }

    boolean owns(String id) {
        return ids.contains(id);
    }

    void seen(long at) {
        from = Math.min(from, at);
        to = Math.max(to, at);
    }

    /** First report of it, or the beginning that was told; empty if none of its reports is in the history. */
    OptionalLong begins() {
        return from == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(from);
    }

    boolean isOf(CampaignAlert alert, Iterable<String> keys) {
        return ids.isEmpty() ? isOfKey(alert, keys) : isOfReports(alert);
    }

    private boolean isOfReports(CampaignAlert alert) {
        var sample = alert.evidence().sampleReports();
        long ours = sample.stream().filter(ids::contains).count();
        return ours > 0 && ours >= MOSTLY * sample.size();
    }

    private boolean isOfKey(CampaignAlert alert, Iterable<String> keys) {
        if (alert.at() < from || alert.at() > to) {
            return false;
        }
        for (String text : keys) {
            if (key.matcher(text).matches()) {
                return true;
            }
        }
        return false;
    }
}
