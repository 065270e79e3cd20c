import Foundation
import StoreContract
import Testing

@testable import StateStore

@Suite(.enabled(if: SmallDisk.isPossible, "this process may not mount a disk of its own"))
struct FullDiskTests {
    @Test func `a full disk is told as such, and what was there before is there still`() throws {
        let disk = try #require(SmallDisk(megabytes: 4))
        let settings = StoreSettings(identity: "x", writeBufferBytes: 1 << 20)
        let store = try RocksStore(directory: disk.path + "/store", settings: settings)
        try store.write([(Array("a".utf8), [1])], StoreCheckpoint(next: 1, commit: 1, writtenAt: 1))
        try store.flush(waits: true)
        // Bytes that no compression makes small.
        let noise = (0..<65_536).map { _ in UInt8.random(in: 0...255) }
        var failure: StoreError?
        for number in 0..<10_000 where failure == nil {
            let start = number * 4_096 % 65_536
            let value = Array(noise[start..<start + 4_096])
            do throws(StoreError) {
                try store.write(
                    [(Array("b\(number)".utf8), value)],
                    StoreCheckpoint(next: Int64(number + 2), commit: 1, writtenAt: 1))
            } catch {
                failure = error
            }
        }
        #expect(failure?.kind == .full)
        store.close()
        // Room is made, and the store goes on from a whole batch.
        disk.resize(megabytes: 64)
        let again = try RocksStore(directory: disk.path + "/store", settings: settings)
        let value = try again.value(of: Array("a".utf8))
        #expect(value == [1])
        let next = try #require(again.checkpoint?.next)
        let last = try again.value(of: Array("b\(next - 2)".utf8))
        #expect(next == 1 || last?.count == 4_096)
        again.close()
    }
}
