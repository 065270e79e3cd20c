import CloudModel
import Foundation
import Testing

@testable import Controls

/// The benchmark maps against the published tables, which lie outside of the project.
@Suite struct BenchmarkRegistryTests {
    static let table = PackFilesTests.packs.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("shared/catalogue/cis-aws.csv")

    @Test(.enabled(if: FileManager.default.fileExists(atPath: table.path)))
    func `every number of every version of CIS AWS is a control or planned, under its key`() throws {
        let rows = try Self.rows()
        let header = try #require(rows.first)
        var count = 0
        for column in header.indices where header[column].hasPrefix("cis_") {
            let version = String(header[column].dropFirst("cis_".count))
            let file = try #require(BuiltInPacks.benchmarks.first { $0.path == "aws/cis-\(version).yaml" })
            let map = try BenchmarkMap(path: file.path, bytes: file.bytes)
            var keys: [String: String] = [:]
            for entry in map.entries {
                keys[entry.number.number] = entry.control.split(separator: ".").last.map(String.init)
            }
            for number in map.planned { keys[number.number] = number.key }
            for row in rows.dropFirst() where !row[column].isEmpty {
                #expect(keys.removeValue(forKey: row[column]) == row[0], "\(version) \(row[column])")
                count += 1
            }
            #expect(keys.isEmpty, "\(version) has numbers of no row")
        }
        #expect(count == 507)
    }

    @Test func `what is planned has no control of its key`() throws {
        let keys = Set(PackFilesTests.controls.map(\.key))
        for (path, bytes) in BuiltInPacks.benchmarks where path.hasPrefix("aws/") {
            let planned = try BenchmarkMap(path: path, bytes: bytes).planned
            #expect(planned.filter { keys.contains($0.key) }.isEmpty, "run scripts/benchmark-maps.py")
        }
    }

    @Test func `every control of AWS says which calls read again what it needs, and what they need`() {
        for control in PackFilesTests.controls where control.subject.schema.provider == .aws {
            #expect(!control.reread.isEmpty || !control.notes.isEmpty, "\(control.id)")
            #expect(control.reread.allSatisfy { SDKCall($0) != nil }, "\(control.id)")
        }
    }

    /// RFC 4180 with quoted fields.
    private static func rows() throws -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        for byte in try Data(contentsOf: table) {
            switch byte {
            case UInt8(ascii: "\""): isQuoted.toggle()
            case UInt8(ascii: ",") where !isQuoted, UInt8(ascii: "\n") where !isQuoted:
                row.append(String(decoding: field, as: UTF8.self))
                field = []
                if byte == UInt8(ascii: "\n") {
                    rows.append(row)
                    row = []
                }
            case UInt8(ascii: "\r") where !isQuoted: continue
            default: field.append(byte)
            }
        }
        return rows
    }
}
