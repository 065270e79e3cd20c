internal import JSONTokens

/// Made-up CloudTrail events that show whether a filter matches what a selector asks for, and nothing beyond.
struct ProbeEvents {
    struct Probe {
        let event: ProbeEvent
        /// Which clauses set it apart; its name is made of them.
        fileprivate let telling: [Int]

        /// What sets the event apart: `eventName CreateTrail`.
        var name: String {
            telling.map { place in
                let change = event.changes[place]
                return "\(change.path.joined(separator: ".")) \(change.value?.view.string ?? "absent")"
            }.joined(separator: ", ")
        }
    }

    /// Events that satisfy the selector.
    private(set) var wanted: [Probe] = []
    /// Events that violate exactly one clause of it.
    private(set) var unwanted: [Probe] = []

    /// Above this many combinations of values a selector is refused.
    static let maximumCount = 1024

    /// The probes of a selector; nil if there would be too many.
    init?(_ selector: EventSelector) {
        let choices = selector.clauses.map { clause in clause.satisfying.map { Self.change(clause, $0) } }
        let count = choices.reduce(1) { min($0, ProbeEvents.maximumCount) * $1.count }
        guard count <= ProbeEvents.maximumCount else { return nil }
        let varying = choices.indices.filter { choices[$0].count > 1 }
        for changes in ProbeEvents.combinations(choices) {
            for base in ProbeEvent.bases {
                let event = ProbeEvent(base: base, changes: changes)
                wanted.append(Probe(event: event, telling: varying.isEmpty ? [0] : varying))
            }
        }
        for (place, clause) in selector.clauses.enumerated() where !clause.isOptional {
            for value in clause.violating {
                var changes = choices.map { $0[0] }
                changes[place] = Self.change(clause, value)
                // Of two clauses on one field the violated one decides.
                for other in changes.indices where changes[other].path == changes[place].path {
                    changes[other] = changes[place]
                }
                let event = ProbeEvent(base: ProbeEvent.bases[0], changes: changes)
                unwanted.append(Probe(event: event, telling: [place]))
            }
        }
    }

    /// How many events there are.
    var count: Int { wanted.count + unwanted.count }

    private static func change(_ clause: EventSelector.Clause, _ value: String?) -> ProbeEvent.Change {
        ProbeEvent.Change(
            path: clause.field.split(separator: ".").map(String.init), value: value.map { FlatValue($0) })
    }

    private static func combinations(_ choices: [[ProbeEvent.Change]]) -> [[ProbeEvent.Change]] {
        choices.reduce([[]]) { rows, values in rows.flatMap { row in values.map { row + [$0] } } }
    }
}
