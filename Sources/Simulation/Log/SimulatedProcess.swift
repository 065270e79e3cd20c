internal import DriftEngine

/// One process of the world: its names, and the faults that its calls meet.
public final class SimulatedProcess {
    /// The cluster that it talks to.
    public let cluster: SimulatedCluster
    /// The name under which a successor fences it.
    public let transactionalID: String
    /// Its name in the group; no other process has it.
    public let memberID: String
    /// The disks that it works on.
    let machine: MemoryStores
    /// True once it has crashed. Its calls have no effect any more.
    public private(set) var isDead = false
    private let faults: FaultPlan
    /// What the world does while this process stands still for so many milliseconds.
    public var whileStalled: (Int64) -> Void

    /// A process whose stalls only let time pass.
    public init(
        _ cluster: SimulatedCluster, transactionalID: String, memberID: String, faults: FaultPlan,
        machine: MemoryStores = MemoryStores()
    ) {
        self.cluster = cluster
        self.transactionalID = transactionalID
        self.memberID = memberID
        self.faults = faults
        self.machine = machine
        whileStalled = { cluster.advance(milliseconds: $0) }
    }

    /// Ends it.
    public func crash() { isDead = true }

    /// Makes one call, with what goes wrong at it.
    func call<Answer>(
        _ point: CallPoint, _ body: (_ repeatsDelivery: Bool) throws(LogFailure) -> Answer
    ) throws(LogFailure) -> Answer {
        try check(point)
        let fault = faults.next(at: point)
        switch fault {
        case .crashBefore: crash()
        case .failBefore(let recovery): throw LogFailure(recovery, "injected before \(point.rawValue)")
        case .stall(let milliseconds): whileStalled(milliseconds)
        case .crashAfter, .failAfter, .repeatDelivery, nil: break
        }
        try check(point)
        // However the call ends, a crash leaves nobody to hear of it.
        defer { if fault == .crashAfter { crash() } }
        let answer = try body(fault == .repeatDelivery)
        if case .failAfter(let recovery) = fault {
            throw LogFailure(recovery, "injected after \(point.rawValue)")
        }
        return answer
    }

    private func check(_ point: CallPoint) throws(LogFailure) {
        if isDead { throw LogFailure(.fatal, "\(memberID) crashed at \(point.rawValue)") }
    }
}
