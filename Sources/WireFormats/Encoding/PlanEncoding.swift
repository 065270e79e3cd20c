internal import CloudModel
internal import JSONTokens

/// The members of a plan, shared by commands, alerts and tickets.
extension JSONBuilder {
    /// The plan as a member, or null. A plan that does not fit keeps what people need and is marked
    /// `"truncated": true`; its calls are not to be carried out from there.
    mutating func plan(_ plan: RemediationPlan?) {
        guard let plan else { return null("plan") }
        var whole = JSONBuilder()
        whole.object { $0.planMembers(plan) }
        let fits = whole.bytes.count <= PartLimit.plan
        object("plan") { json in
            if fits { json.planMembers(plan) } else { json.shortenedPlan(plan) }
        }
    }

    /// Every member of a plan, nothing cut.
    mutating func planMembers(_ plan: RemediationPlan) {
        member("idempotency_key", plan.idempotencyKey, limit: .max)
        member("safety", plan.safety.rawValue)
        member("summary", plan.summary, limit: 2048)
        calls("calls", plan.calls)
        calls("inverse", plan.inverse)
        member("expected", plan.expected)
        member("snapshot", plan.snapshot)
        member("state_digest", plan.stateDigest, limit: .max)
        member("permissions", plan.permissions, limit: .max)
        member("deadline", plan.deadline.rfc3339)
        member("canary", plan.canary, limit: .max)
        object("approval") { json in
            json.member("state", plan.approvalState)
            json.memberIfAny("by", plan.approvedBy, limit: 256)
        }
    }

    private mutating func shortenedPlan(_ plan: RemediationPlan) {
        member("idempotency_key", plan.idempotencyKey, limit: 256)
        member("safety", plan.safety.rawValue)
        member("summary", plan.summary, limit: 2048)
        member("permissions", plan.permissions, limit: 2048)
        member("deadline", plan.deadline.rfc3339)
        member("truncated", true)
    }

    private mutating func calls(_ key: String, _ calls: [APICall]) {
        array(key) { json in
            for call in calls { json.object { $0.call(call) } }
        }
    }

    private mutating func call(_ call: APICall) {
        switch call {
        case .aws(let service, let operation, let parameters):
            member("service", service, limit: .max)
            member("operation", operation, limit: .max)
            member("parameters", parameters)
        case .http(let method, let url, let query, let body, let precondition):
            member("method", method, limit: .max)
            member("url", url, limit: .max)
            member("query", query)
            member("body", body)
            member("precondition", precondition)
        }
    }
}

extension RemediationPlan {
    /// Whether a person has to say yes, has said it, or need not.
    var approvalState: String {
        if !approvedBy.isEmpty { return "approved" }
        return needsApproval ? "required" : "not-required"
    }
}
