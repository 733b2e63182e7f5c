package dzvin.detector.streams.state;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Builds a table's store: on disk, with a changelog, and with no cache of Kafka's own, for the table is one. */
final class TableStoreBuilder implements StoreBuilder<TableStore> {
    private final StoreBuilder<KeyValueStore<Bytes, byte[]>> stored;

    TableStoreBuilder(String name) {
        this.stored = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled();
    }

    @Override
    public StoreBuilder<TableStore> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<TableStore> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<TableStore> withLoggingEnabled(Map<String, String> settings) {
        stored.withLoggingEnabled(settings);
        return this;
    }

    @Override
    public StoreBuilder<TableStore> withLoggingDisabled() {
        stored.withLoggingDisabled();
        return this;
    }

    @Override
    public TableStore build() {
        return new TableStore(stored.build());
    }

    @Override
    public Map<String, String> logConfig() {
        return stored.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return stored.loggingEnabled();
    }

    @Override
    public String name() {
        return stored.name();
    }
}
