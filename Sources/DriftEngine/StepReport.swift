/// The work that one step did; what tests assert on so that an event's cost cannot grow unseen.
public struct StepReport: Hashable, Sendable {
    /// Events that the record held.
    public var events = 0
    /// Changes that were joined into the graph.
    public var changes = 0
    /// Resources of which something reads differently now.
    public var changedResources = 0
    /// Evaluations that were made because something that they read changed.
    public var evaluations = 0
    /// Evaluations among them that an instant made due.
    public var timers = 0
    /// Evaluations among them that had waited on the worklist.
    public var waitedFor = 0
    /// Evaluations of a former instant, made to settle whether an unknown verdict keeps a finding open.
    public var pastEvaluations = 0
    /// Conditions of suppressions that were evaluated, each because its subject fails and the failure or what the condition
    /// reads may be another.
    public var conditions = 0
    /// Verdicts that differ from the last one.
    public var transitions = 0
    /// Facts that were shared with another account anew.
    public var sharedFacts = 0
    /// Effects that were emitted, state records not counted.
    public var effects = 0

    /// A step that did nothing.
    public init() {}

    /// Adds another step's work.
    public static func += (left: inout StepReport, right: StepReport) {
        left.events += right.events
        left.changes += right.changes
        left.changedResources += right.changedResources
        left.evaluations += right.evaluations
        left.waitedFor += right.waitedFor
        left.timers += right.timers
        left.pastEvaluations += right.pastEvaluations
        left.conditions += right.conditions
        left.transitions += right.transitions
        left.sharedFacts += right.sharedFacts
        left.effects += right.effects
    }
}
