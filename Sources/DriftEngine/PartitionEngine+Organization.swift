internal import CloudModel
internal import Controls
internal import JSONTokens
internal import ResourceGraph

/// What the member accounts of an organisation know of their management account's trails, without asking.
///
/// A trail of the organisation is in every member account, as AWS shows it there too. With it go what its alarms rest on: its
/// log group, the alarms on that group's metrics, and the topics that these tell. What of these is not known in the management account is
/// not known in the members either.
extension PartitionEngine {
    static let accountKind = KindCatalog.kind("AWS::::Account")
    static let managementAccount = accountKind.property("ManagementAccountId")

    /// Tells every member what there is to know.
    func tellOrganization(
        of account: AccountKey, _ trigger: CauseRecord?, _ report: inout StepReport,
        into effects: inout EffectBuffer
    ) {
        let trails = organizationTrails(of: account)
        guard !trails.isEmpty || ledger.organizations.contains(account) else { return }
        let offers = OrganizationOffers(graph: graph, account: account, trails: trails)
        for member in graph.members(of: PartitionEngine.memberKind, in: account) {
            let asking = AccountKey(.aws, graph.id(of: member).nativeID)
            guard asking != account else { continue }
            let standing = standing(of: member)
            for offer in offers.all {
                let (copy, changes) = offer.copy(for: asking, standing)
                tell(account, copy, changes, trigger, &report, into: &effects)
            }
            // What no alarm rests on any more; of trails it is told for ever that they went.
            for copy in ledger.offered(by: account, to: asking)
            where copy.kind != OrganizationOffers.trailKind && !offers.names(copy) {
                tell(account, copy, [], trigger, &report, into: &effects)
            }
        }
    }

    /// Asks for what is wanted of resources whose owners are not known, whoever may know by now.
    func askOrganization(
        of account: AccountKey, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        // Who asked before there were members asks them now.
        if isManaging(account) {
            for asked in ledger.resourcesAskedFor(of: account) {
                guard let copy = asked.copyOfOthers(in: graph.partition(of: account)) else { continue }
                _ = ledger.want(copy)
            }
        }
        guard let wanted = ledger.ownerless[account] else { return }
        for other in whomToAsk(account) {
            for copy in wanted.sorted() { ask(other, for: copy, &report, into: &effects) }
        }
    }

    /// Who may know whose a resource is: the members of the organisation that an account manages, or who manages the one that
    /// it is in.
    func whomToAsk(_ account: AccountKey) -> [AccountKey] {
        var found = graph.members(of: PartitionEngine.memberKind, in: account)
            .filter { graph.existence(of: $0) == .exists }
            .map { AccountKey(.aws, graph.id(of: $0).nativeID) }
        // Its own facts tell, or a trail of the organisation that it was told of.
        if let handle = graph.handle(of: .account(account, .aws)),
            let id = graph.reading(PartitionEngine.managementAccount, of: handle).value?.view.string
        {
            found.append(AccountKey(.aws, id))
        }
        for trail in graph.members(of: OrganizationOffers.trailKind, in: account)
        where graph.isCopy(trail) && graph.existence(of: trail) == .exists {
            graph.id(of: trail).original.map { found.append($0.account) }
        }
        return Set(found).subtracting([account]).sorted()
    }

    /// True if an account has members in its organisation.
    func isManaging(_ account: AccountKey) -> Bool {
        graph.memberCount(of: PartitionEngine.memberKind, in: account) > 0
    }

    /// The trails of an account that are or were its organisation's.
    private func organizationTrails(of account: AccountKey) -> [ResourceHandle] {
        guard let flag = OrganizationOffers.trailKind.schema.sharing?.organizationFlag else { return [] }
        return graph.members(of: OrganizationOffers.trailKind, in: account).filter {
            !graph.isCopy($0) && graph.formerValues(of: flag, $0).contains(FlatValue(true))
        }
    }

    private func standing(of member: ResourceHandle) -> OrganizationOffers.Standing {
        switch graph.existence(of: member) {
        case .exists: .shared
        case .ambiguous: .doubtful
        case .absent: .ended(graph.end(of: member) ?? Timestamp(seconds: 0))
        }
    }

    /// Tells the management account of an organisation that an account is in it, or when it left.
    func claimMembership(
        by member: ResourceHandle, _ report: inout StepReport, into effects: inout EffectBuffer
    ) {
        let owner = graph.id(of: member).account
        let property = PartitionEngine.managementAccount
        let reading = graph.reading(property, of: member)
        let known = Set(
            graph.formerValues(of: property, member).compactMap(\.view.string).map { AccountKey(.aws, $0) })
        for manager in known.union(ledger.told(by: owner)).sorted() where manager != owner {
            let claim = ResourceID(
                kind: PartitionEngine.memberKind, account: manager, region: "", nativeID: owner.id)
            // What was said of another manager may be forgotten here by now.
            guard known.contains(manager) || ledger.told[.init(owner: owner, resource: claim)] != nil else {
                continue
            }
            tell(owner, claim, membership(claim, manager, reading), nil, &report, into: &effects)
        }
    }

    private func membership(
        _ claim: ResourceID, _ manager: AccountKey, _ reading: Reading
    ) -> [ResourceChange] {
        guard let cause = reading.cause else { return [] }
        guard let value = reading.value else {
            return [.step(.create, claim, at: reading.time), .step(.delete, claim, at: reading.time)]
        }
        guard value.view.string == manager.id else { return [.step(.delete, claim, at: reading.time)] }
        return [ResourceChange(resource: claim, cause: cause)]
    }
}

extension ResourceChange {
    /// A coming or going of which nobody tells more than when.
    static func step(_ step: Lifecycle, _ resource: ResourceID, at time: Timestamp) -> ResourceChange {
        ResourceChange(
            resource: resource,
            cause: CauseRecord(eventID: "", time: time, action: "shared", actor: nil), lifecycle: step)
    }
}
