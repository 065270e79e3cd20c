/// What a store may use. The sums are per store.
public struct StoreSettings: Hashable, Sendable {
    /// Whose state it is; a directory with another one's is refused.
    public var identity: String
    /// Blocks, indexes and filters kept in memory, in bytes.
    public var cacheBytes: Int
    /// What is written before it goes to disk, in bytes; a crash loses at most about twice that, and
    /// the place goes back with it.
    public var writeBufferBytes: Int
    /// Files kept open.
    public var maximumOpenFiles: Int

    /// A store of something with this name.
    public init(
        identity: String, cacheBytes: Int = 32 << 20, writeBufferBytes: Int = 32 << 20,
        maximumOpenFiles: Int = 256
    ) {
        self.identity = identity
        self.cacheBytes = cacheBytes
        self.writeBufferBytes = writeBufferBytes
        self.maximumOpenFiles = maximumOpenFiles
    }
}
