package dzvin.ingest.kafka;

import java.time.Clock;
import java.time.Instant;
import java.util.TreeMap;

/**
 * The reports that are being accepted just now: their received time has been or is being read off the clock, and they have
 * not been handed to the producer yet. It knows the time that none of them, and none that comes later, can be before:
 * what a heartbeat may say without running ahead of a report. Thread-safe.
 */
public final class Acceptances {
    private final Clock clock;
    private final TreeMap<Instant, Integer> open = new TreeMap<>();

    /** The clock has to be the one that received times are read off. */
    public Acceptances(Clock clock) {
        this.clock = clock;
    }

    /** Accepts reports: what this does reads received times off the clock, and hands the reports over before it returns. */
    public void during(Runnable accepting) {
        var begun = begin();
        try {
            accepting.run();
        } finally {
            end(begun);
        }
    }

    /** No report that is handed over from now on was received before this. */
    public synchronized Instant noneBefore() {
        return open.isEmpty() ? clock.instant() : open.firstKey();
    }

    private synchronized Instant begin() {
        var begun = clock.instant();
        open.merge(begun, 1, Integer::sum);
        return begun;
    }

    private synchronized void end(Instant begun) {
        open.computeIfPresent(begun, (time, count) -> count == 1 ? null : count - 1);
    }
}
