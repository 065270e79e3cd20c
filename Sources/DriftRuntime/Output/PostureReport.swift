internal import CloudModel
internal import Controls
internal import DriftEngine
internal import ResourceGraph

/// The current verdicts, one line each: a function of the graph and the control documents, so that the order in which
/// records came leaves no trace.
struct PostureReport {
    private let engine: PartitionEngine
    /// How many lines have each status.
    private(set) var counts: [PostureStatus: Int] = [:]

    init(_ engine: PartitionEngine) { self.engine = engine }

    /// Hands on the lines, sorted by control, then by subject.
    mutating func write(_ body: ([UInt8]) throws(RuntimeFailure) -> Void) throws(RuntimeFailure) {
        let graph = engine.graph
        // Handles count up in the order of arrival, so the subjects are sorted by what they are.
        let keys = engine.verdicts.sortedKeys
            .filter { graph.existence(of: $0.subject) != .absent }
            .map { (control: $0.control, subject: graph.id(of: $0.subject), key: $0) }
            .sorted { ($0.control, $0.subject) < ($1.control, $1.subject) }
        for entry in keys {
            guard let evaluation = engine.evaluation(of: entry.key) else { continue }
            let exception = engine.exceptions(to: entry.key, evaluation).exception
            let status = PostureReport.status(evaluation.verdict, exception)
            counts[status, default: 0] += 1
            let missing = evaluation.verdict.missing + PostureReport.missing(exception, status)
            try body(line(entry.key, entry.subject, evaluation, status, missing))
        }
    }

    private static func status(_ verdict: Verdict, _ exception: ControlException?) -> PostureStatus {
        switch exception {
        case .excluded: .excluded
        case .suppressed, .doubtful: verdict.isFail ? .suppressed : PostureStatus(verdict)
        case nil: PostureStatus(verdict)
        }
    }

    /// What is not known of the condition of the suppression.
    private static func missing(_ exception: ControlException?, _ status: PostureStatus) -> [String] {
        guard status == .suppressed, case .doubtful(_, let reasons) = exception else { return [] }
        return reasons
    }

    private func line(
        _ key: EvaluationKey, _ subject: ResourceID, _ evaluation: Evaluation, _ status: PostureStatus,
        _ missing: [String]
    ) -> [UInt8] {
        let facts = engine.catalog.controls[Int(key.control)].facts
        return JSONLine.object { line in
            line.member("control", facts.id)
            line.objects("benchmarks", facts.benchmarks.sorted()) { line, number in
                line.member("name", number.name)
                line.member("version", number.version)
                line.member("number", number.number)
            }
            line.member("account", subject.account.text)
            line.member("region", subject.region)
            line.member("kind", subject.kind.name)
            line.member("resource", engine.graph.fullName(of: subject))
            line.member("status", status.rawValue)
            line.member("missing", missing)
            if case .error(let message) = evaluation.verdict { line.member("message", message) }
            if evaluation.since == .distantPast {
                line.null("since")
            } else {
                line.member("since", evaluation.since.rfc3339)
            }
            // Of events that wrote the same at the same time the one with the least id is named, so the id is a
            // function of state; who sent it need not be.
            if let cause = evaluation.cause, evaluation.since > .distantPast {
                line.member("cause", cause.eventID)
            } else {
                line.null("cause")
            }
        }
    }
}

/// The word of a posture line.
public enum PostureStatus: String, Sendable, CaseIterable {
    /// The control holds.
    case pass = "PASS"
    /// It does not.
    case fail = "FAIL"
    /// Something that it needs was never observed.
    case unknown = "UNKNOWN"
    /// It does not apply to the subject.
    case notApplicable = "NOT_APPLICABLE"
    /// It cannot be evaluated.
    case error = "ERROR"
    /// A profile leaves the subject out.
    case excluded = "EXCLUDED"
    /// It does not hold, and a documented exception is in force.
    case suppressed = "SUPPRESSED"

    init(_ verdict: Verdict) {
        switch verdict {
        case .pass: self = .pass
        case .fail: self = .fail
        case .unknown: self = .unknown
        case .notApplicable: self = .notApplicable
        case .error: self = .error
        }
    }
}

extension Verdict {
    var isFail: Bool {
        if case .fail = self { return true }
        return false
    }

    var missing: [String] {
        if case .unknown(let names) = self { return names }
        return []
    }
}
