internal import CloudModel
internal import JSONTokens

extension JSONBuilder {
    /// The exception in force or in doubt, or the one that ended by itself; nothing if there is none.
    mutating func suppression(_ suppression: SuppressionFacts?) {
        guard let suppression else { return }
        object("suppression") { json in
            json.member("id", suppression.id, limit: 256)
            json.member("reason", suppression.reason, limit: 512)
            json.member("requested_by", suppression.requestedBy, limit: 256)
            json.member("approved_by", suppression.approvedBy, limit: 256)
            json.member("expires", suppression.expires.rfc3339)
            json.memberIfAny("while", suppression.condition, limit: 1024)
            switch suppression.standing {
            case .inForce: json.member("state", "in-force")
            case .doubtful(let reasons):
                json.member("state", "in-doubt")
                json.member("missing", reasons, limit: 1024)
            case .conditionEnded(let since):
                json.member("state", "ended")
                json.member("ended_by", "condition")
                json.member("ended_at", since.rfc3339)
            case .outgrown(let since):
                json.member("state", "ended")
                json.member("ended_by", "change")
                json.member("ended_at", since.rfc3339)
            }
        }
    }
}

extension SuppressionFacts {
    /// How it stands, for people.
    var sentence: String {
        let name = "suppression \(cut(id)) (\(cut(reason)); approved by \(cut(approvedBy)))"
        return switch standing {
        case .inForce: "\(name) is in force until \(expires.rfc3339)"
        case .doubtful(let reasons):
            "nobody can tell whether the condition of \(name) holds: \(cut(condition)); missing: "
                + cut(reasons.prefix(8).joined(separator: ", ")) + ". Nothing is repaired until it is known"
        case .conditionEnded(let since):
            "\(name) ended at \(since.rfc3339), since its condition does not hold: \(cut(condition))"
        case .outgrown(let since):
            "\(name) ended at \(since.rfc3339), since the failure shows more than what was accepted"
        }
    }

    private func cut(_ text: String) -> String { JSONBuilder.cut(text, toEscapedBytes: 256) }
}
