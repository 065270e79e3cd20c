internal import CloudModel
internal import Expressions
internal import JSONTokens
internal import ResourceGraph

/// Answers a plan for one resource at a time.
final class MemberDesk {
    let activation: GraphActivation
    private let machine = Expressions.Evaluator()
    private unowned let gatherer: Gatherer
    private var graph: ResourceGraph { gatherer.graph }

    init(_ gatherer: Gatherer, _ names: [String]) {
        self.gatherer = gatherer
        activation = GraphActivation(graph: gatherer.graph, names: names)
    }

    /// What a plan says of a resource; nil if it is none of the plan's. What else was read is taken down.
    func member(_ plan: CollectionPlan, _ handle: ResourceHandle, _ answers: AccountAnswers) -> Member? {
        let reader = Reader.member(plan: Int32(plan.number), handle)
        let existence = graph.existence(of: handle)
        if existence == .absent {
            gatherer.settle(reader, [], answers)
            return nil
        }
        if plan.function == .referrers { return referrer(plan, handle, answers, existence) }
        let region = plan.function == .regional ? graph.id(of: handle).region : ""
        if existence == .ambiguous {
            gatherer.settle(reader, [], answers)
            let open = answers.group(plan, region: region, key: nil, isOpen: true)
            return Member(part: .neutral, doubts: [open.number], doubtPaths: [doubt(of: handle)])
        }
        let answer = answer(plan, handle, answers.account)
        gatherer.settle(reader, activation.edges, answers)
        var member = part(of: answer, plan)
        member.readsItself = activation.reads.allSatisfy { $0.resource == handle }
        switch answer.key {
        case .none:
            member.homes = [answers.group(plan, region: region, key: nil, isOpen: false).number]
        case .text(let key):
            member.homes = [answers.group(plan, region: region, key: key, isOpen: false).number]
        case .undecided:
            member.homes = [answers.group(plan, region: region, key: nil, isOpen: true).number]
        case .foreign: break
        }
        return member
    }

    /// Reads a resource for a plan again, so that the activation holds what that reads.
    func answer(_ plan: CollectionPlan, _ handle: ResourceHandle, _ account: ResourceHandle) -> MemberAnswer {
        activation.begin(plan.control, account, asOf: .distantFuture, now: nil)
        activation.gatherer = gatherer
        return machine.answer(
            plan.query, of: plan.program, for: .object(ObjectHandle(handle.index)), in: activation)
    }

    private func part(of answer: MemberAnswer, _ plan: CollectionPlan) -> Member {
        let stamp = activation.newest
        if case .candidates = plan.query.form { return Member(part: .deciding, stamp: stamp) }
        switch answer.value {
        case .bool(let isTrue):
            return Member(part: isTrue == (plan.query.macro != .all) ? .deciding : .neutral, stamp: stamp)
        case .unknown: return Member(part: .unknown, value: answer.value, stamp: stamp)
        case .error: return Member(part: .failed, value: answer.value, stamp: stamp)
        default: return Member(part: .failed, value: .error(EvaluationError(.noSuchOverload)), stamp: stamp)
        }
    }

    /// A resource that may name subjects: it is a member of the group of each name.
    private func referrer(
        _ plan: CollectionPlan, _ handle: ResourceHandle, _ answers: AccountAnswers, _ existence: Existence
    ) -> Member {
        let answer = answer(plan, handle, answers.account)
        var member = part(of: answer, plan)
        let (names, missing) = activation.referrals(of: handle, plan.references)
        gatherer.settle(.member(plan: Int32(plan.number), handle), activation.edges, answers)
        let groups = names.map { answers.group(plan, region: "", key: $0, isOpen: false).number }
        if existence == .ambiguous {
            member = Member(
                part: .neutral, doubts: groups, doubtPaths: [doubt(of: handle)], stamp: member.stamp)
        } else {
            member.homes = groups
        }
        if !missing.isEmpty {
            member.doubts += [answers.group(plan, region: "", key: nil, isOpen: true).number]
            member.doubtPaths += missing
        }
        return member
    }

    private func doubt(of handle: ResourceHandle) -> String {
        let id = graph.id(of: handle)
        return "\(id.kind.name)(\(id.nativeID))"
    }
}
