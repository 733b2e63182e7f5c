package dzvin.standalone.replay;

import dzvin.detector.core.count.PartitionCounts;

/** A detector that hears history; what it rings goes to whoever it was made for, in the order in which it rings. */
public interface Engine extends History.Listener, AutoCloseable {
    /** No record comes any more: lets silence pass if that is how history ends, and tells what it all came to. */
    Outcome finish(History.End end);

    @Override
    void close();

    /**
     * What became of the history.
     *
     * @param counts of its reports
     * @param signals how many
     * @param campaigns how many different ones
     */
    record Outcome(PartitionCounts counts, long signals, long campaigns) {}
}
