import AdminAPI
import DriftRuntime
import Logging

/// The paths by which profiles come and are decided about.
struct ProfileRoutes {
    private let intake: ProfileIntake
    private let gate: AccessGate?

    init(_ settings: RunSettings, _ logger: Logger) {
        intake = ProfileIntake(settings, logger: logger)
        gate = settings.http?.access.map { AccessGate($0, logger: logger) }
    }

    var all: [AdminRoute] {
        let (path, intake) = ("POST /v1/assessments/benchmarks", intake)
        guard let gate else {
            return [
                AdminRoute(path, loopback: { request in await Self.onThread { intake.take(request.body) } })
            ]
        }
        return [
            Self.route(path, gate, .propose) { request, caller in intake.take(request.body, from: caller) },
            Self.route("GET /v1/approvals", gate, .look) { _, caller in intake.openChanges(for: caller) },
            Self.route("POST /v1/approvals/:id", gate, .approve) { request, caller in
                intake.decide(request.id, request.body, by: caller)
            },
        ]
    }

    /// A route for who has the role, with what is then done.
    private static func route(
        _ pattern: String, _ gate: AccessGate, _ duty: AccessGate.Duty,
        _ work: @escaping @Sendable (AdminRequest, Caller) -> IntakeAnswer
    ) -> AdminRoute {
        AdminRoute(pattern) { authorization in
            // Only where keys must be fetched it may take long.
            var admission = gate.admitAtOnce(authorization, to: duty)
            if admission == nil {
                admission = await waiting("keys") { gate.admit(authorization, to: duty) }
            }
            switch admission {
            case .caller(let caller): return .open { request in await onThread { work(request, caller) } }
            case .refused(let answer): return .refused(Self.answer(answer))
            case nil: preconditionFailure("a gate that waits decides")
            }
        }
    }

    /// Brokers are asked and waited for, so each document has a thread of its own.
    private static func onThread(_ work: @escaping @Sendable () -> IntakeAnswer) async -> AdminAnswer {
        answer(await waiting("profile", work))
    }

    private static func waiting<Value: Sendable>(
        _ name: String, _ work: @escaping @Sendable () -> Value
    ) async -> Value {
        await withCheckedContinuation { continuation in
            WorkerThread.start(name) { continuation.resume(returning: work()) }
        }
    }

    private static func answer(_ answer: IntakeAnswer) -> AdminAnswer {
        AdminAnswer(answer.status, answer.body, challenge: answer.challenge)
    }
}
