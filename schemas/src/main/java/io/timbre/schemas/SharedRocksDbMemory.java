package io.timbre.schemas;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Gives all stores of the process one cache and one budget for what is not yet on disk. Each would take up to 98 MiB of
 * its own otherwise (Kafka Streams' 50 MiB cache and three write buffers of 16 MiB), and there are five a partition, one of
 * them with every track's features; training wants that memory.
 */
public final class SharedRocksDbMemory implements RocksDBConfigSetter {
    private static final long ALL_BYTES = 64L * 1024 * 1024;
    private static final long UNWRITTEN_BYTES = ALL_BYTES / 2;

    /** Made when the first store opens, since it loads a native library. Never closed: stores come and go with tasks. */
    private static final class Shared {
        private static final Cache CACHE = new LRUCache(ALL_BYTES);
        private static final WriteBufferManager UNWRITTEN = new WriteBufferManager(UNWRITTEN_BYTES, CACHE);
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(Shared.UNWRITTEN);
    }

    @Override
    public void close(String storeName, Options options) {}
}
