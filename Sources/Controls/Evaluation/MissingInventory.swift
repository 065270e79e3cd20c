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
        let text = path.utf8
        let start = text.index(text.startIndex, offsetBy: MissingInventory.word.utf8.count)
        let end = text[start...].firstIndex(of: UInt8(ascii: " ")) ?? text.endIndex
        guard let kind = ResourceKind(named: String(path[start..<end])) else { return nil }
        let region = path[end...]
        self.init(
            kind, in: region.isEmpty ? "" : String(region.dropFirst(MissingInventory.joint.count)))
    }

    /// `inventory of AWS::IAM::Role`, or with ` in REGION` behind it.
    var path: String {
        MissingInventory.word + kind.name + (region.isEmpty ? "" : MissingInventory.joint + region)
    }

    private static let word = "inventory of "
    private static let joint = " in "
}
