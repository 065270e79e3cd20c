internal import CloudModel
internal import JSONTokens

/// The fields of one LogEntry with an audit log in it.
struct GCPEntry {
    let tape: TokenTape
    let entry: Token
    let payload: Token

    var serviceName: String? { text(tape.member(payload, "serviceName")) }

    var methodName: String? { text(tape.member(payload, "methodName")) }

    var resourceName: String? { text(tape.member(payload, "resourceName")) }

    var logName: String? { text(tape.member(entry, "logName")) }

    var insertID: String? { text(tape.member(entry, "insertId")) }

    var time: String? { text(tape.member(entry, "timestamp")) }

    /// A label of the monitored resource.
    func label(_ key: StaticString) -> String? {
        guard let labels = tape.member(entry, "resource", "labels") else { return nil }
        return text(tape.member(labels, key))
    }

    /// The log behind the project: `activity`, `data_access`, `system_event`, `policy`.
    var isDataAccess: Bool { logName?.hasSuffix("data_access") ?? false }

    /// True if the entry says that the call did not succeed.
    var isRefused: Bool {
        if let code = tape.member(payload, "status", "code"), let number = tape.int(code) {
            return number != 0
        }
        guard let error = tape.member(payload, "response", "error") else { return false }
        return error.kind == .object && error.length > 0
    }

    /// The request, or nil if it is missing, holds nothing but its type, or is part of a split entry.
    var request: FlatValue? { body("request") }

    /// The response under the same conditions.
    var response: FlatValue? { body("response") }

    private func body(_ key: StaticString) -> FlatValue? {
        guard !isSplit, let token = tape.member(payload, key), token.kind == .object else { return nil }
        for (name, _) in tape.members(token) where !tape.equals(name, "@type") {
            return tape.flatValue(token)
        }
        return nil
    }

    /// An oversized entry is cut into several; none of them has the whole body.
    private var isSplit: Bool {
        guard let total = tape.member(entry, "split", "totalSplits"), let count = tape.int(total) else {
            return false
        }
        return count > 1
    }

    /// The differences of an IAM policy.
    var policyDelta: FlatValue? {
        for key: StaticString in ["serviceData", "metadata"] {
            if let delta = tape.member(payload, key, "policyDelta"), delta.kind == .object {
                return tape.flatValue(delta)
            }
        }
        return nil
    }

    /// The operation's key and which of its entries this is; nil for a single entry.
    var operation: (key: String, isFirst: Bool, isLast: Bool)? {
        guard let operation = tape.member(entry, "operation"), let id = text(tape.member(operation, "id"))
        else {
            return nil
        }
        let producer = text(tape.member(operation, "producer")) ?? ""
        return (
            producer + "|" + id, tape.bool(tape.member(operation, "first")) ?? false,
            tape.bool(tape.member(operation, "last")) ?? false
        )
    }

    /// The project: by its id where any field has it, else by its number.
    var project: String? {
        let candidates = [
            label("project_id"), GCPNames.project(in: resourceName), GCPNames.project(in: logName),
        ]
        .compactMap { $0 }
        return candidates.first { !GCPNames.isNumber($0) } ?? candidates.first
    }

    private func text(_ token: Token?) -> String? {
        guard let text = tape.string(token), !text.isEmpty else { return nil }
        return text
    }
}
