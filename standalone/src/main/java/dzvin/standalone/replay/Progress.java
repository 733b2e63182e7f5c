package dzvin.standalone.replay;

import java.util.OptionalLong;

/** Hears how far a replay is: often, on the replaying thread, so it must be quick. */
public interface Progress {
    /**
     * How far it is.
     *
     * @param read of what is replayed, in bytes or records
     * @param total of it, where known
     * @param reports heard so far
     */
    void replayed(long read, OptionalLong total, long reports);
}
