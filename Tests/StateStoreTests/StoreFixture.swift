import Foundation

@testable import StateStore

/// A directory of its own for each test, removed with it.
final class StoreFixture {
    let root: String
    private(set) var directory: String
    private var copies = 0

    init() throws {
        root = NSTemporaryDirectory() + "plumbline-store-\(UInt64.random(in: 0 ... .max))"
        directory = root + "/a/store"
        try FileManager.default.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func open(_ identity: String = "state/0") throws -> RocksStore {
        try RocksStore(directory: directory, settings: StoreSettings(identity: identity))
    }

    /// What a process that ends now leaves: the files without anything that is in memory only.
    func crash() throws {
        copies += 1
        let copy = root + "/copy-\(copies)"
        try FileManager.default.copyItem(atPath: directory, toPath: copy)
        try FileManager.default.removeItem(atPath: copy + "/LOCK")
        directory = copy
    }

    /// The store's files whose names end like that, by name.
    func files(_ ending: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: directory).filter { $0.hasSuffix(ending) }
            .sorted()
            .map { directory + "/" + $0 }
    }

    /// Turns bits in the middle of a file.
    func damage(_ file: String) throws {
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        for index in bytes.count / 3..<bytes.count / 3 + 32 { bytes[index] ^= 0x5a }
        try bytes.write(to: URL(fileURLWithPath: file))
    }
}

extension RocksStore {
    /// Writes some thousand records, and the place of each hundred.
    func fill(_ count: Int) throws {
        for start in stride(from: 0, to: count, by: 100) {
            let entries = (start..<start + 100).map { number in
                (key: Array("r\(number + 100_000)".utf8), value: Optional(Array("value of \(number)".utf8)))
            }
            try write(entries, StoreCheckpoint(next: Int64(start + 100), commit: 1, writtenAt: 1))
        }
    }

    /// How many records a scan finds.
    func count() throws(StoreError) -> Int {
        var count = 0
        try scan(prefix: []) { _, _ in
            count += 1
            return true
        }
        return count
    }
}
