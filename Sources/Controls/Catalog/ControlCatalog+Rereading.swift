public import CloudModel

extension ControlCatalog {
    /// The SDK calls that read properties of a kind's resources again: those of the controls that read them.
    ///
    /// - Parameters:
    ///   - properties: the properties.
    ///   - kind: the kind of the resource.
    /// - Returns: the calls, sorted; empty where no control names any. A property that no control reads, and that names
    ///   another resource, is read by the calls of that one's kind: they tell what is named.
    public func rereadCalls(for properties: PropertySet, of kind: ResourceKind) -> [String] {
        var calls: Set<String> = []
        for property in properties.properties {
            let own = (rereads[kind] ?? []).filter { !$0.properties.isDisjoint(with: PropertySet(property)) }
            let sources = own.isEmpty ? rereads(ofNamed: kind.schema[property]) : own
            for source in sources { calls.formUnion(source.calls) }
        }
        return calls.sorted()
    }

    /// The SDK calls that answer a request for a whole list of a kind's resources, sorted: those that list and describe them,
    /// and those that controls name.
    public func listCalls(of kind: ResourceKind) -> [String] {
        let listing = ListingCalls.calls(for: kind)
        if listing.isEmpty { return rereadCalls(for: kind.schema.allProperties, of: kind) }
        return Set(listing + (rereads[kind] ?? []).flatMap(\.calls)).sorted()
    }

    private func rereads(ofNamed property: PropertySchema) -> [RereadSource] {
        property.refersTo.compactMap { ResourceKind(named: $0.kindName) }.flatMap { rereads[$0] ?? [] }
    }

    /// Which calls read which properties of a kind again.
    struct RereadSource: Sendable {
        let properties: PropertySet
        let calls: [String]
    }

    static func rereadSources(_ controls: [CompiledControl]) -> [ResourceKind: [RereadSource]] {
        var sources: [ResourceKind: [RereadSource]] = [:]
        for control in controls {
            let account = ResourceID.accountKind(of: control.subject.schema.provider)
            for kind in Set([control.subject, account] + control.footprint.others.map(\.kind)) {
                let calls = control.rereadCalls(of: kind)
                guard !calls.isEmpty else { continue }
                let properties = control.footprint.properties(of: kind, subject: control.subject)
                sources[kind, default: []].append(RereadSource(properties: properties, calls: calls))
            }
        }
        let account = ResourceID.accountKind(of: .aws)
        if let regions = account.schema.property(named: "EnabledRegions") {
            sources[account, default: []].append(
                RereadSource(properties: PropertySet(regions), calls: [AccessPolicy.regionsCall]))
        }
        return sources
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
