package dzvin.ingest.http;

/**
 * How much one installation takes.
 *
 * @param maxBodyBytes of a request, after decompression
 * @param maxItems reports in a request
 * @param maxInFlight reports that may wait for Kafka's confirmation at once
 * @param ratePerSecond reports a second from one key, with bursts of twice as many or of a full request
 */
public record Limits(int maxBodyBytes, int maxItems, int maxInFlight, int ratePerSecond) {
    private static final int SMALLEST_BODY = 1024;
    private static final int LARGEST_BODY = 64 << 20;

    /** What holds where nothing is configured. */
    public static final Limits DEFAULT = new Limits(1 << 20, 1_000, 10_000, 1_000);

    public Limits {
        require(
                maxBodyBytes >= SMALLEST_BODY && maxBodyBytes <= LARGEST_BODY,
                "ingest.maxBodyBytes",
                "must be from " + SMALLEST_BODY + " to " + LARGEST_BODY,
                maxBodyBytes);
        require(maxItems >= 1, "ingest.maxItems", "must be at least 1", maxItems);
        require(
                maxInFlight >= maxItems,
                "ingest.maxInFlight",
                "must be at least ingest.maxItems, or a full request could never be taken",
                maxInFlight);
        require(ratePerSecond >= 1, "ingest.ratePerSecond", "must be at least 1", ratePerSecond);
    }

    /** The largest burst from one key: twice the rate, and never less than a full request. */
    int burst() {
        return Math.max(2 * ratePerSecond, maxItems);
    }

    private static void require(boolean holds, String key, String rule, int value) {
        if (!holds) {
            throw new IllegalArgumentException(key + " " + rule + ", got " + value);
        }
    }
}
