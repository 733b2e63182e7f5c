package dzvin.standalone.detector;

import dzvin.detector.streams.StoresOnDisk;
import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Stores as the detector has them, but for write buffers so small that each commit brings the one before it to the disk. With the
 * detector's own a history would have to be some ten thousand times as long until anything is there.
 */
public final class EachWriteOnDisk implements RocksDBConfigSetter {
    static {
        RocksDB.loadLibrary();
    }

    private static final WriteBufferManager NO_ROOM = new WriteBufferManager(1, new LRUCache(1 << 20));

    private final RocksDBConfigSetter usual = new StoresOnDisk();

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        usual.setConfig(store, options, settings);
        options.setWriteBufferManager(NO_ROOM);
    }

    @Override
    public void close(String store, Options options) {
        usual.close(store, options);
    }
}
