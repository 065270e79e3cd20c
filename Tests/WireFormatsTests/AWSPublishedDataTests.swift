import CloudModel
import JSONTokens
import Testing
import WireFormats

#if canImport(Glibc)
    import Glibc
#endif

/// Reads published records where they lie beside the package.
enum PublishedData {
    static let folder: String = {
        let parts = #filePath.split(separator: "/").dropLast(4)
        return "/" + parts.joined(separator: "/") + "/shared/data"
    }()

    static let exists = unsafe access(folder + "/cloudtrail", R_OK) == 0

    /// The paths of all files below a folder, sorted.
    static func files(_ path: String) -> [String] {
        guard let directory = unsafe opendir(path) else { return [] }
        defer { unsafe closedir(directory) }
        var found: [String] = []
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            if name.hasPrefix(".") { continue }
            let isFolder = unsafe entry.pointee.d_type == UInt8(DT_DIR)
            found += isFolder ? files(path + "/" + name) : [path + "/" + name]
        }
        return found.sorted()
    }

    static func bytes(_ path: String) -> [UInt8] {
        guard let file = unsafe fopen(path, "rb") else { return [] }
        defer { unsafe fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = unsafe chunk.withUnsafeMutableBytes {
                unsafe fread($0.baseAddress, 1, $0.count, file)
            }
            if count == 0 { return bytes }
            bytes += chunk.prefix(count)
        }
    }

    /// The records of a file: its lines if it has the ending of lines, else all of it.
    static func records(_ path: String) -> [[UInt8]] {
        let all = bytes(path)
        return path.hasSuffix(".jsonl") ? all.split(separator: 0x0A).map { Array($0) } : [all]
    }
}

@Suite(.enabled(if: PublishedData.exists)) struct AWSPublishedDataTests {
    /// What the published records decode to, counted by what came of them.
    struct Tally {
        var malformed: [String] = []
        var names: [String: Int] = [:]

        mutating func add(_ result: Decoded, _ file: String, _ table: EventNameTable) {
            switch result {
            case .malformed(let failure): malformed.append("\(file): \(failure.reason): \(failure.detail)")
            case .ignored(let name): names["ignored " + table.text(of: name), default: 0] += 1
            case .use(let changes): names["use", default: 0] += changes.count
            case .inventory(let changes): names["inventory", default: 0] += changes.count
            case .event(let event):
                let meaning =
                    switch event.meaning {
                    case .changes: "changes"
                    case .irrelevant(let reason): reason.code
                    case .refused: "refused"
                    case .blind: "blind"
                    }
                let isQuiet = meaning == "read-only" || meaning == "refused"
                names[isQuiet ? meaning : meaning + " " + table.text(of: event.name), default: 0] += 1
            }
        }
    }

    static func tally(_ folder: String) -> Tally {
        let decoder = EventDecoder()
        var tally = Tally()
        for file in PublishedData.files(PublishedData.folder + "/" + folder) {
            if file.hasSuffix(".md") || file.hasSuffix(".tsv") { continue }
            let short = String(file.split(separator: "/").last ?? "")
            for record in PublishedData.records(file) {
                var results: [Decoded] = []
                decoder.decode(record.span, into: &results)
                for result in results { tally.add(result, short, decoder.names) }
            }
        }
        return tally
    }

    @Test func `published CloudTrail records decode, but for one without a time`() {
        let tally = Self.tally("cloudtrail")
        let known = ["event-cloud-trail-bedrock-create-customization-jobs.json:"]
        let unexpected = tally.malformed.filter { line in !known.contains { line.hasPrefix($0) } }
        #expect(unexpected == [])
        for (name, count) in tally.names.sorted(by: { $0.key < $1.key }) { print(count, name) }
        #expect(tally.names["read-only", default: 0] > 1500)
        #expect(tally.names.keys.contains("changes cloudtrail.amazonaws.com:PutEventSelectors"))
        // Records made up by hand, logged at another account than the key's.
        #expect(
            tally.names.keys.filter { $0.hasPrefix("foreign") }.sorted() == [
                "foreign kms.amazonaws.com:CreateKey", "foreign kms.amazonaws.com:PutKeyPolicy",
            ])
        #expect(!tally.names.keys.contains { $0.hasPrefix("blind") })
    }

    @Test func `published Config items decode`() {
        let tally = Self.tally("aws-config")
        // Two published files are no JSON.
        let known = ["AWS_EC2_NetworkInterface.json:", "AWS_SSM_ManagedInstanceInventory_Linux.json:"]
        let unexpected = tally.malformed.filter { line in !known.contains { line.hasPrefix($0) } }
        #expect(unexpected == [])
        for (name, count) in tally.names.sorted(by: { $0.key < $1.key }) { print(count, name) }
        #expect(tally.names["inventory", default: 0] > 10)
    }
}
