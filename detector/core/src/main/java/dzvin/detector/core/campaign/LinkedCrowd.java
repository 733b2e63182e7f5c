package dzvin.detector.core.campaign;

import java.util.Set;

/** A crowd that is held against several others: what is asked of it again is worked out once. Used by one thread. */
final class LinkedCrowd {
    private final Crowd crowd;
    private final long people;
    private Set<String> reports;

    LinkedCrowd(Crowd crowd) {
        this.crowd = crowd;
        this.people = crowd.people();
    }

    long bound() {
        return crowd.bound();
    }

    /** Different people. */
    long people() {
        return people;
    }

    /** Ids of the sampled reports of people whose hash lies below a bound. */
    Set<String> reportsBelow(long lower) {
        if (lower != crowd.bound()) {
            return crowd.reportsBelow(lower);
        }
        if (reports == null) {
            reports = crowd.reportsBelow(lower);
        }
        return reports;
    }
}
