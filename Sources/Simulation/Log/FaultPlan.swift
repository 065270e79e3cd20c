public import DriftEngine

/// A call of a worker on its log, at which something can go wrong.
public enum CallPoint: String, Hashable, Sendable, CaseIterable {
    case poll, serveGroup, committedNumber, start
    case beginState, readState
    case open, begin, send, sendNumbers, commit, abort
    case openStore, readStore, writeStore
}

/// What goes wrong at a call.
public enum Fault: Hashable, Sendable {
    /// The process ends before the call has any effect.
    case crashBefore
    /// The process ends after the call had its effect, before it is answered.
    case crashAfter
    /// The call fails without effect.
    case failBefore(LogFailure.Recovery)
    /// The call has its effect and fails all the same.
    case failAfter(LogFailure.Recovery)
    /// The process stands still for so many milliseconds before the call, while the world goes on.
    case stall(milliseconds: Int64)
    /// Records are delivered again.
    case repeatDelivery
}

/// Says what goes wrong when; everything follows from the seed, or from a script.
public final class FaultPlan {
    /// While false, nothing goes wrong.
    public var isActive = true
    /// How often anything went wrong, by call.
    public private(set) var counts: [CallPoint: Int] = [:]
    private var generator: SeededGenerator
    private let permille: Int
    private var script: [(point: CallPoint, skipping: Int, fault: Fault)] = []

    /// Faults at so many of a thousand calls.
    public init(seed: UInt64, permille: Int) {
        generator = SeededGenerator(seed: seed)
        self.permille = permille
    }

    /// These faults in this order, each at the first call of its kind after that many others of the kind; the
    /// next one is looked for from there on.
    public init(script: [(point: CallPoint, skipping: Int, fault: Fault)]) {
        generator = SeededGenerator(seed: 0)
        permille = 0
        self.script = script
    }

    /// True once every scripted fault has happened.
    public var isScriptDone: Bool { script.isEmpty }

    /// True if faults are drawn, and with them processes that do not know of their successors.
    var drawsZombie: Bool { permille > 0 }

    /// What goes wrong at the next call, if anything.
    func next(at point: CallPoint) -> Fault? {
        guard isActive, let fault = scripted(point) ?? drawn(point) else { return nil }
        counts[point, default: 0] += 1
        return fault
    }

    private func scripted(_ point: CallPoint) -> Fault? {
        guard let first = script.first, first.point == point else { return nil }
        if first.skipping == 0 { return script.removeFirst().fault }
        script[0].skipping -= 1
        return nil
    }

    private func drawn(_ point: CallPoint) -> Fault? {
        guard permille > 0, generator.chance(permille: permille) else { return nil }
        return switch generator.below(10) {
        case 0: .crashBefore
        case 1: .crashAfter
        case 2, 3, 4, 5: drawnFailure(point)
        case 6: .stall(milliseconds: 1 + Int64(generator.below(2_000)))
        case 7, 8: point == .poll ? .repeatDelivery : drawnFailure(point)
        default: .stall(milliseconds: 1 + Int64(generator.below(50)))
        }
    }

    /// A failure that the call may have by its contract.
    private func drawnFailure(_ point: CallPoint) -> Fault {
        switch point {
        case .poll, .serveGroup, .committedNumber, .start, .beginState, .readState:
            .failBefore(generator.pick([.retriable, .retriable, .retriable, .fatal]))
        case .open, .abort: drawn(before: [.retriable, .fatal], after: [.retriable, .fatal])
        case .begin: .failBefore(generator.pick([.retriable, .fatal]))
        case .openStore, .readStore: .failBefore(generator.pick([.retriable, .retriable, .fatal]))
        case .writeStore:
            drawn(before: [.retriable, .retriable, .fatal], after: [.retriable, .retriable, .fatal])
        case .send: drawn(before: [.retriable, .abortable, .fatal], after: [.abortable, .fatal])
        case .sendNumbers:
            drawn(before: [.retriable, .abortable, .fatal], after: [.retriable, .abortable, .fatal])
        case .commit: drawn(before: [.retriable, .abortable, .fatal], after: [.retriable, .fatal])
        }
    }

    private func drawn(before: [LogFailure.Recovery], after: [LogFailure.Recovery]) -> Fault {
        generator.chance(permille: 500)
            ? .failBefore(generator.pick(before)) : .failAfter(generator.pick(after))
    }
}
