public import CloudModel

/// A complete inventory that a verdict misses, as it is named among what is missing.
public struct MissingInventory: Hashable, Sendable {
    /// Of what.
    public let kind: ResourceKind
    /// Where; empty for kinds that are in no region.
    public let region: String

    init(_ kind: ResourceKind, in region: String) {
        self.kind = kind
        self.region = region
    }

    /// The inventory that a missing path names; nil if it names something else.
    public init?(path: String) {
        guard path.hasPrefix(MissingInventory.word) else { return nil }
        let parts = path.dropFirst(MissingInventory.word.count).split(separator: " ").map(String.init)
        guard let name = parts.first, let kind = ResourceKind(named: name) else { return nil }
        self.init(kind, in: parts.count == 3 ? parts[2] : "")
    }

    /// `inventory of AWS::IAM::Role`, or with ` in REGION` behind it.
    var path: String {
        MissingInventory.word + kind.name + (region.isEmpty ? "" : " in \(region)")
    }

    private static let word = "inventory of "
}
