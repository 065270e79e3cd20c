internal import CloudModel
internal import Expressions
internal import ResourceGraph

/// Keeps the answers of a catalogue's queries over the resources of one graph, so that a change costs as much as it
/// changes, however many resources there are.
///
/// A plan's resources are answered one by one when an account is first asked about, and from then on as they change. What
/// a query reads of them are groups: counts and the first few by canonical order, so that two gatherers that have seen the
/// same graph say the same. The graph's owner tells every delta.
///
/// What is kept of an account can be let go of: whoever asks then is answered from the graph again, but what changes wakes
/// nobody who has not asked since.
final class Gatherer {
    let graph: ResourceGraph
    private let plans: [CollectionPlan?]
    private let names: [String]
    private var accounts: [ResourceHandle: AccountAnswers] = [:]
    /// The account that was asked for last.
    private var last: AccountAnswers?
    private var ring = AnswerRing()
    /// By kind, the plans over its resources, and those whose answers ask for others of the kind.
    private var plansOfKind: [[Int]]
    private var plansAskingFor: [[Int]]
    /// By plan, the plans of the same control.
    private var companions: [[Int]]
    private var copiesRead: Set<ResourceID> = []
    private var newCopiesRead: [ResourceID] = []
    /// Room to answer members, one for each depth of queries in queries.
    private var desks: [MemberDesk] = []
    private var depth = 0

    init(_ catalog: ControlCatalog, _ graph: ResourceGraph) {
        self.graph = graph
        plans = catalog.plans
        names = catalog.names
        plansOfKind = Array(repeating: [], count: KindCatalog.schemas.count)
        plansAskingFor = plansOfKind
        companions = Array(repeating: [], count: plans.count)
        for run in Dictionary(grouping: plans.compactMap(\.self), by: { ObjectIdentifier($0.control) }).values
        {
            for plan in run { companions[plan.number] = run.map(\.number) }
        }
        for case let plan? in plans {
            plansOfKind[Int(plan.kind.index)].append(plan.number)
            for kind in Set(plan.nestedKinds + plan.namedKinds) {
                plansAskingFor[Int(kind.index)].append(plan.number)
            }
        }
    }

    /// The plan with this number; nil if the query has none.
    func plan(_ number: Int) -> CollectionPlan? { plans.indices.contains(number) ? plans[number] : nil }

    /// Canonical order.
    func order(_ left: ResourceHandle, _ right: ResourceHandle) -> Bool {
        graph.id(of: left) < graph.id(of: right)
    }

    /// What is kept of an account.
    func answers(_ account: ResourceHandle) -> AccountAnswers {
        if let last, last.account == account { return last }
        let found: AccountAnswers
        if let known = accounts[account] {
            found = known
        } else {
            found = AccountAnswers(account)
            accounts[account] = found
            ring.add(found)
        }
        found.isUsed = true
        last = found
        return found
    }

    /// Lets go of what is kept of accounts that were not asked for lately, until no more than `limit` answers are left of
    /// those that may go: once `isSmall` is not true of an account, it stays for good. Returns those that went.
    func trim(to limit: Int, isSmall: (ResourceHandle) -> Bool) -> [ResourceHandle] {
        last = nil
        let gone = ring.trim(to: limit, isSmall: isSmall)
        for account in gone { accounts[account] = nil }
        return gone
    }

    /// Takes down what a reader read.
    func settle(_ reader: Reader, _ read: [Edge], _ answers: AccountAnswers) {
        answers.edges.set(reader, read)
        ring.noteAnswer()
        for case .resource(let id) in read where id.isCopy && copiesRead.insert(id).inserted {
            newCopiesRead.append(id)
        }
    }

    /// Takes out the copies of other accounts' resources that were read for the first time, whether they are there or not.
    func takeCopiesRead() -> [ResourceID] {
        if newCopiesRead.isEmpty { return [] }
        defer { newCopiesRead.removeAll() }
        return newCopiesRead
    }

    /// Answers every resource of an account, unless that was done before; for the control's other queries too, so that it
    /// is done while the account is small and not with the first failure of a big one, which asks for evidence.
    func prepare(_ plan: CollectionPlan, _ answers: AccountAnswers) {
        guard !answers.filled.contains(Int32(plan.number)) else { return }
        for number in companions[plan.number] { if let plan = plans[number] { fill(plan, answers) } }
    }

    private func fill(_ plan: CollectionPlan, _ answers: AccountAnswers) {
        guard answers.filled.insert(Int32(plan.number)).inserted else { return }
        var queue: [Reader] = []
        for handle in graph.members(of: plan.kind, in: graph.id(of: answers.account).account) {
            update(handle, plan, answers, &queue)
        }
    }

    /// Lends room for answering members; nests.
    func withDesk<Result>(_ body: (MemberDesk) -> Result) -> Result {
        if depth == desks.count { desks.append(MemberDesk(self, names)) }
        depth += 1
        defer { depth -= 1 }
        return body(desks[depth - 1])
    }

    /// Brings the answers up to date with a change and adds the evaluations that must be made again, some maybe twice.
    func addAffected(by delta: GraphDelta, to found: inout [EvaluationKey], _ wide: inout [WideChange]) {
        guard let account = graph.accountHandle(of: delta.resource), accounts[account] != nil else { return }
        let answers = answers(account)
        var queue: [Reader] = []
        if !delta.changed.isEmpty || delta.isExistenceChanged {
            start(delta, answers, &queue)
        } else if delta.isPastExistenceChanged {
            // That it is gone may be known only now, though it was never there as far as was known.
            queue += answers.edges.readers(of: .resource(graph.id(of: delta.resource)))
        }
        if let kind = delta.closedKind {
            for number in plansAskingFor[Int(kind.index)] { queue += readers(of: number, answers) }
        }
        var next = 0
        while next < queue.count {
            switch queue[next] {
            case .evaluation(let key): found.append(key)
            case .subjects(let control, let account):
                wide.append(WideChange(control: control, account: account))
            case .member(let number, let handle):
                if let plan = plans[Int(number)] { update(handle, plan, answers, &queue) }
            }
            next += 1
        }
    }

    private func start(_ delta: GraphDelta, _ answers: AccountAnswers, _ queue: inout [Reader]) {
        let id = graph.id(of: delta.resource)
        for number in plansOfKind[Int(id.kind.index)] {
            guard let plan = plans[number], answers.filled.contains(Int32(number)),
                delta.isExistenceChanged || !delta.changed.isDisjoint(with: plan.properties)
            else { continue }
            update(delta.resource, plan, answers, &queue)
        }
        queue += answers.edges.readers(of: .resource(id))
        queue += answers.edges.readers(of: .kind(id.kind, account: answers.account))
        // Which lists are complete depends on the account's regions.
        if delta.resource == answers.account {
            for case let plan? in plans where !plan.nestedKinds.isEmpty {
                queue += readers(of: plan.number, answers)
            }
        }
    }

    private func readers(of number: Int, _ answers: AccountAnswers) -> [Reader] {
        guard let plan = plans[number], answers.filled.contains(Int32(number)) else { return [] }
        return graph.members(of: plan.kind, in: graph.id(of: answers.account).account)
            .map { .member(plan: Int32(number), $0) }
    }

    /// Answers a resource anew and queues who must look again.
    private func update(
        _ handle: ResourceHandle, _ plan: CollectionPlan, _ answers: AccountAnswers, _ queue: inout [Reader]
    ) {
        let before = answers[plan, handle]
        let after = withDesk { $0.member(plan, handle, answers) }
        if let before, let after, before.isSame(as: after) {
            if !Stamp.isSame(before.stamp, after.stamp) || before.readsItself != after.readsItself {
                note(handle, after, plan, answers)
            }
            if plan.showsResources {
                for home in after.homes { wake(home, shows: handle, plan, answers, &queue) }
            }
            return
        }
        var touched: [Int32] = []
        for number in [before?.homes, before?.doubts, after?.homes, after?.doubts].compactMap(\.self).joined()
        where !touched.contains(number) { touched.append(number) }
        let sights = touched.map { answers.groups[Int($0)].sight(plan) }
        replace(before, by: after, handle, plan, answers)
        for (number, sight) in zip(touched, sights) {
            let isDoubt =
                (before?.doubts.contains(number) ?? false) || (after?.doubts.contains(number) ?? false)
            if isDoubt || answers.groups[Int(number)].sight(plan) != sight {
                queue += answers.edges.readers(of: .group(number))
            } else {
                wake(number, shows: handle, plan, answers, &queue)
            }
        }
    }

    /// Queues the readers of a group to whom the resource is shown, or of whose sample it is part.
    private func wake(
        _ number: Int32, shows handle: ResourceHandle, _ plan: CollectionPlan, _ answers: AccountAnswers,
        _ queue: inout [Reader]
    ) {
        let sight = answers.groups[Int(number)].sight(plan)
        var isShown = sight.unknown.contains(handle) || sight.failed == handle
        if plan.showsResources {
            if case .candidates = plan.query.form { isShown = true }
            isShown = isShown || sight.deciding.contains(handle)
        }
        if isShown { queue += answers.edges.readers(of: .group(number)) }
    }

    private func replace(
        _ before: Member?, by after: Member?, _ handle: ResourceHandle, _ plan: CollectionPlan,
        _ answers: AccountAnswers
    ) {
        let groups = answers.groups
        if let before {
            for home in before.homes { groups[Int(home)].remove(handle, before.part, by: order) }
            for doubt in before.doubts { groups[Int(doubt)].remove(doubtful: handle, by: order) }
        }
        answers[plan, handle] = after
        guard let after else { return }
        for home in after.homes { groups[Int(home)].insert(handle, after.part, by: order) }
        for doubt in after.doubts { groups[Int(doubt)].insert(doubtful: handle, by: order) }
        note(handle, after, plan, answers)
    }

    /// Takes down a member's newest stamp.
    private func note(
        _ handle: ResourceHandle, _ member: Member, _ plan: CollectionPlan, _ answers: AccountAnswers
    ) {
        answers[plan, handle] = member
        for home in member.homes {
            let group = answers.groups[Int(home)]
            group.newest.note(
                .init(time: member.time, handle: handle), count: group.count,
                isTrue: { Gatherer.isTrue($0, home, plan, answers) }, by: order)
        }
    }

    private static func isTrue(
        _ entry: NewestMembers.Entry, _ home: Int32, _ plan: CollectionPlan, _ answers: AccountAnswers
    ) -> Bool {
        guard let member = answers[plan, entry.handle] else { return false }
        return member.time == entry.time && member.homes.contains(home)
    }

    /// The member of a group with the newest stamp; nil if it has none.
    func newest(
        of group: MemberGroup, _ plan: CollectionPlan, _ answers: AccountAnswers
    ) -> NewestMembers.Entry? {
        group.newest.first(isTrue: { Gatherer.isTrue($0, group.number, plan, answers) }, by: order)
    }
}
