import CloudModel
import DriftEngine
import WireFormats

/// What the worker's loop relies on. Each clause is tried on a new log.
public enum ContractClause: String, CaseIterable, Sendable {
    case silentUntilStart = "an assigned partition is silent until it is started"
    case startGoesBack = "a start goes to the offset that it names, also backwards"
    case limitsHold = "a poll lends no more records than its limit"
    case stopSilences = "a stopped partition is silent until it is started again"
    case commitShowsAll = "a commit makes outputs, state and the number visible"
    case abortShowsNothing = "an abort makes nothing visible, and the same records can be sent again"
    case undecidedNumbersWait = "a number is not told while a transaction that may change it is undecided"
    case restoreWaits = "a restore reads up to the end at its beginning, undecided records included"
    case successorFences = "a successor of the same name fences its predecessor and aborts its transaction"
    case lostMemberIsRefused = "a member that lost its partition cannot commit a number for it"

    /// Tries the clause. Returns what is wrong, or nil.
    public func violation<Log: LogUnderTest>(on log: Log) -> String? {
        do throws(ContractViolation) {
            try check(log)
            return nil
        } catch {
            return "\(rawValue): \(error.what)"
        }
    }

    private func check<Log: LogUnderTest>(_ log: Log) throws(ContractViolation) {
        let trial = ContractTrial(log)
        switch self {
        case .silentUntilStart: try trial.silentUntilStart()
        case .startGoesBack: try trial.startGoesBack()
        case .limitsHold: try trial.limitsHold()
        case .stopSilences: try trial.stopSilences()
        case .commitShowsAll: try trial.commitShowsAll()
        case .abortShowsNothing: try trial.abortShowsNothing()
        case .undecidedNumbersWait: try trial.undecidedNumbersWait()
        case .restoreWaits: try trial.restoreWaits()
        case .successorFences: try trial.successorFences()
        case .lostMemberIsRefused: try trial.lostMemberIsRefused()
        }
    }
}

/// What a log did against the contract.
struct ContractViolation: Error {
    let what: String

    init(_ what: String) {
        self.what = what
    }
}
