public import CloudModel

extension ControlCatalog {
    /// The SDK calls that read properties of a kind's resources again: those of the controls that read them.
    ///
    /// - Parameters:
    ///   - properties: the properties by name.
    ///   - kind: the kind of the resource.
    /// - Returns: the calls, sorted; empty where no control names any.
    public func rereadCalls(for properties: [String], of kind: ResourceKind) -> [String] {
        let wanted = properties.compactMap { kind.schema.property(named: $0) }
            .reduce(into: PropertySet()) { $0.insert(PropertySet($1)) }
        var calls: Set<String> = []
        for control in controls {
            let read = control.footprint.properties(of: kind, subject: control.subject)
            if read.isDisjoint(with: wanted) { continue }
            calls.formUnion(control.rereadCalls(of: kind))
        }
        if kind == ResourceID.accountKind(of: .aws), properties.contains("EnabledRegions") {
            calls.insert(AccessPolicy.regionsCall)
        }
        return calls.sorted()
    }
}

extension CompiledControl {
    /// The calls of the control that read resources of a kind. A control's list holds calls for all it reads: those of
    /// the kind's own service are taken, and for facts of the account those that are of no other kind.
    fileprivate func rereadCalls(of kind: ResourceKind) -> [String] {
        let kinds = [subject] + footprint.others.map(\.kind)
        let isAccount = kind == ResourceID.accountKind(of: kind.schema.provider)
        return file.reread.filter { text in
            guard let call = SDKCall(text) else { return true }
            return isAccount ? !kinds.contains { call.reads($0) } : call.reads(kind)
        }
    }
}
