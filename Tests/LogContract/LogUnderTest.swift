public import DriftEngine
public import WireFormats

/// One worker's three doors to a log.
public struct LogClient<Inputs: InputLog, Outputs: OutputTransaction, States: StateLog> {
    /// Where its records come from.
    public let inputs: Inputs
    /// Where its outputs go.
    public let outputs: Outputs
    /// Where its state comes back from.
    public let states: States

    /// A client of these doors, which belong together.
    public init(inputs: Inputs, outputs: Outputs, states: States) {
        self.inputs = inputs
        self.outputs = outputs
        self.states = states
    }
}

/// A log with one input topic of one partition, a state topic of one partition and output topics, all empty
/// and nobody else's; what each clause of the contract is tried on.
public protocol LogUnderTest: AnyObject {
    associatedtype Inputs: InputLog
    associatedtype Outputs: OutputTransaction
    associatedtype States: StateLog

    /// The name of the input topic.
    var inputTopic: String { get }

    /// A new client. Equal names fence each other; each client is a group member of its own.
    func makeClient(_ name: String) -> LogClient<Inputs, Outputs, States>

    /// Appends a record to the input.
    func feed(_ value: [UInt8])

    /// The values on an output topic that a reader sees, in order; waits until nothing more seems to come.
    func values(on topic: OutputTopic, isCommitted: Bool) -> [[UInt8]]

    /// Lets a little time pass. In 500 pauses the session of a client that asks for nothing must end, but no
    /// transaction.
    func pause()
}
