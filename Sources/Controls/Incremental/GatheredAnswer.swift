internal import CloudModel
internal import Expressions
internal import ResourceGraph

/// Makes a query's answer out of the groups that its evaluation reads.
struct GatheredAnswer {
    let gatherer: Gatherer
    let plan: CollectionPlan
    let answers: AccountAnswers
    /// The groups of the keys asked for, then that of the undecided.
    let groups: [MemberGroup]
    /// What is not known of where resources may be.
    let gaps: UnknownSet?
    /// Takes down what the members that decide read.
    let activation: GraphActivation

    func value() -> Gathered {
        if case .candidates = plan.query.form {
            let found = merged(.deciding, limit: .max)
            return .candidates(list(found, missing(), isSampled: true))
        }
        switch plan.query.macro {
        case .exists, .all: return .value(search())
        case .existsOne: return .value(one())
        case .filter, .map: return matches()
        }
    }

    private func search() -> Value {
        let isAll = plan.query.macro == .all
        if let first = merged(.deciding, limit: 1).first {
            note([first])
            return .bool(!isAll)
        }
        return undecided() ?? .bool(isAll)
    }

    private func one() -> Value {
        let found = merged(.deciding, limit: 2)
        note(found)
        if found.count > 1, groups.allSatisfy(\.failed.isEmpty) { return .bool(false) }
        return undecided() ?? .bool(found.count == 1)
    }

    private func matches() -> Gathered {
        let found = merged(.deciding, limit: ListValue.sampleLimit)
        note(found)
        let pending = undecided()
        guard groups.allSatisfy(\.failed.isEmpty) else { return .value(pending ?? .null) }
        var missing: UnknownSet?
        if case .unknown(let paths)? = pending { missing = paths }
        return .matches(list(found, missing, isSampled: false))
    }

    /// What is left if no member decided: unknown beats error; nil if nothing is left open.
    private func undecided() -> Value? {
        if let newest = groups.compactMap({ gatherer.newest(of: $0, plan, answers) }).max(by: {
            $0.time < $1.time
        }),
            let member = answers[plan, newest.handle]
        {
            noteStamp(newest.handle, member)
        }
        var missing = missing()
        for handle in merged(.unknown, limit: ListValue.sampleLimit) {
            guard let member = answers[plan, handle] else { continue }
            noteStamp(handle, member)
            guard case .unknown(let paths) = member.value else { continue }
            missing = missing?.union(paths) ?? paths
        }
        if let missing { return .unknown(missing) }
        return merged(.failed, limit: 1).first.flatMap { answers[plan, $0]?.value }
    }

    /// Why the list may be longer than known; nil if it is complete.
    private func missing() -> UnknownSet? {
        let homes = groups.dropLast()
        var paths: [String] = []
        // Those that are members for certain are passed over, and so do not count.
        let limit = homes.reduce(ListValue.sampleLimit) { $0 + $1.count }
        for handle in merged(.doubtful, limit: limit) {
            guard let member = answers[plan, handle] else { continue }
            if homes.contains(where: { member.homes.contains($0.number) }) { continue }
            paths += member.doubtPaths
            if paths.count >= ListValue.sampleLimit { break }
        }
        return paths.isEmpty ? gaps : UnknownSet((gaps?.paths ?? []) + paths)
    }

    private func list(_ handles: [ResourceHandle], _ missing: UnknownSet?, isSampled: Bool) -> Value {
        .list(
            ListValue(
                handles.map { .object(ObjectHandle($0.index)) }, missing: missing, isSampled: isSampled))
    }

    /// The first of several groups' members in canonical order.
    private func merged(_ list: MemberGroup.List, limit: Int) -> [ResourceHandle] {
        let filled = groups.map { $0[list] }.filter { !$0.isEmpty }
        guard filled.count > 1 else { return filled.first?.prefix(limit) ?? [] }
        var found: [ResourceHandle] = []
        for handle in filled.flatMap({ $0.prefix(limit) }).sorted(by: gatherer.order)
        where handle != found.last { found.append(handle) }
        return Array(found.prefix(limit))
    }

    /// Takes down what the answer for a member that decides nothing rests on. Of its own properties the stamp is enough:
    /// that members of the list are read the control's text tells.
    private func noteStamp(_ handle: ResourceHandle, _ member: Member) {
        guard member.readsItself else { return note([handle]) }
        if let stamp = member.stamp { activation.adopt(stamp) }
    }

    /// Takes down what the answers for members read, as if the evaluation itself had read it.
    private func note(_ handles: [ResourceHandle]) {
        for handle in handles {
            gatherer.withDesk { desk in
                _ = desk.answer(plan, handle, answers.account)
                activation.adopt(desk.activation)
            }
        }
    }
}
