package dzvin.standalone.replay;

import dzvin.schemas.avro.Report;

/** What is replayed: the records of a log of reports, partition by partition in their order. */
public interface History extends AutoCloseable {
    /** How many source partitions its records belong to. */
    int partitions();

    /** How it ends. */
    End end();

    /** Tells all records, once, on the calling thread. */
    void tell(Listener listener);

    @Override
    void close();

    /** What comes after the last record. */
    enum End {
        /** Silence: it is over, every bucket closes and campaigns end. */
        SILENCE,
        /** Nobody knows: what is open stays open. */
        OPEN
    }

    /** Hears the records. */
    interface Listener {
        /** A report of a partition. */
        void report(int partition, Report report);

        /** A record of a partition that only tells the time, in epoch milliseconds. */
        void heartbeat(int partition, long at);
    }
}
