package dzvin.ingest.http;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** One bucket for each sender that a key names, so that none can use up another's rate. */
final class RateLimit {
    private final Limits limits;
    private final LongSupplier nanos;
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    RateLimit(Limits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    /** Lets a sender's reports through, or ends the request with how long to wait. */
    void charge(String sender, int reports) {
        long now = nanos.getAsLong();
        var wait = buckets.computeIfAbsent(sender, name -> new TokenBucket(limits.ratePerSecond(), limits.burst(), now))
                .takeOrWait(reports, now);
        if (!wait.isZero()) {
            throw ProblemException.tryAgain(
                    Problem.RATE_EXCEEDED,
                    "This key may send " + limits.ratePerSecond() + " reports a second: wait and send the same again.",
                    wait);
        }
    }
}
