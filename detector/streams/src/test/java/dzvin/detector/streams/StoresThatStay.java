package dzvin.detector.streams;

import java.io.File;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.internals.WrappedStateStore;

/** The stores of a task, which stay while its processor comes and goes; what was not committed is lost with the processor. */
final class StoresThatStay implements AutoCloseable {
    private final TreeMap<String, StateStore> stores = new TreeMap<>();
    private final File stateDir;
    private MockProcessorContext<?, ?> context;

    StoresThatStay(File stateDir) {
        this.stateDir = stateDir;
    }

    /** The processor of a stage that has just begun, on what was committed. */
    <K, V, L, W> Processor<K, V, L, W> begin(ProcessorSupplier<K, V, L, W> stage) {
        var begun = new MockProcessorContext<L, W>(settings(), new TaskId(0, 0), stateDir);
        begun.setCurrentSystemTimeMs(0);
        context = begun;
        for (var builder : stage.stores()) {
            begun.addStateStore(stores.computeIfAbsent(builder.name(), name -> {
                var store = builder.withLoggingDisabled().build();
                store.init(begun.getStateStoreContext(), store);
                return store;
            }));
        }
        var processor = stage.get();
        processor.init(begun);
        return processor;
    }

    /** The place of the next record. */
    void at(long offset) {
        context.setRecordMetadata("reports", 0, offset);
    }

    void commit() {
        stores.values().forEach(store -> ((WrappedStateStore<?, ?, ?>) store).flushCache());
    }

    @Override
    public void close() {
        stores.values().forEach(StateStore::close);
    }

    private static Properties settings() {
        var settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:1");
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        return settings;
    }
}
