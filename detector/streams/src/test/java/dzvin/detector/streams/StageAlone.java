package dzvin.detector.streams;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;

/** A stage by itself: its task's stores without a changelog, a clock that stands still, ticks when the test says so. */
final class StageAlone<I, O> implements AutoCloseable {
    private final MockProcessorContext<String, O> context;
    private final List<StateStore> stores;
    private final Processor<String, I, String, O> stage;

    StageAlone(ProcessorSupplier<String, I, String, O> supplier, Path stateDir) {
        context = new MockProcessorContext<>(new Properties(), new TaskId(0, 0), stateDir.toFile());
        stores = supplier.stores().stream()
                .map(StoreBuilder::withLoggingDisabled)
                .map(builder -> (StateStore) builder.build())
                .toList();
        stores.forEach(store -> store.init(context.getStateStoreContext(), store));
        stores.forEach(context::addStateStore);
        context.setCurrentSystemTimeMs(0);
        stage = supplier.get();
        stage.init(context);
    }

    void take(I message) {
        stage.process(new Record<>("key", message, 0));
    }

    void tick() {
        context.scheduledPunctuators().forEach(each -> each.getPunctuator().punctuate(0));
    }

    /** All that it ever said. */
    List<O> said() {
        return context.forwarded().stream()
                .<O>map(each -> each.record().value())
                .toList();
    }

    @Override
    public void close() {
        stores.forEach(StateStore::close);
    }
}
