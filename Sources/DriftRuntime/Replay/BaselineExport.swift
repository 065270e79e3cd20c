internal import CloudModel
internal import JSONTokens
internal import WireFormats

/// Looks through a baseline file before it is folded: when it was taken, and which scopes it is a complete export of.
///
/// The files of other tools say nowhere that they are complete. A file is taken for a complete export if all of it could
/// be read, and each of its records is a snapshot of AWS Config, a last page of a list, or an asset line. What it
/// concludes is told to the engine as closing documents, which are records like any others.
struct BaselineExport: RecordSink {
    /// The newest instant that any record names; the distant past if none does.
    private(set) var takenAt = Timestamp.distantPast
    private var oldestByScope: [ScopeName: Timestamp] = [:]
    private var isExport = true
    private let decoder = EventDecoder()
    private let tape = TokenTape()
    private var decoded: [Decoded] = []

    private struct ScopeName: Hashable {
        let account: AccountKey
        let region: String
        let kind: ResourceKind
    }

    /// Top-level members that tell a complete export from a part of one.
    private enum Mark: Int {
        case snapshotID, configItems, awsToken, nextLink, skipToken, longSkipToken, truncated, descriptions,
            value
        case data, asset, assetTypes, assetTypesCamel, resource
    }

    private static let marks = Projection([
        "configSnapshotId", "configurationItems", "NextToken", "nextLink", "skipToken", "$skipToken",
        "resultTruncated", "ResourceDescriptions", "value", "data", "asset", "asset_type", "assetType",
        "resource",
    ])

    mutating func take(_ record: Span<UInt8>, at position: RecordPosition) {
        decoded.removeAll(keepingCapacity: true)
        decoder.decode(record, into: &decoded)
        if !isCompletePage(record) { isExport = false }
        let isOneRegion = tape.slot(Mark.configItems.rawValue) != nil
        for result in decoded {
            switch result {
            case .inventory(let changes): for change in changes { take(change, isOneRegion) }
            case .event, .malformed: isExport = false
            case .ignored, .use: break
            }
        }
    }

    mutating func take(_ letter: DeadLetter) { isExport = false }

    mutating func skipLine() {}

    private mutating func take(_ change: GraphChange, _ isOneRegion: Bool) {
        // Our own inventories carry their closing documents.
        guard case .resource(let change) = change, change.inventoryID == nil else { return isExport = false }
        let id = change.resource
        takenAt = max(takenAt, change.cause.time)
        guard id.kind.schema.scope != .account else { return }
        // Config records buckets where they are, and a snapshot is of one region: the others' buckets are not in it.
        if isOneRegion, id.kind.name == "AWS::S3::Bucket" { return }
        let scope = ScopeName(account: id.account, region: id.region, kind: id.kind)
        oldestByScope[scope] = min(oldestByScope[scope] ?? .distantFuture, change.cause.time)
    }

    private func isCompletePage(_ record: Span<UInt8>) -> Bool {
        guard tape.scan(record, BaselineExport.marks) == nil else { return false }
        func has(_ mark: Mark) -> Bool { tape.slot(mark.rawValue).map { !$0.isNull } ?? false }
        if has(.awsToken) || has(.nextLink) || has(.skipToken) || has(.longSkipToken) || has(.asset) {
            return false
        }
        if tape.string(tape.slot(Mark.truncated.rawValue)) == "true" { return false }
        if has(.configItems) { return has(.snapshotID) }
        // An asset's resource, not its policy alone: a list of policies lacks what has none.
        if has(.assetTypes) || has(.assetTypesCamel) { return has(.resource) }
        return has(.descriptions) || has(.value) || has(.data)
    }

    /// When the records without a time of their own were seen: not before the newest that has one.
    var observedAt: Timestamp { max(takenAt, Timestamp(seconds: 0)) }

    /// The closing documents as inventory records, by scope. They name no items: what the file shows was seen at or
    /// after the instant that they name.
    func closings() -> [[UInt8]] {
        guard isExport else { return [] }
        return oldestByScope.keys
            .sorted { ($0.kind.name, $0.account, $0.region) < ($1.kind.name, $1.account, $1.region) }
            .map { closing($0, startedAt: startedAt($0)) }
    }

    /// The items of AWS say when each was captured; those of the others show one instant.
    private func startedAt(_ scope: ScopeName) -> Timestamp {
        guard scope.kind.schema.provider == .aws else { return observedAt }
        return oldestByScope[scope] ?? observedAt
    }

    private func closing(_ scope: ScopeName, startedAt: Timestamp) -> [UInt8] {
        let parts = ["export", scope.account.text, scope.region, scope.kind.name, startedAt.rfc3339]
        return JSONLine.object { line in
            line.member("inventory_id", "export-" + Digest.identifier(parts: parts))
            line.member("account", scope.account.text)
            line.member("region", scope.region)
            line.member("kind", scope.kind.name)
            line.member("started_at", startedAt.rfc3339)
            line.member("items", 0)
            line.member("complete", true)
        }
    }
}
