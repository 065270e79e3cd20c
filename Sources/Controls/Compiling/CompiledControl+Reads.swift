public import CloudModel
internal import Expressions

extension CompiledControl {
    /// The properties that a verdict can rest on, as `Kind.Property`: first the subject's, then the account's, then those
    /// of other kinds. A change of any of them is what triggers an evaluation.
    public var reads: [String] {
        let account = ResourceID.accountKind(of: subject.schema.provider)
        var names = CompiledControl.names(footprint.subject, of: subject)
        names += CompiledControl.names(footprint.account, of: account)
        for other in footprint.others {
            names.append("\(other.kind.name) (which exist)")
            names += CompiledControl.names(other.properties, of: other.kind)
        }
        return names
    }

    private static func names(_ properties: PropertySet, of kind: ResourceKind) -> [String] {
        properties.properties.map { "\(kind.name).\(kind.schema[$0].name)" }
    }
}

extension CompiledControl {
    /// True if an evaluation can read the property of a kind, be it the subject's, the account's or another's.
    public func reads(_ property: PropertyID, of kind: ResourceKind) -> Bool {
        footprint.properties(of: kind, subject: subject).contains(PropertySet(property))
    }
}
