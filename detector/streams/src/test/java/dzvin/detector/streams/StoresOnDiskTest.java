package dzvin.detector.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;

class StoresOnDiskTest {
    @Test
    void aStoreIsBoundedInWriteBuffersAndOpenFilesAndKeepsItsIndexesInTheCache() {
        try (var options = new Options()) {
            var table = new BlockBasedTableConfig();
            options.setTableFormatConfig(table);

            new StoresOnDisk().setConfig("seen-reports", options, Map.of());

            assertThat(options.maxOpenFiles()).isEqualTo(256);
            assertThat(options.writeBufferSize()).isEqualTo(4 << 20);
            assertThat(options.maxWriteBufferNumber()).isEqualTo(2);
            assertThat(table.cacheIndexAndFilterBlocks()).isTrue();
        }
    }

    @Test
    void allStoresOfAProcessShareTheirWriteBuffers() {
        try (var one = new Options();
                var other = new Options()) {
            one.setTableFormatConfig(new BlockBasedTableConfig());
            other.setTableFormatConfig(new BlockBasedTableConfig());

            new StoresOnDisk().setConfig("seen-reports", one, Map.of());
            new StoresOnDisk().setConfig("open-reports", other, Map.of());

            assertThat(one.writeBufferManager()).isNotNull().isSameAs(other.writeBufferManager());
        }
    }
}
