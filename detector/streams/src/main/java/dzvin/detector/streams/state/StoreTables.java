package dzvin.detector.streams.state;

import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * A stage's tables in the stores of its task. Made anew in each {@code init} of a processor and dropped with it, so that
 * no object outlives the transaction that wrote it.
 */
public final class StoreTables implements Tables {
    private final ProcessingContext context;
    private final Map<String, Table<?>> tables = new HashMap<>();

    public StoreTables(ProcessingContext context) {
        this.context = context;
    }

    @Override
    @SuppressWarnings("unchecked") // a name belongs to one spec, hence to one type
    public <V> Table<V> table(TableSpec<V> spec) {
        return (Table<V>) tables.computeIfAbsent(spec.name(), name -> open(spec));
    }

    private <V> Table<V> open(TableSpec<V> spec) {
        KeyValueStore<Bytes, byte[]> store = context.getStateStore(spec.name());
        return new StoreTable<>(store, spec.codec());
    }

    /**
     * Builders of the stores that a stage's tables need: on disk, with a changelog. Changes are coalesced until the next
     * commit, so a cell that counts a thousand reports within a second is written once.
     */
    public static Set<StoreBuilder<?>> stores(List<TableSpec<?>> specs) {
        var builders = new LinkedHashSet<StoreBuilder<?>>();
        for (var spec : specs) {
            builders.add(Stores.keyValueStoreBuilder(
                            Stores.persistentKeyValueStore(spec.name()), Serdes.Bytes(), Serdes.ByteArray())
                    .withCachingEnabled());
        }
        return builders;
    }
}
