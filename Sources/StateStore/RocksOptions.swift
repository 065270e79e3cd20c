internal import CRocksDB

/// The library's options for one store; freed with it.
@safe final class RocksOptions {
    let database: OpaquePointer
    let read: OpaquePointer
    let write: OpaquePointer
    let flush: OpaquePointer
    private let cache: OpaquePointer

    init(_ settings: StoreSettings) {
        unsafe database = rocksdb_options_create()
        unsafe read = rocksdb_readoptions_create()
        unsafe write = rocksdb_writeoptions_create()
        unsafe flush = rocksdb_flushoptions_create()
        unsafe cache = rocksdb_cache_create_lru(settings.cacheBytes)
        // The log behind the store is the write-ahead log. All is in one column family, whose write buffers go
        // to disk whole and in order, so that after a crash a prefix of the batches is there, each with
        // its place.
        unsafe rocksdb_writeoptions_disable_WAL(write, 1)
        unsafe rocksdb_readoptions_set_verify_checksums(read, 1)
        setLimits(settings)
        setTable()
    }

    private func setLimits(_ settings: StoreSettings) {
        unsafe rocksdb_options_set_create_if_missing(database, 1)
        unsafe rocksdb_options_set_paranoid_checks(database, 1)
        unsafe rocksdb_options_set_write_buffer_size(database, settings.writeBufferBytes)
        unsafe rocksdb_options_set_max_write_buffer_number(database, 2)
        unsafe rocksdb_options_set_max_open_files(database, Int32(clamping: settings.maximumOpenFiles))
        unsafe rocksdb_options_set_compression(database, Int32(rocksdb_lz4_compression))
        unsafe rocksdb_options_set_bytes_per_sync(database, 1 << 20)
        // Its own log is for those who debug it.
        unsafe rocksdb_options_set_info_log_level(database, 3)
        unsafe rocksdb_options_set_max_log_file_size(database, 1 << 20)
        unsafe rocksdb_options_set_keep_log_file_num(database, 2)
        unsafe rocksdb_options_set_stats_dump_period_sec(database, 0)
    }

    private func setTable() {
        let table = unsafe rocksdb_block_based_options_create()
        unsafe rocksdb_block_based_options_set_block_cache(table, cache)
        unsafe rocksdb_block_based_options_set_cache_index_and_filter_blocks(table, 1)
        unsafe rocksdb_block_based_options_set_pin_l0_filter_and_index_blocks_in_cache(table, 1)
        unsafe rocksdb_block_based_options_set_filter_policy(
            table, rocksdb_filterpolicy_create_bloom_full(10))
        unsafe rocksdb_options_set_block_based_table_factory(database, table)
        unsafe rocksdb_block_based_options_destroy(table)
    }

    deinit {
        unsafe rocksdb_flushoptions_destroy(flush)
        unsafe rocksdb_writeoptions_destroy(write)
        unsafe rocksdb_readoptions_destroy(read)
        unsafe rocksdb_options_destroy(database)
        unsafe rocksdb_cache_destroy(cache)
    }
}
