package dzvin.standalone.replay;

import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** Tables in memory that can be written down and read again. */
final class SavedTables implements Tables {
    private final Tables tables = Tables.inMemory();
    private final Map<String, TableSpec<?>> specs = new TreeMap<>();
    private final Map<String, Map<String, byte[]>> rowsRead = new TreeMap<>();

    @Override
    public <V> Table<V> table(TableSpec<V> spec) {
        var table = tables.table(spec);
        specs.put(spec.name(), spec);
        var rows = rowsRead.remove(spec.name());
        if (rows != null) {
            rows.forEach((key, value) -> table.put(key, spec.codec().fromBytes(value)));
        }
        return table;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeInt(specs.size());
        for (TableSpec<?> spec : specs.values()) {
            write(spec, out);
        }
    }

    static SavedTables read(DataInputStream in) throws IOException {
        var saved = new SavedTables();
        for (int tables = in.readInt(); tables > 0; tables--) {
            var rows = new TreeMap<String, byte[]>();
            saved.rowsRead.put(in.readUTF(), rows);
            for (int row = in.readInt(); row > 0; row--) {
                var key = text(in);
                rows.put(key, bytes(in));
            }
        }
        return saved;
    }

    private <V> void write(TableSpec<V> spec, DataOutputStream out) throws IOException {
        var rows = new TreeMap<String, byte[]>();
        tables.table(spec).forEach((key, value) -> rows.put(key, spec.codec().toBytes(value)));
        out.writeUTF(spec.name());
        out.writeInt(rows.size());
        for (var row : rows.entrySet()) {
            write(row.getKey().getBytes(StandardCharsets.UTF_8), out);
            write(row.getValue(), out);
        }
    }

    private static void write(byte[] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
