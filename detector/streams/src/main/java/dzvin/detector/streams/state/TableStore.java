package dzvin.detector.streams.state;

import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/**
 * The store of a table, which hears when its task is about to commit: what the table has not written yet, it writes then. So a row
 * that changes a thousand times between two commits is turned into bytes once, and one that came and went not at all.
 *
 * <p>Kafka Streams tells a store of a coming commit only where it thinks that the store is a cache, by an interface that is public but
 * internal: decision 0023.
 */
final class TableStore extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]> {
    private Pending pending = Pending.NOTHING;

    TableStore(KeyValueStore<Bytes, byte[]> stored) {
        super(stored);
    }

    /** Whoever uses the store from now on; another one before it is forgotten with all that it had not written. */
    void usedBy(Pending table) {
        pending = table;
    }

    @Override
    public void flushCache() {
        pending.write();
    }

    /** The task is given up or its transaction was aborted. */
    @Override
    public void clearCache() {
        pending = Pending.NOTHING;
    }

    @Override
    public void close() {
        pending = Pending.NOTHING;
        super.close();
    }

    /** Changes that are not in the store yet. */
    interface Pending {
        Pending NOTHING = () -> {};

        /** Writes them. */
        void write();
    }
}
