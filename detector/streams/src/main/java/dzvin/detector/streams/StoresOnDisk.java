package dzvin.detector.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds the memory of all stores of this process together. By RocksDB's own measure each store would take up to some 100
 * MB outside the heap, and there are several stores for each partition.
 *
 * <p>The cache is shared and static, as RocksDB's memory and Kafka Streams' way of making this class demand; it holds no state
 * of ours and is never closed before the process ends.
 */
public final class StoresOnDisk implements RocksDBConfigSetter {
    private static final long CACHE = 64L << 20;
    private static final long WRITE_BUFFERS = 32L << 20;
    private static final long WRITE_BUFFER = 4L << 20;
    /** What a store takes for its first row. By RocksDB's own measure it is an eighth of a write buffer: fifty idle stores would fill what all share. */
    private static final long FIRST_ROOM = 64L << 10;

    /** Files that one store keeps open, each with an index in memory. RocksDB's own measure is all of them, and they grow with the state. */
    private static final int OPEN_FILES = 256;

    /**
     * The cache may grow beyond its size by what is pinned at the moment: blocks under an iterator, indexes of the newest files. If it were strict, a
     * read would fail instead, and a detector would stop for want of some kilobytes.
     */
    private static final boolean STRICT = false;

    private static final int SHARDS_AS_ROCKSDB_SEES_FIT = -1;

    static {
        RocksDB.loadLibrary();
    }

    private static final Cache SHARED_CACHE = new LRUCache(CACHE, SHARDS_AS_ROCKSDB_SEES_FIT, STRICT);
    private static final WriteBufferManager SHARED_BUFFERS = new WriteBufferManager(WRITE_BUFFERS, SHARED_CACHE);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(SHARED_CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinL0FilterAndIndexBlocksInCache(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(SHARED_BUFFERS);
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setArenaBlockSize(FIRST_ROOM);
        options.setMaxWriteBufferNumber(2);
        options.setMaxOpenFiles(OPEN_FILES);
    }

    @Override
    public void close(String store, Options options) {
        // The cache belongs to the process, not to one store.
    }
}
