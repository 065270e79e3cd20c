internal import CloudModel
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
    /// How each macro over a list of resources is answered, in the order of the programs: `closed` and `joined` cost the
    /// same however many resources there are, `candidates` costs as many as share a key, `walked` all of them.
    public var queryForms: [String] {
        [applies, pass, evidence].compactMap(\.self).flatMap(\.queries).map { query in
            switch query.form {
            case .closed: "closed"
            case .joined: "joined"
            case .candidates: "candidates"
            case .walked: "walked"
            }
        }
    }
}
