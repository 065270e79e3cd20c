public import CloudModel
public import ResourceGraph

/// One verdict and what it rests on. A function of the graph alone.
public struct Evaluation: Sendable {
    /// What the control says.
    public let verdict: Verdict
    /// Every property that was read, by resource and property, each once, in the order of first reading.
    public let reads: [PropertyRead]
    /// Since when, in event time: for a fail with elements as evidence the oldest stamp among them, otherwise
    /// the newest
    /// stamp among what was read; if time changed an answer later than that, the instant at which it did; the distant
    /// past if nothing was read.
    public let since: Timestamp
    /// What wrote the value with that stamp, or the passing of time; nil if nothing was read.
    public let cause: CauseRecord?
    /// The instant at which time alone may give another verdict; nil if it never does.
    public let nextChange: Timestamp?

    /// One evaluation.
    public init(
        verdict: Verdict, reads: [PropertyRead], since: Timestamp, cause: CauseRecord?,
        nextChange: Timestamp? = nil
    ) {
        self.verdict = verdict
        self.reads = reads
        self.since = since
        self.cause = cause
        self.nextChange = nextChange
    }
}

/// One property of one resource that an evaluation read.
public struct PropertyRead: Hashable, Sendable {
    /// Which resource.
    public let resource: ResourceHandle
    /// Which property.
    public let property: PropertyID

    /// One read.
    public init(resource: ResourceHandle, property: PropertyID) {
        self.resource = resource
        self.property = property
    }
}

/// One control on one subject: what `ControlIndex` finds and `Evaluator` evaluates.
public struct EvaluationKey: Hashable, Comparable, Sendable {
    /// The control's position in the `ControlCatalog`, which is sorted by control id.
    public let control: Int32
    /// What it is about.
    public let subject: ResourceHandle

    /// One evaluation to make.
    public init(control: Int32, subject: ResourceHandle) {
        self.control = control
        self.subject = subject
    }

    /// Both numbers in one go.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(Int64(control) << 32 | Int64(subject.index))
    }

    /// By control, then by handle; the same in every run over the same recorded input.
    public static func < (left: EvaluationKey, right: EvaluationKey) -> Bool {
        (left.control, left.subject.index) < (right.control, right.subject.index)
    }
}
