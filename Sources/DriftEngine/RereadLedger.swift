internal import CloudModel
internal import Controls
internal import ResourceGraph

/// Which readings have been asked for, so that each is asked for once: one wish a resource until something
/// newer is missing.
///
/// What is outstanding is state of the graph (an unknown value or a touch newer than the newest observation);
/// this only
/// remembers what was announced.
struct RereadLedger {
    private let rows: RowTable
    /// What was found out of the catalogue: few kinds and few sets of properties are ever asked for.
    private var sources: [Subject: Source] = [:]

    private struct Subject: Hashable {
        let kind: ResourceKind
        let properties: PropertySet
    }

    /// How some properties of a kind are read.
    struct Source {
        /// The properties' names, sorted.
        let properties: [String]
        let calls: [String]
        let permissions: [String]
    }

    /// What was asked for.
    struct Announcement {
        let newerThan: Timestamp
        let properties: PropertySet
    }

    init(_ rows: RowTable) { self.rows = rows }

    /// True if a wish is new and so must be announced; from then on it is not.
    func announce(_ handle: ResourceHandle, properties: PropertySet, newerThan: Timestamp) -> Bool {
        let row = rows.madeRow(of: handle)
        if let last = row.announcement, newerThan <= last.newerThan,
            last.properties.isSuperset(of: properties)
        {
            return false
        }
        row.announcement = Announcement(newerThan: newerThan, properties: properties)
        rows.markDirty(row)
        return true
    }

    /// How properties of a kind are read.
    mutating func source(
        of properties: PropertySet, _ kind: ResourceKind, in catalog: ControlCatalog
    ) -> Source {
        let subject = Subject(kind: kind, properties: properties)
        if let source = sources[subject] { return source }
        let calls = catalog.rereadCalls(for: properties, of: kind)
        let source = Source(
            properties: properties.properties.map { kind.schema[$0].name }.sorted(), calls: calls,
            permissions: SDKCall.permissions(for: calls))
        sources[subject] = source
        return source
    }

    /// Forgets what was announced for a resource that has been read.
    func settle(_ handle: ResourceHandle) {
        guard let row = rows.row(of: handle), row.announcement != nil else { return }
        row.announcement = nil
        rows.markDirty(row)
    }
}
