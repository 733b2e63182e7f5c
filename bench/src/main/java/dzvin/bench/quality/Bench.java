package dzvin.bench.quality;

import dzvin.detector.core.count.Cell;
import dzvin.detector.core.count.ClosedBucket;
import dzvin.detector.core.count.Digest;
import dzvin.detector.core.count.KeyCell;
import dzvin.detector.core.decide.Decision;
import dzvin.detector.core.decide.DecisionStage;
import dzvin.detector.core.explain.Labels;
import dzvin.detector.core.policy.Policy;
import dzvin.detector.core.state.Tables;
import dzvin.detector.core.view.ViewKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The product's decision stage, fed with simulated reports, each by a person of its own. Used by one thread. */
final class Bench {
    /** A Monday. */
    static final long START = Instant.parse("2025-01-06T00:00:00Z").toEpochMilli();

    private static final long BUCKET_MILLIS = 300_000;
    private static final ViewKey ALL = new ViewKey("all", "all");

    private final DecisionStage stage;
    private long reports;

    Bench(Policy policy) {
        stage = new DecisionStage(policy, Tables.inMemory(), Labels.codes());
    }

    /** First millisecond of a bucket that is counted from {@link #START}. */
    static long at(long bucket) {
        return START + bucket * BUCKET_MILLIS;
    }

    long reports() {
        return reports;
    }

    /** What a bucket with these reports decides. */
    List<Decision> close(long bucket, List<Account> accounts) {
        return stage.close(closed(bucket, accounts));
    }

    /** A bucket with these reports. */
    ClosedBucket closed(long bucket, List<Account> accounts) {
        long index = at(bucket) / BUCKET_MILLIS;
        var cells = new TreeMap<ViewKey, Cell>();
        for (Account account : accounts) {
            var cell = cell(account, at(bucket));
            for (ViewKey key : keys(account)) {
                cells.merge(key, cell, Cell::merge);
            }
        }
        var counted = cells.entrySet().stream()
                .map(key -> new KeyCell(key.getKey(), index, key.getValue()))
                .toList();
        return new ClosedBucket(index, counted, List.of(), List.of(), new TreeMap<>());
    }

    private Cell cell(Account account, long at) {
        long id = reports++;
        var called = OptionalLong.of(at - account.ageMillis());
        var region = Optional.of(account.region());
        var digest = new Digest("r" + id, at, called, account.number(), region, account.features(), Optional.empty());
        return Cell.of(spread(id), digest);
    }

    private static List<ViewKey> keys(Account account) {
        var keys = new ArrayList<ViewKey>();
        var region = "region=" + account.region();
        keys.add(ALL);
        keys.add(new ViewKey("region", region));
        for (String feature : account.features()) {
            keys.add(new ViewKey("feature", "feature=" + feature));
            keys.add(new ViewKey("region+feature", region + ",feature=" + feature));
        }
        return keys;
    }

    /** A hash that is well mixed (splitmix64). */
    private static long spread(long id) {
        long z = (id + 1) * 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
