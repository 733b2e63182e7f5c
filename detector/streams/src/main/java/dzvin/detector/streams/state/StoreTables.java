package dzvin.detector.streams.state;

import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.TableSpec.Use;
import dzvin.detector.core.state.Tables;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.processor.api.ProcessingContext;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * A stage's tables in the stores of its task. Made anew in each {@code init} of a processor and dropped with it, so that
 * no object outlives the transaction that wrote it.
 */
public final class StoreTables implements Tables {
    /** Tables of very many rows that a stage reads when it begins, and hardly ever else but for rows that it has just used. */
    private static final Set<String> PAGED = Set.of(
            "open-reports", "merge-slots", "gate-cells", "samples", "latest-counts", "watched-keys", "live-keys");

    /** Bytes of changed rows that may wait for a commit in a table of pages. As objects they are some times as large. */
    private static final long WAITING_OF_PAGES =
            Math.max(1L << 20, Math.min(16L << 20, Runtime.getRuntime().maxMemory() / 128));

    /** Tables of rows that are hardly ever asked for again soon: a report told twice long after is rare. */
    private static final Set<String> ASKED_ONCE = Set.of("seen-long-before");

    /** Bytes of rows held as objects, for each other table of each task that is asked at any time. */
    private static final long HELD = 4L << 20;

    /** The same for a table of pages: more where there is room, since a row that is not held costs a page. 16 MB are some 50,000 keys. */
    private static final long HELD_OF_PAGES =
            Math.max(HELD, Math.min(16L << 20, Runtime.getRuntime().maxMemory() / 128));

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
        TableStore store = context.getStateStore(spec.name());
        if (PAGED.contains(spec.name())) {
            var table = new PagedTable<>(store.wrapped(), spec.codec(), held(spec), WAITING_OF_PAGES);
            store.usedBy(table);
            return table;
        }
        var table = new StoreTable<>(store.wrapped(), spec.codec(), held(spec));
        store.usedBy(table);
        return table;
    }

    private static long held(TableSpec<?> spec) {
        if (spec.use() == Use.RESTART || ASKED_ONCE.contains(spec.name())) {
            return 0;
        }
        return PAGED.contains(spec.name()) ? HELD_OF_PAGES : HELD;
    }

    /** Builders of the stores that a stage's tables need: on disk, with a changelog. */
    public static Set<StoreBuilder<?>> stores(List<TableSpec<?>> specs) {
        var builders = new LinkedHashSet<StoreBuilder<?>>();
        for (var spec : specs) {
            builders.add(new TableStoreBuilder(spec.name()));
        }
        return builders;
    }
}
