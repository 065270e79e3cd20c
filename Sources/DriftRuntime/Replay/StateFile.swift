internal import CloudModel
internal import Foundation
internal import WireFormats

/// An engine's state records in one file: a head with the format's version, the records by rising key, a checksum.
struct StateFile {
    let path: String
    private(set) var values: [[UInt8]: [UInt8]] = [:]

    private static let head = Array("plumbline-state 1\n".utf8)
    private static let digestBytes = 64

    /// The state in a directory; empty if there is none yet.
    init(directory: String) throws(RuntimeFailure) {
        path = directory + "/engine.state"
        switch FileShape(path) {
        case .missing: return
        case .directory: throw .usage("\(path): this is a directory, a state file was expected")
        case .file: try read(try FileBytes.read(path))
        }
    }

    /// The records by rising key.
    var records: [StateRecord] {
        values.keys.sorted { $0.lexicographicallyPrecedes($1) }
            .map { StateRecord(key: $0, value: values[$0] ?? []) }
    }

    /// Puts newer records in place of older ones; an empty value deletes.
    mutating func merge(_ newer: [StateRecord]) {
        for record in newer { values[record.key] = record.value.isEmpty ? nil : record.value }
    }

    /// Writes the file beside its old self and puts it in its place.
    func save() throws(RuntimeFailure) {
        var bytes = StateFile.head
        for record in records {
            StateFile.append(record.key, to: &bytes)
            StateFile.append(record.value, to: &bytes)
        }
        bytes += Array(Digest.sha256Hex(bytes).utf8)
        let file = try OutputFile(path)
        try file.write(bytes)
        try file.finish()
    }

    private mutating func read(_ bytes: [UInt8]) throws(RuntimeFailure) {
        guard bytes.starts(with: "plumbline-state ".utf8) else {
            throw .usage("\(path): this is no state file")
        }
        guard bytes.starts(with: StateFile.head) else {
            throw .usage(
                "\(path): the state has another format version\n    hint: replay into an empty state")
        }
        let end = bytes.count - StateFile.digestBytes
        guard end >= StateFile.head.count,
            Digest.sha256Hex(Array(bytes[..<end])).utf8.elementsEqual(bytes[end...])
        else { throw damaged }
        var position = StateFile.head.count
        while position < end {
            guard let key = StateFile.field(bytes, &position, end),
                let value = StateFile.field(bytes, &position, end)
            else { throw damaged }
            values[key] = value
        }
    }

    private var damaged: RuntimeFailure {
        .environment("\(path): the state file is damaged\n    hint: remove it and replay everything")
    }

    private static func append(_ field: [UInt8], to bytes: inout [UInt8]) {
        let count = UInt32(field.count)
        for shift in stride(from: 24, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: count >> UInt32(shift)))
        }
        bytes += field
    }

    private static func field(_ bytes: [UInt8], _ position: inout Int, _ end: Int) -> [UInt8]? {
        guard position + 4 <= end else { return nil }
        let count = bytes[position..<(position + 4)].reduce(0) { $0 << 8 | Int($1) }
        position += 4
        guard position + count <= end else { return nil }
        position += count
        return Array(bytes[(position - count)..<position])
    }
}
