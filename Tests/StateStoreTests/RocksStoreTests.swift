import Foundation
import Testing

@testable import StateStore

@Suite struct RocksStoreTests {
    let fixture: StoreFixture

    init() throws { fixture = try StoreFixture() }

    @Test func `what was closed comes back with its place`() throws {
        let store = try fixture.open()
        try store.fill(500)
        store.close()
        let again = try fixture.open()
        let count = try again.count()
        #expect(count == 500)
        #expect(again.checkpoint == StoreCheckpoint(next: 500, commit: 1, writtenAt: 1))
    }

    @Test func `a crash takes the unflushed end and its place together`() throws {
        let store = try fixture.open()
        try store.fill(500)
        try store.flush(waits: true)
        try store.write([(Array("r".utf8), [1])], StoreCheckpoint(next: 900, commit: 2, writtenAt: 2))
        try fixture.crash()
        let again = try fixture.open()
        #expect(again.checkpoint?.next == 500)
        let lost = try again.value(of: Array("r".utf8))
        #expect(lost == nil)
    }

    @Test func `a second opener is told that the store is taken`() throws {
        let store = try fixture.open()
        #expect { _ = try fixture.open() } throws: { ($0 as? StoreError)?.kind == .locked }
        store.close()
        _ = try fixture.open()
    }

    @Test func `turned bits in a table are found when they are read`() throws {
        let store = try fixture.open()
        try store.fill(20_000)
        store.close()
        for table in try fixture.files(".sst") { try fixture.damage(table) }
        #expect { _ = try fixture.open().count() } throws: { ($0 as? StoreError)?.isLost == true }
    }

    @Test(arguments: [".sst", "CURRENT"])
    func `a file that is gone is found when the store is opened`(ending: String) throws {
        let store = try fixture.open()
        try store.fill(1_000)
        store.close()
        let file = try #require(try fixture.files(ending).first)
        try FileManager.default.removeItem(atPath: file)
        #expect { _ = try fixture.open() } throws: { ($0 as? StoreError)?.kind == .damaged }
    }

    @Test func `a store of something else is refused`() throws {
        let store = try fixture.open("state/0")
        try store.fill(100)
        store.close()
        #expect { _ = try fixture.open("state/1") } throws: { ($0 as? StoreError)?.kind == .foreign }
    }

    @Test func `a head of another version is refused`() {
        var bytes = StoreHead(StoreCheckpoint(next: 1, commit: 2, writtenAt: 3), identity: "x").bytes
        bytes[0] = 9
        #expect { _ = try StoreHead(bytes) } throws: { ($0 as? StoreError)?.kind == .format }
    }

    @Test func `what is of no use is set aside whole, under a name of its own each time`() throws {
        for number in 1...2 {
            let store = try fixture.open("state/\(number)")
            try store.fill(100)
            store.close()
            let opened = try StoreDirectory.open(fixture.directory, StoreSettings(identity: "new"))
            #expect(opened.setAside?.path == "\(fixture.directory).aside-\(number)")
            #expect(opened.store.checkpoint == nil)
            opened.store.close()
            let kept = try RocksStore(
                directory: try #require(opened.setAside).path,
                settings: StoreSettings(identity: "state/\(number)"))
            let count = try kept.count()
            #expect(count == 100)
            kept.close()
            try FileManager.default.removeItem(atPath: fixture.directory)
        }
    }

    @Test(arguments: [
        ("IO error: No space left on device: While appending to file: /d/000012.sst", StoreError.Kind.full),
        ("IO error: Disk quota exceeded: While appending to file: /d/000012.sst", .full),
        ("IO error: While lock file: /d/LOCK: Resource temporarily unavailable", .locked),
        ("Corruption: block checksum mismatch", .damaged),
        ("IO error: No such file or directory: While open a file: /d/000012.sst", .damaged),
        ("IO error: Permission denied: While opening /d/MANIFEST-000001", .unavailable),
    ])
    func `the library's text tells what may be done`(text: String, kind: StoreError.Kind) {
        #expect(StoreError(library: text, during: "writing").kind == kind)
    }
}
