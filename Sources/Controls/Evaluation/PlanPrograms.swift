public import CloudModel
internal import Expressions
public import JSONTokens
internal import ResourceGraph

/// What a control's remediation comes to for one failing subject.
public struct PlanParts: Sendable, Equatable {
    /// The calls, in order.
    public let calls: [APICall]
    /// The calls that bring the prior state back; empty if that state is not known.
    public let inverse: [APICall]
    /// The values of the subject's properties that the verdict rests on, by name, as far as known.
    public let snapshot: FlatValue
    /// What must hold afterwards, by property; null if the control does not say.
    public let expected: FlatValue
    /// Every property that the verdict and the plan rest on, for telling later whether the world has moved.
    public let reads: [PropertyRead]
    /// Whether the guard holds; nil if there is none. Unknown is false, and so is a way back that is not known.
    public let guardVerdict: Bool?
}

extension Evaluator {
    /// Evaluates the remediation of a control that fails on a subject.
    ///
    /// Nil if the control does not fail there, offers no calls, or needs for them what is not known.
    public func remediationCalls(for key: EvaluationKey) -> PlanParts? {
        let control = catalog.controls[Int(key.control)]
        guard let remediation = control.remediation, remediation.hasCalls else { return nil }
        guard case .fail(let evidence) = evaluate(key).verdict else { return nil }
        let items = self.items(remediation, evidence, key.subject)
        guard let calls = self.calls(remediation.calls, items), !calls.isEmpty else { return nil }
        let inverse = self.calls(remediation.inverse, items.reversed())
        let guardVerdict = self.guardVerdict(remediation, items, isReversible: inverse != nil)
        let expected = remediation.expected.flatMap { machine.evaluate($0, in: activation).flatValue }
        return PlanParts(
            calls: calls, inverse: inverse ?? [], snapshot: snapshot(control, key.subject),
            expected: expected ?? .null, reads: activation.reads, guardVerdict: guardVerdict)
    }

    private struct Item {
        let value: FlatValue
        let id: String
    }

    private func items(
        _ remediation: CompiledRemediation, _ evidence: FlatValue, _ subject: ResourceHandle
    ) -> [Item] {
        guard remediation.isForEachEvidence else { return [Item(value: .null, id: "")] }
        let elements = elements(shownBy: evidence, subject, .distantFuture)
        return evidence.view.elements.map { element in
            let value = element.value
            return Item(value: value, id: elements.first { $0.value == value }?.id ?? "")
        }
    }

    private func guardVerdict(
        _ remediation: CompiledRemediation, _ items: [Item], isReversible: Bool
    ) -> Bool? {
        guard let condition = remediation.guardCondition else { return isReversible ? nil : false }
        guard isReversible else { return false }
        return items.allSatisfy { item in
            bind(item)
            if case .bool(true) = machine.evaluate(condition, in: activation) { return true }
            return false
        }
    }

    private func bind(_ item: Item) {
        activation.item = item.value
        activation.itemID = item.id
    }

    /// The calls for every item, or nil if a part of one is not known.
    private func calls(_ templates: [CompiledCall], _ items: some Sequence<Item>) -> [APICall]? {
        var calls: [APICall] = []
        for item in items {
            bind(item)
            for template in templates {
                switch template.when.map({ machine.evaluate($0, in: activation) }) ?? .bool(true) {
                case .bool(true):
                    guard let call = call(template.target) else { return nil }
                    calls.append(call)
                case .bool(false): break
                default: return nil
                }
            }
        }
        return calls
    }

    private func call(_ target: CompiledCall.Target) -> APICall? {
        switch target {
        case .aws(let service, let operation, let parameters):
            guard let parameters = flat(parameters) else { return nil }
            return .aws(service: service, operation: operation, parameters: parameters)
        case .http(let method, let url, let query, let body, let precondition):
            guard let address = flat(url)?.view.string, let query = flat(query), let body = flat(body),
                let precondition = flat(precondition)
            else { return nil }
            return .http(method: method, url: address, query: query, body: body, precondition: precondition)
        }
    }

    /// The program's value, null if there is no program, nil if the value is not known.
    private func flat(_ program: Program?) -> FlatValue? {
        guard let program else { return .null }
        return machine.evaluate(program, in: activation).flatValue
    }

    private func snapshot(_ control: CompiledControl, _ subject: ResourceHandle) -> FlatValue {
        var members: [(String, FlatValue)] = []
        for property in control.footprint.subject.properties {
            guard let value = graph.reading(property, of: subject).value else { continue }
            members.append((control.subject.schema[property].name, value))
        }
        return FlatValue(map: members)
    }
}
