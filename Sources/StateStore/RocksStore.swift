internal import CRocksDB

/// Ordered bytes in a directory, written in batches that are there whole or not at all, each with the place
/// that it brings the store to.
///
/// Knows nothing of what it holds. A batch outlives a crash once it was flushed, which happens by itself when
/// a write buffer is full, on `flush` and on `close`; a crash before takes the last batches and their places
/// with it, oldest kept first. A key must not be empty nor begin with a zero byte. One thread uses it.
@safe public final class RocksStore {
    /// Where it lies.
    public let directory: String
    /// The place that it has come to; nil if nothing was ever written.
    public private(set) var checkpoint: StoreCheckpoint?

    let options: RocksOptions
    /// Nil once it is closed.
    private(set) var database: OpaquePointer?
    private let batch: OpaquePointer
    private let identity: String

    /// Opens the store in a directory, which is made if it is not there.
    public init(directory: String, settings: StoreSettings) throws(StoreError) {
        self.directory = directory
        identity = settings.identity
        options = RocksOptions(settings)
        let wasThere = try StoreDirectory.isStore(directory)
        let options = options
        unsafe database = try RocksStore.checking("opening \(directory)", isNew: !wasThere) { error in
            unsafe rocksdb_open(options.database, directory, error)
        }
        unsafe batch = rocksdb_writebatch_create()
        guard let bytes = try value(of: StoreHead.key) else { return }
        let head = try StoreHead(bytes)
        guard head.identity == settings.identity else {
            throw StoreError(
                .foreign, "\(directory) holds the state of \(head.identity), not of \(settings.identity)")
        }
        checkpoint = head.checkpoint
    }

    deinit {
        close()
        unsafe rocksdb_writebatch_destroy(batch)
    }

    /// Writes values and the place that they bring the store to, all or nothing. Of entries with equal keys the
    /// last one stays; a nil value deletes.
    public func write(
        _ entries: some Sequence<(key: [UInt8], value: [UInt8]?)>, _ checkpoint: StoreCheckpoint
    ) throws(StoreError) {
        unsafe rocksdb_writebatch_clear(batch)
        for entry in entries {
            precondition(entry.key.first ?? 0 != 0, "a key is not empty and begins with no zero byte")
            add(entry.key, entry.value)
        }
        add(StoreHead.key, StoreHead(checkpoint, identity: identity).bytes)
        let database = try unsafe opened()
        try unsafe RocksStore.checking("writing to \(directory)") { error in
            unsafe rocksdb_write(database, options.write, batch, error)
        }
        self.checkpoint = checkpoint
    }

    /// Brings everything that was written to disk; unless told to wait, only begins it.
    public func flush(waits: Bool = false) throws(StoreError) {
        let database = try unsafe opened()
        unsafe rocksdb_flushoptions_set_wait(options.flush, waits ? 1 : 0)
        try unsafe RocksStore.checking("flushing \(directory)") { error in
            unsafe rocksdb_flush(database, options.flush, error)
        }
    }

    /// Brings everything to disk and lets go of the directory. Nothing can be asked after it.
    public func close() {
        guard let open = unsafe database else { return }
        unsafe database = nil
        unsafe rocksdb_close(open)
    }

    private func add(_ key: [UInt8], _ value: [UInt8]?) {
        unsafe key.withUnsafeBytes { key in
            let keyStart = unsafe key.baseAddress?.assumingMemoryBound(to: CChar.self)
            guard let value else { return unsafe rocksdb_writebatch_delete(batch, keyStart, key.count) }
            unsafe value.withUnsafeBytes { value in
                unsafe rocksdb_writebatch_put(
                    batch, keyStart, key.count, value.baseAddress?.assumingMemoryBound(to: CChar.self),
                    value.count)
            }
        }
    }

    func opened() throws(StoreError) -> OpaquePointer {
        guard let database = unsafe database else {
            throw StoreError(.unavailable, "\(directory) was closed")
        }
        return unsafe database
    }

    /// Does one call that tells of a failure by a text.
    static func checking<Answer>(
        _ operation: @autoclosure () -> String, isNew: Bool = false,
        _ call: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Answer
    ) throws(StoreError) -> Answer {
        var text: UnsafeMutablePointer<CChar>?
        let answer = unsafe call(&text)
        guard let message = unsafe text else { return answer }
        defer { unsafe rocksdb_free(message) }
        throw StoreError(library: unsafe String(cString: message), during: operation(), isNew: isNew)
    }
}
