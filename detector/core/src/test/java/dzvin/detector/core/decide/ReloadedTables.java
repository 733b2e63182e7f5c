package dzvin.detector.core.decide;

import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Tables that hold bytes only: what a stage did not put again is lost, what a codec forgets is lost. */
final class ReloadedTables implements Tables {
    private final Map<String, TreeMap<String, byte[]>> written = new HashMap<>();

    @Override
    public <V> Table<V> table(TableSpec<V> spec) {
        var bytes = written.computeIfAbsent(spec.name(), any -> new TreeMap<>());
        return new Bytes<>(spec, bytes);
    }

    private record Bytes<V>(TableSpec<V> spec, TreeMap<String, byte[]> bytes) implements Table<V> {
        @Override
        public V get(String key) {
            var value = bytes.get(key);
            return value == null ? null : spec.codec().fromBytes(value);
        }

        @Override
        public void put(String key, V value) {
            bytes.put(key, spec.codec().toBytes(value));
        }

        @Override
        public void remove(String key) {
            bytes.remove(key);
        }

        @Override
        public void forEach(String from, String to, BiConsumer<String, V> action) {
            bytes.subMap(from, to)
                    .forEach((key, value) -> action.accept(key, spec.codec().fromBytes(value)));
        }

        @Override
        public void forEach(BiConsumer<String, V> action) {
            bytes.forEach((key, value) -> action.accept(key, spec.codec().fromBytes(value)));
        }
    }
}
