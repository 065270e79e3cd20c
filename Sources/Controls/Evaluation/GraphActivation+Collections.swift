internal import CloudModel
internal import Expressions
internal import JSONTokens
internal import ResourceGraph

extension GraphActivation {
    func gather(_ query: Int, key: Value?) -> Gathered {
        guard let gatherer, let account, let plan = gatherer.plan(query) else { return .walk }
        let answers = gatherer.answers(account)
        gatherer.prepare(plan, answers)
        let id = subjectID
        var keys: [String?] = [nil]
        var region = ""
        let gaps: UnknownSet?
        switch plan.function {
        case .resources: gaps = missingRegions(plan.kind, id.account)
        case .regional:
            region = plan.kind.schema.scope == .regional ? id.region : ""
            gaps = missing(plan.kind, id.account, [region])
        case .referrers:
            keys = ReferenceWalk.names(of: id)
            gaps = missingRegions(plan.kind, id.account)
        case .ref, .isGone, .idOf, .regionOf, .accountOf: return .walk
        }
        if let text = key?.text { keys = [text] }
        var groups = keys.map { answers.group(plan, region: region, key: $0, isOpen: false) }
        groups.append(answers.group(plan, region: region, key: nil, isOpen: true))
        for group in groups { note(.group(group.number)) }
        return GatheredAnswer(
            gatherer: gatherer, plan: plan, answers: answers, groups: groups, gaps: gaps, activation: self
        ).value()
    }

    /// The resource of a kind that a text names.
    func named(_ kind: ResourceKind, _ id: ResourceID, _ text: String) -> Value {
        let wanted = ResourceID(kind, named: text, from: id)
        let (found, isOthers) = resource(wanted)
        guard let found, graph.existence(of: found, asOf: asOf) == .exists else {
            let path = "\(kind.name)(\(text))"
            return .unknown(UnknownSet(isOthers ? [GraphActivation.otherAccount, path] : [path]))
        }
        return .object(ObjectHandle(found.index))
    }

    /// Missing where what is not known is another account's.
    private static let otherAccount = "other account"

    /// True if the resource of a kind that a text names is known to exist no more.
    func isGone(_ kind: ResourceKind, _ id: ResourceID, _ text: String) -> Bool {
        resource(ResourceID(kind, named: text, from: id)).found.map { graph.isKnownGone($0, asOf: asOf) }
            ?? false
    }

    /// The resource with an id, or the copy that stands for it: a name that is no resource of the account may be another's,
    /// and is, once the account's own list is complete.
    private func resource(_ wanted: ResourceID) -> (found: ResourceHandle?, isOthers: Bool) {
        note(.resource(wanted))
        let own = graph.handle(of: wanted)
        guard wanted.kind.namesNoOwner else { return (own, wanted.isCopy) }
        if let own, graph.isKnown(own, asOf: asOf) { return (own, false) }
        guard let copy = wanted.copyOfOthers(in: graph.partition(of: wanted.account)) else {
            return (own, true)
        }
        note(.resource(copy))
        let isOthers = graph.isComplete(wanted.kind, in: wanted.account, region: "", asOf: asOf)
        if let other = graph.handle(of: copy), graph.isKnown(other, asOf: asOf) { return (other, true) }
        return (own, isOthers)
    }

    /// The resources of a kind that name the subject.
    func referrers(_ kind: ResourceKind, _ subject: ResourceID) -> Value {
        let properties = KindCatalog.references(to: subject.kind).filter { $0.kind == kind }
        let names = ReferenceWalk.names(of: subject)
        var doubts = Doubts(missingRegions(kind, subject.account))
        var values: [Value] = []
        for handle in walked(kind, subject.account, in: nil) {
            let existence = graph.existence(of: handle, asOf: asOf)
            guard existence != .absent else { continue }
            let (found, missing) = referrals(of: handle, properties)
            let isNamed = names.contains(where: found.contains)
            if existence == .ambiguous, isNamed || !missing.isEmpty {
                doubts.add([self.name(of: handle)] + missing)
            } else if isNamed {
                values.append(.object(ObjectHandle(handle.index)))
            } else {
                doubts.add(missing)
            }
        }
        return .list(ListValue(values, missing: doubts.missing, isSampled: true))
    }

    /// The names that a resource's references hold, each once, and what is not known of them.
    func referrals(
        of handle: ResourceHandle, _ references: [ReferringProperty]
    ) -> (names: [String], missing: [String]) {
        var names: [String] = []
        var missing: [String] = []
        for reference in references {
            let reading = read(reference.property, of: handle)
            switch reading.state {
            case .known(let value), .incomplete(let value, _):
                ReferenceWalk.forEachName(in: value.view, reference.path[...]) { view in
                    if let name = view.string, !names.contains(name) { names.append(name) }
                }
            case .unknown: break
            }
            if reading.gap != nil { missing.append(path(reference.property, handle)) }
        }
        return (names, missing)
    }

    /// The resources of a kind in an account, or in one of its regions.
    func resources(
        _ kind: ResourceKind, _ account: AccountKey, _ gaps: UnknownSet?, in region: String? = nil
    ) -> Value {
        var doubts = Doubts(gaps)
        var values: [Value] = []
        for handle in walked(kind, account, in: region) {
            switch graph.existence(of: handle, asOf: asOf) {
            case .exists: values.append(.object(ObjectHandle(handle.index)))
            case .ambiguous: doubts.add([name(of: handle)])
            case .absent: break
            }
        }
        return .list(ListValue(values, missing: doubts.missing, isSampled: true))
    }

    private func walked(_ kind: ResourceKind, _ account: AccountKey, in region: String?) -> [ResourceHandle] {
        if let handle = self.account { note(.kind(kind, account: handle)) }
        return region.map { Array(graph.members(of: kind, in: account, region: $0)) }
            ?? graph.members(of: kind, in: account)
    }

    private func name(of handle: ResourceHandle) -> String {
        let id = graph.id(of: handle)
        return "\(id.kind.name)(\(id.nativeID))"
    }

    /// What is not known of where resources of the kind may be; nil if nothing is missing.
    func missingRegions(_ kind: ResourceKind, _ account: AccountKey) -> UnknownSet? {
        let schema = kind.schema
        guard schema.scope == .regional, let handle = self.account,
            let property = RegionGaps.enabledRegions[schema.provider]
        else { return missingWhole(kind, account) }
        guard let regions = read(property, of: handle).value, regions.view.tag == .list
        else { return UnknownSet("\(ResourceID.accountKind(of: schema.provider).name).EnabledRegions") }
        guard asOf == .distantFuture else { return missing(kind, account, regions.view.texts) }
        return regionGaps.of(kind, handle, regions, closings: graph.closingCount) {
            missing(kind, account, regions.view.texts)
        }
    }

    /// The same where nobody tells regions apart.
    private func missingWhole(_ kind: ResourceKind, _ account: AccountKey) -> UnknownSet? {
        if graph.isComplete(kind, in: account, region: "", asOf: asOf) { return nil }
        return GraphActivation.wholeInventories[Int(kind.index)]
    }

    /// By kind, what is missing without the inventory of a whole account.
    private static let wholeInventories = KindCatalog.schemas.map {
        UnknownSet(MissingInventory(KindCatalog.kind($0.name), in: "").path)
    }

    func missing(_ kind: ResourceKind, _ account: AccountKey, _ regions: [String]) -> UnknownSet? {
        let paths = regions.filter { !graph.isComplete(kind, in: account, region: $0, asOf: asOf) }
            .map { MissingInventory(kind, in: $0).path }
        return paths.isEmpty ? nil : UnknownSet(paths)
    }
}

/// What is missing to know the members of a list: of members in doubt no more than a few are named.
private struct Doubts {
    private var paths: [String]
    private let gapCount: Int

    init(_ gaps: UnknownSet?) {
        paths = gaps?.paths ?? []
        gapCount = paths.count
    }

    mutating func add(_ missing: [String]) {
        if paths.count - gapCount < ListValue.sampleLimit { paths += missing }
    }

    var missing: UnknownSet? { paths.isEmpty ? nil : UnknownSet(paths) }
}
