internal import CRocksDB

extension RocksStore {
    /// The value of a key; nil if it has none.
    public func value(of key: [UInt8]) throws(StoreError) -> [UInt8]? {
        let database = try unsafe opened()
        let slice = try unsafe RocksStore.checking("reading from \(directory)") { error in
            unsafe key.withUnsafeBytes { key in
                unsafe rocksdb_get_pinned(
                    database, options.read, key.baseAddress?.assumingMemoryBound(to: CChar.self), key.count,
                    error)
            }
        }
        guard let slice = unsafe slice else { return nil }
        defer { unsafe rocksdb_pinnableslice_destroy(slice) }
        var count = 0
        guard let start = unsafe rocksdb_pinnableslice_value(slice, &count) else { return nil }
        return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    /// Lends every key that begins with the prefix and its value, by rising key, until `body` returns false. The
    /// bytes are valid only inside `body`, which must not write.
    public func scan(
        prefix: [UInt8], _ body: (_ key: Span<UInt8>, _ value: Span<UInt8>) -> Bool
    ) throws(StoreError) {
        let database = try unsafe opened()
        guard let iterator = unsafe rocksdb_create_iterator(database, options.read) else { return }
        defer { unsafe rocksdb_iter_destroy(iterator) }
        // Without a prefix the scan begins behind the store's own key.
        let start = prefix.isEmpty ? [1] : prefix
        unsafe start.withUnsafeBytes { start in
            unsafe rocksdb_iter_seek(
                iterator, start.baseAddress?.assumingMemoryBound(to: CChar.self), start.count)
        }
        while unsafe rocksdb_iter_valid(iterator) != 0 {
            var keyCount = 0
            var valueCount = 0
            guard let key = unsafe rocksdb_iter_key(iterator, &keyCount),
                let value = unsafe rocksdb_iter_value(iterator, &valueCount)
            else { break }
            let keyBytes = unsafe UnsafeRawBufferPointer(start: key, count: keyCount)
            guard unsafe keyBytes.starts(with: prefix) else { break }
            let valueBytes = unsafe UnsafeRawBufferPointer(start: value, count: valueCount)
            let goesOn = unsafe body(
                keyBytes.bindMemory(to: UInt8.self).span, valueBytes.bindMemory(to: UInt8.self).span)
            if !goesOn { break }
            unsafe rocksdb_iter_next(iterator)
        }
        try unsafe RocksStore.checking("scanning \(directory)") { error in
            unsafe rocksdb_iter_get_error(iterator, error)
        }
    }

    /// About how many keys there are, the store's own included.
    public var estimatedCount: Int {
        var count: UInt64 = 0
        guard let database = unsafe database else { return 0 }
        let status = unsafe rocksdb_property_int(database, "rocksdb.estimate-num-keys", &count)
        return status == 0 ? Int(clamping: count) : 0
    }
}
