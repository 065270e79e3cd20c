internal import DriftEngine

/// Whether a worker does its part, and in words how it stands.
struct Readiness {
    let isReady: Bool
    let detail: String

    /// Ready means that the group has shared out the partitions, that all that this worker owns run, and that the brokers answer. A
    /// worker for which none was left is ready too.
    init(running: Int, of owned: Int, isAssigned: Bool, _ standing: RunReport.Standing) {
        switch standing {
        case .waiting(let failure), .stopped(let failure):
            isReady = false
            detail = "waiting: \(failure.reason)"
        case .running where isAssigned:
            isReady = running == owned
            detail = "\(running) of \(owned) partitions run"
        case .running:
            isReady = false
            detail = "waiting: the group has not shared out the partitions"
        }
    }
}
