package dzvin.ingest.kafka;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The partitions whose time has to go on. */
interface HeartbeatTarget {
    /** All partitions of the topic of reports, as far as is known now. */
    List<Integer> partitions();

    /** Whether nothing that carries this time, or a later one, has been kept in the partition. */
    boolean isBehind(int partition, Instant time);

    /** Puts a heartbeat into the partition. */
    CompletableFuture<Void> beat(int partition, Instant time);
}
