internal import CloudModel
internal import Controls
internal import ResourceGraph
internal import WireFormats

/// What accounts tell each other: the engine of the owner's partition follows what it shares, that of the account that gets
/// it folds it under that account's key. Where both are here it is folded at once; else it goes by the topic.
extension PartitionEngine {
    /// Follows what changed of shared resources, and what was asked for, until nothing is new.
    func exchange(_ report: inout StepReport, into effects: inout EffectBuffer) {
        while true {
            for copy in evaluator.takeCopiesRead() { ask(for: copy, &report, into: &effects) }
            guard !sharedNews.isEmpty else { return }
            let news = sharedNews
            sharedNews = SharedNews()
            for handle in news.resources { tell(of: handle, news.trigger, &report, into: &effects) }
            for account in news.organizations.sorted() {
                tellOrganization(of: account, news.trigger, &report, into: &effects)
                askOrganization(of: account, &report, into: &effects)
            }
        }
    }

    /// Takes what another partition's engine tells.
    func takeShared(
        _ bytes: Span<UInt8>, _ position: RecordPosition, _ report: inout StepReport,
        into effects: inout EffectBuffer
    ) {
        statistics.countRecord(isMalformed: false)
        do throws(DecodingFailure) {
            let record = try decoder.decodeShared(bytes)
            if let owns = options.owns, !owns(record.account) {
                throw DecodingFailure("misrouted", "account \(record.account) is not on this partition")
            }
            take(record, &report, into: &effects)
        } catch {
            bury(error, bytes, position, nil, &report, into: &effects)
        }
    }

    /// Takes note of a change of a resource that others may know of.
    func noteShared(_ delta: GraphDelta) {
        let kind = delta.closedKind ?? graph.kind(of: delta.resource)
        switch sharingRoles[Int(kind.index)] {
        case .none: return
        case .organization: sharedNews.organizations.insert(graph.id(of: delta.resource).account)
        case .chain where !ledger.organizations.isEmpty:
            let account = graph.id(of: delta.resource).account
            if ledger.organizations.contains(account) { sharedNews.organizations.insert(account) }
        case .chain, .shared: break
        case .claim:
            guard delta.changed.union(delta.past).contains(PropertySet(PartitionEngine.managementAccount)),
                graph.id(of: delta.resource).region.isEmpty
            else { return }
            sharedNews.add(delta.resource)
            sharedNews.organizations.insert(graph.id(of: delta.resource).account)
        }
        if delta.closedKind == nil, !ledger.interests.isEmpty { sharedNews.add(delta.resource) }
    }

    /// Asks the owner of a resource for a copy, once.
    private func ask(
        for copy: ResourceID, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        if let original = copy.original { return ask(original.account, for: copy, &report, into: &effects) }
        guard ledger.want(copy) else { return }
        for account in whomToAsk(copy.account) { ask(account, for: copy, &report, into: &effects) }
    }

    func ask(
        _ owner: AccountKey, for copy: ResourceID, _ report: inout StepReport,
        into effects: inout EffectBuffer
    ) {
        let interest = SharedInterest(copy: copy, of: owner)
        if ledger.ask(interest) { deliver(.interest(interest), &report, into: &effects) }
    }

    /// Tells whoever asked of a resource, and of an account's organisation whoever manages it.
    private func tell(
        of handle: ResourceHandle, _ trigger: CauseRecord?, _ report: inout StepReport,
        into effects: inout EffectBuffer
    ) {
        let id = graph.id(of: handle)
        if id.kind == PartitionEngine.accountKind {
            return claimMembership(by: handle, &report, into: &effects)
        }
        guard let sharing = id.kind.schema.sharing, let asked = id.isCopy ? id.original(of: id.account) : id
        else { return }
        for copy in ledger.interests[asked] ?? [] {
            let changes = graph.sharedChanges(of: source(of: asked, handle), sharing.properties, as: copy)
            tell(id.account, copy, changes, trigger, &report, into: &effects)
        }
    }

    /// What an account tells of a resource whose owner was not known to whoever asked: of its own, else what it was told
    /// itself.
    private func source(of asked: ResourceID, _ changed: ResourceHandle) -> ResourceHandle {
        guard let own = graph.handle(of: asked), graph.isKnown(own) else { return changed }
        return own
    }

    /// Tells all that is shared of a resource, if that is something else than was told last.
    func tell(
        _ owner: AccountKey, _ resource: ResourceID, _ changes: [ResourceChange], _ trigger: CauseRecord?,
        _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        let digest = changes.isEmpty ? nil : SharedFacts.digest(of: changes)
        guard ledger.tell(digest, SharedLedger.Place(owner: owner, resource: resource)) else { return }
        report.sharedFacts += 1
        let facts = SharedFacts(owner: owner, resource: resource, changes: changes, trigger: trigger)
        deliver(.facts(facts), &report, into: &effects)
    }

    private func deliver(
        _ record: SharedRecord, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        if options.owns?(record.account) ?? true {
            take(record, &report, into: &effects)
        } else {
            emit(.shared(record), &report, into: &effects)
        }
    }

    private func take(
        _ record: SharedRecord, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        switch record {
        case .facts(let facts): _ = fold([.shared(facts)], &report, into: &effects)
        case .interest(let interest):
            take(interest, &report, into: &effects)
        }
    }

    private func take(
        _ interest: SharedInterest, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        guard let original = interest.copy.original(of: interest.owner), ledger.add(interest, in: original)
        else { return }
        if let handle = graph.handle(of: original), graph.isKnown(handle) { sharedNews.add(handle) }
        // Who manages an organisation asks all its members on behalf of each.
        guard let copy = original.copyOfOthers(in: graph.partition(of: interest.owner)),
            isManaging(interest.owner)
        else { return }
        ask(for: copy, &report, into: &effects)
        if let handle = graph.handle(of: copy), graph.isKnown(handle) { sharedNews.add(handle) }
    }
}

/// What changed and may have to be told.
struct SharedNews {
    /// Resources that others have asked for, in the order of their changes.
    private(set) var resources: [ResourceHandle] = []
    /// Accounts whose organisation may know something else.
    var organizations: Set<AccountKey> = []
    /// The last event behind it that came in order.
    var trigger: CauseRecord?

    var isEmpty: Bool { resources.isEmpty && organizations.isEmpty }

    mutating func add(_ resource: ResourceHandle) {
        if !resources.contains(resource) { resources.append(resource) }
    }
}

/// What a kind has to do with other accounts.
enum SharingRole {
    case none
    /// Its resources are shared with whoever asks.
    case shared
    /// The same, and alarms on an organisation's trails rest on them.
    case chain
    /// Its resources are trails, or the members of an organisation.
    case organization
    /// Its resources say whose organisation an account is in.
    case claim

    /// By kind.
    static let all: [SharingRole] = KindCatalog.schemas.map { schema in
        switch schema.name {
        case PartitionEngine.accountKind.name: .claim
        case PartitionEngine.memberKind.name, OrganizationOffers.trailKind.name: .organization
        case "AWS::CloudWatch::Alarm", "AWS::Logs::LogGroup", "AWS::SNS::Topic": .chain
        default: schema.sharing == nil ? .none : .shared
        }
    }
}
