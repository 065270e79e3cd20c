internal import JSONTokens

/// A filter pattern of CloudWatch Logs, parsed.
///
/// Whether it matches an event is true, false, or nil where AWS does not document the answer: a `!=` on a field that
/// the event lacks, or a regular expression, which is not tried.
enum LogFilterPattern: Sendable {
    /// The empty pattern: every event.
    case everything
    /// A condition on the fields of JSON events: `{ $.eventName = "X" }`.
    case fields(FieldCondition)
    /// Words that must stand, or must not stand, in the event's text: `ERROR -Exiting`.
    case terms(TermPattern)
    /// Names of the columns of space-delimited events: `[ip, user, ..., status = 4*]`. JSON events have no columns.
    case columns

    /// True if the pattern matches the event, which is an object; nil if that is not known.
    func matches(_ event: some LogEvent) -> Bool? {
        switch self {
        case .everything: true
        case .fields(let condition): condition.holds(in: event)
        case .terms(let terms): terms.match(event.text)
        case .columns: nil
        }
    }

    /// What trying it on one event costs: its comparisons, or a look through the text for each word.
    var weight: Int {
        switch self {
        case .everything, .columns: 1
        case .fields(let condition): condition.testCount
        case .terms(let terms): 32 * (1 + terms.wordCount)
        }
    }

    /// True if the pattern matches the event's text, which may be any; nil if that is not known.
    func matches(text: String) -> Bool? {
        switch self {
        case .everything: return true
        case .terms(let terms): return terms.match(text)
        case .columns: return nil
        case .fields(let condition):
            guard let event = try? FlatValue(json: text), event.view.tag == .map else { return false }
            return condition.holds(in: event.view)
        }
    }
}

/// An event whose fields a filter pattern asks for.
protocol LogEvent {
    /// The value at a place without `*`; nil where it is missing.
    func value(at selector: FieldSelector) -> FlatView?
    /// The values at a place.
    func values(at selector: FieldSelector) -> [FlatView]
    /// The event as it is logged.
    var text: String { get }
}

extension FlatView: LogEvent {
    func value(at selector: FieldSelector) -> FlatView? { selector.value(in: self) }
    func values(at selector: FieldSelector) -> [FlatView] { selector.values(in: self) }
    var text: String { json }
}

/// A condition on the fields of an event; `&&` binds more strongly than `||`.
indirect enum FieldCondition: Sendable {
    case all([FieldCondition])
    case any([FieldCondition])
    case test(FieldSelector, FieldTest)

    /// How many comparisons it has.
    var testCount: Int {
        switch self {
        case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.testCount }
        case .test: 1
        }
    }

    /// True if it holds; nil if that is not known. What decides counts more than what is not known.
    func holds(in event: some LogEvent) -> Bool? {
        switch self {
        case .test(let selector, let test): return test.holds(for: selector, in: event)
        case .all(let parts): return FieldCondition.decide(parts, by: false, in: event)
        case .any(let parts): return FieldCondition.decide(parts, by: true, in: event)
        }
    }

    private static func decide(
        _ parts: [FieldCondition], by deciding: Bool, in event: some LogEvent
    ) -> Bool? {
        var isKnown = true
        for part in parts {
            guard let value = part.holds(in: event) else {
                isKnown = false
                continue
            }
            if value == deciding { return deciding }
        }
        return isKnown ? !deciding : nil
    }
}

/// A place in an event: `$.userIdentity.type`, `$.requestParameters.ipPermissions.items[0].ipProtocol`.
struct FieldSelector: Sendable {
    enum Step: Sendable {
        case member(String)
        case element(Int)
        /// `*` or `[*]`: every member or element.
        case each
    }

    let steps: [Step]
    /// True if no step is `*`, so that there is at most one value.
    let isPlain: Bool

    init(steps: [Step]) {
        self.steps = steps
        isPlain = steps.allSatisfy { step in
            if case .each = step { false } else { true }
        }
    }

    /// The values at the place: none where it is missing, several only behind a `*`.
    func values(in event: FlatView) -> [FlatView] {
        var values = [event]
        for step in steps {
            values = values.flatMap { FieldSelector.inner(step, of: $0) }
            if values.isEmpty { break }
        }
        return values
    }

    /// The value at the place, where no step is `*`.
    func value(in event: FlatView) -> FlatView? {
        var value = event
        for step in steps {
            let inner =
                switch step {
                case .member(let name): value.member(name)
                case .element(let index): value.element(index)
                case .each: FlatView?.none
                }
            guard let inner else { return nil }
            value = inner
        }
        return value
    }

    private static func inner(_ step: Step, of value: FlatView) -> [FlatView] {
        switch step {
        case .member(let name): value.member(name).map { [$0] } ?? []
        case .element(let index): value.element(index).map { [$0] } ?? []
        case .each: value.tag == .map ? value.members.map(\.value) : Array(value.elements)
        }
    }
}
