package dzvin.detector.core;

import dzvin.detector.core.state.StateCodec;
import dzvin.detector.core.state.Table;
import dzvin.detector.core.state.TableSpec;
import dzvin.detector.core.state.Tables;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Tables of one run whose ids of reports are on a disk, as they are in the detector: what is left in memory is what the detector holds there.
 * Ids that are written one by one are dropped; a test whose ids come once does not miss them.
 */
final class TablesWithADisk implements AutoCloseable {
    private final Path folder;
    private final List<RandomAccessFile> files = new ArrayList<>();

    TablesWithADisk(Path folder) {
        this.folder = folder;
    }

    Tables of(String stage) {
        var memory = Tables.ofOneRun();
        return new Tables() {
            @Override
            public <V> Table<V> table(TableSpec<V> spec) {
                return switch (spec.name()) {
                    case "seen-reports" -> new OnDisk<>(spec.codec(), open(stage + "-" + spec.name()));
                    case "seen-long-before" -> new Dropped<>();
                    default -> memory.table(spec);
                };
            }
        };
    }

    @Override
    public void close() throws IOException {
        for (RandomAccessFile file : files) {
            file.close();
        }
    }

    private RandomAccessFile open(String name) {
        try {
            var file = new RandomAccessFile(folder.resolve(name).toFile(), "rw");
            files.add(file);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static class Dropped<V> implements Table<V> {
        @Override
        public V get(String key) {
            return null;
        }

        @Override
        public void put(String key, V value) {}

        @Override
        public void remove(String key) {}

        @Override
        public void forEach(String from, String to, BiConsumer<String, V> action) {}

        @Override
        public void forEach(BiConsumer<String, V> action) {}
    }

    private static final class OnDisk<V> extends Dropped<V> {
        private final StateCodec<V> codec;
        private final RandomAccessFile file;
        private final TreeMap<String, Place> places = new TreeMap<>();

        OnDisk(StateCodec<V> codec, RandomAccessFile file) {
            this.codec = codec;
            this.file = file;
        }

        private record Place(long from, int length) {}

        @Override
        public V get(String key) {
            var place = places.get(key);
            if (place == null) {
                return null;
            }
            try {
                var bytes = new byte[place.length];
                file.seek(place.from);
                file.readFully(bytes);
                return codec.fromBytes(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void put(String key, V value) {
            var bytes = codec.toBytes(value);
            try {
                places.put(key, new Place(file.length(), bytes.length));
                file.seek(file.length());
                file.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void remove(String key) {
            places.remove(key);
        }
    }
}
