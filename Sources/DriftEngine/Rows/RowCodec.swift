internal import CloudModel
internal import Controls
internal import JSONTokens
internal import ResourceGraph

/// The stored form of rows: what the graph keeps of a resource without its facts, then the last verdicts on it.
///
/// A verdict names its control by a tag of everything that decides what the control says, so that one that was made by
/// another state of the control is never taken for one of today's.
///
///     version, flags, gaps, [parent], [timers: tag, instant], [announcement: time, properties],
///     causes: is observation, event id; verdicts: tag, code, since, [cause], [next change], what the verdict holds
struct RowCodec {
    private static let version: UInt8 = 1

    private let names: [String]
    private let tags: [UInt64]
    private let positions: [UInt64: Int32]
    private let controls: [String: Int32]

    /// A codec of rows about these controls; `digests` says of each what it is in its present state.
    init(_ catalog: ControlCatalog, digests: [String]) {
        names = catalog.controls.map(\.name)
        tags = digests.map { UInt64($0.prefix(16), radix: 16) ?? 0 }
        positions = Dictionary(zip(tags, tags.indices.map { Int32($0) })) { first, _ in first }
        controls = Dictionary(zip(names, names.indices.map { Int32($0) })) { first, _ in first }
    }

    func name(of control: Int32) -> String { names[Int(control)] }

    func control(named name: String) -> Int32? { controls[name] }

    /// The stored form of a row, nil being an empty one.
    func bytes(of row: ResourceRow?, _ head: ResourceHead) -> [UInt8] {
        let entries = row?.entries ?? []
        let timed = entries.filter { $0.evaluation.nextChange != nil }
        var writer = PackedWriter()
        writer.write(byte: RowCodec.version)
        var flags = RowFlags(head.existence)
        if head.hasFacts { flags.insert(.facts) }
        if head.parent != nil { flags.insert(.parent) }
        if !timed.isEmpty { flags.insert(.timers) }
        if row?.announcement != nil { flags.insert(.announcement) }
        writer.write(byte: flags.rawValue)
        writer.write(count: head.gaps.rawValue)
        if let parent = head.parent {
            for text in [parent.kind.name, parent.account.text, parent.region, parent.nativeID] {
                writer.write(text)
            }
        }
        if !timed.isEmpty { write(timers: timed, &writer) }
        if let announcement = row?.announcement {
            writer.write(announcement.newerThan)
            writer.write(count: announcement.properties.rawValue)
        }
        write(entries, &writer)
        return writer.bytes
    }

    private func write(timers: [ResourceRow.Entry], _ writer: inout PackedWriter) {
        writer.write(count: UInt64(timers.count))
        for entry in timers {
            writer.write(word: tags[Int(entry.control)])
            writer.write(entry.evaluation.nextChange ?? .distantFuture)
        }
    }

    private func write(_ entries: [ResourceRow.Entry], _ writer: inout PackedWriter) {
        var causes: [CauseRecord] = []
        let places = entries.map { entry -> Int? in
            guard let cause = entry.evaluation.cause else { return nil }
            if let place = causes.firstIndex(where: { RowCodec.isSame($0, cause) }) { return place }
            causes.append(cause)
            return causes.count - 1
        }
        writer.write(count: UInt64(causes.count))
        for cause in causes {
            writer.write(byte: cause.isObservation ? 1 : 0)
            writer.write(cause.eventID)
        }
        writer.write(count: UInt64(entries.count))
        for (entry, place) in zip(entries, places) {
            let evaluation = entry.evaluation
            writer.write(word: tags[Int(entry.control)])
            var code = RowFlags.code(of: evaluation.verdict)
            if place != nil { code |= RowFlags.hasCause }
            if evaluation.nextChange != nil { code |= RowFlags.hasNext }
            writer.write(byte: code)
            writer.write(evaluation.since)
            if let place { writer.write(count: UInt64(place)) }
            if let next = evaluation.nextChange { writer.write(next) }
            RowCodec.write(evaluation.verdict, &writer)
        }
    }

    private static func write(_ verdict: Verdict, _ writer: inout PackedWriter) {
        switch verdict {
        case .pass, .notApplicable: break
        case .fail(let evidence): writer.write(evidence.bytes)
        case .unknown(let missing):
            writer.write(count: UInt64(missing.count))
            for name in missing { writer.write(name) }
        case .error(let message): writer.write(message)
        }
    }

    private static func isSame(_ left: CauseRecord, _ right: CauseRecord) -> Bool {
        left === right || (left.eventID == right.eventID && left.isObservation == right.isObservation)
    }
}

extension RowCodec {
    /// What the graph keeps of the resource, and the instants at which verdicts on it change.
    func head(
        _ bytes: Span<UInt8>, timer: (Int32, Timestamp) -> Void = { _, _ in }
    ) throws(StoreFailure) -> ResourceHead {
        var reader = PackedReader()
        return try head(bytes, &reader, timer).head
    }

    /// The row in its stored form. Verdicts of controls that are not what they were are left out.
    func row(of handle: ResourceHandle, _ bytes: Span<UInt8>) throws(StoreFailure) -> ResourceRow {
        var reader = PackedReader()
        let flags = try head(bytes, &reader) { _, _ in }.flags
        let row = ResourceRow(handle, isFromStore: true)
        if flags.contains(.announcement) {
            row.announcement = RereadLedger.Announcement(
                newerThan: try reader.time(bytes),
                properties: PropertySet(rawValue: try reader.count(bytes)))
        }
        var causes: [CauseRecord] = []
        for _ in 0..<(try reader.count(bytes)) {
            let isObservation = try reader.byte(bytes) == 1
            causes.append(
                CauseRecord(
                    eventID: try reader.text(bytes), time: .distantPast, action: "", actor: nil,
                    isObservation: isObservation))
        }
        for _ in 0..<(try reader.count(bytes)) {
            let tag = try reader.word(bytes)
            let evaluation = try evaluation(bytes, &reader, causes)
            guard let control = positions[tag] else { continue }
            row.set(ResourceRow.Entry(control: control, evaluation: evaluation, isBrief: true))
        }
        return row
    }

    private func head(
        _ bytes: Span<UInt8>, _ reader: inout PackedReader, _ timer: (Int32, Timestamp) -> Void
    ) throws(StoreFailure) -> (head: ResourceHead, flags: RowFlags) {
        guard try reader.byte(bytes) == RowCodec.version else {
            throw StoreFailure(.renew, "a row has another format")
        }
        let flags = RowFlags(rawValue: try reader.byte(bytes))
        let gaps = PropertySet(rawValue: try reader.count(bytes))
        let parent = flags.contains(.parent) ? try RowCodec.id(bytes, &reader) : nil
        if flags.contains(.timers) {
            for _ in 0..<(try reader.count(bytes)) {
                let (tag, instant) = (try reader.word(bytes), try reader.time(bytes))
                if let control = positions[tag] { timer(control, instant) }
            }
        }
        let head = ResourceHead(
            existence: try flags.existence(), gaps: gaps, parent: parent,
            hasFacts: flags.contains(.facts))
        return (head, flags)
    }

    private static func id(
        _ bytes: Span<UInt8>, _ reader: inout PackedReader
    ) throws(StoreFailure) -> ResourceID? {
        var parts: [String] = []
        for _ in 0..<4 { parts.append(try reader.text(bytes)) }
        return EngineState.id(parts)
    }

    private func evaluation(
        _ bytes: Span<UInt8>, _ reader: inout PackedReader, _ causes: [CauseRecord]
    ) throws(StoreFailure) -> Evaluation {
        let code = try reader.byte(bytes)
        let since = try reader.time(bytes)
        var cause: CauseRecord?
        if code & RowFlags.hasCause != 0 {
            let place = try reader.count(bytes)
            guard place < causes.count else { throw StoreFailure(.renew, "a row names no cause") }
            cause = causes[Int(place)]
        }
        let next = code & RowFlags.hasNext != 0 ? try reader.time(bytes) : nil
        return Evaluation(
            verdict: try RowCodec.verdict(code & RowFlags.verdictBits, bytes, &reader), reads: [],
            since: since, cause: cause, nextChange: next)
    }

    private static func verdict(
        _ code: UInt8, _ bytes: Span<UInt8>, _ reader: inout PackedReader
    ) throws(StoreFailure) -> Verdict {
        switch code {
        case 0: return .pass
        case 1: return .fail(evidence: FlatValue(canonical: try reader.run(bytes)))
        case 2:
            var missing: [String] = []
            for _ in 0..<(try reader.count(bytes)) { missing.append(try reader.text(bytes)) }
            return .unknown(missing: missing)
        case 3: return .notApplicable
        case 4: return .error(message: try reader.text(bytes))
        default: throw StoreFailure(.renew, "a row has an unknown verdict")
        }
    }
}
