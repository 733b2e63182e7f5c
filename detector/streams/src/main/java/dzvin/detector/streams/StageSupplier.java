package dzvin.detector.streams;

import dzvin.detector.core.state.TableSpec;
import dzvin.detector.streams.state.StoreTables;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Supplies the processor of a stage together with the stores of its tables, so that nobody wires a store by name. */
final class StageSupplier<KIn, VIn, KOut, VOut> implements ProcessorSupplier<KIn, VIn, KOut, VOut> {
    private final Supplier<Processor<KIn, VIn, KOut, VOut>> processors;
    private final List<TableSpec<?>> tables;

    private StageSupplier(Supplier<Processor<KIn, VIn, KOut, VOut>> processors, List<TableSpec<?>> tables) {
        this.processors = processors;
        this.tables = tables;
    }

    static <KIn, VIn, KOut, VOut> ProcessorSupplier<KIn, VIn, KOut, VOut> of(
            Supplier<Processor<KIn, VIn, KOut, VOut>> processors, List<TableSpec<?>> tables) {
        return new StageSupplier<>(processors, tables);
    }

    @Override
    public Processor<KIn, VIn, KOut, VOut> get() {
        return processors.get();
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return StoreTables.stores(tables);
    }
}
