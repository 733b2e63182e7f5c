package dzvin.sink.live;

/**
 * How much the read model holds, and how far a follower may fall behind.
 *
 * @param alerts latest alerts kept
 * @param campaigns campaigns kept; ended ones are forgotten first, the longest unchanged first
 * @param backlog events that may wait for one follower before it is dropped
 * @param followers streams open at once
 */
public record Limits(int alerts, int campaigns, int backlog, int followers) {
    /** Some 60 MB at most: an alert is about 3 kB, a campaign with its time line about 20 kB. */
    public static final Limits USUAL = new Limits(5_000, 2_000, 500, 100);

    public Limits {
        if (alerts < 1 || campaigns < 1 || backlog < 1 || followers < 1) {
            throw new IllegalArgumentException("limits of the read model must be at least 1, got " + alerts + ", "
                    + campaigns + ", " + backlog + ", " + followers);
        }
    }
}
