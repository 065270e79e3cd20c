internal import CloudModel
internal import Controls
internal import Logging

/// Second persons: what waits for them, and what they decide.
extension ProfileIntake {
    /// The changes that wait for a decision, the oldest first. Blocks.
    public func openChanges(for caller: Caller) -> IntakeAnswer {
        inTurn(caller) { () throws(IntakeRefusal) in
            let (documents, changes) = try topics.read(try sources())
            return IntakeAnswer(
                200,
                JSONLine.object { json in
                    json.objects("approvals", changes.open(at: WallClock.now)) { json, change in
                        change.write(to: &json)
                        json.member("is_stale", documents.former(of: change.profile) != change.former)
                    }
                })
        }
    }

    /// Takes a decision about a change and, if it is approved, puts its document in force. Blocks until the brokers have
    /// acknowledged both, or it is refused.
    public func decide(_ id: String, _ body: [UInt8], by caller: Caller) -> IntakeAnswer {
        inTurn(caller) { () throws(IntakeRefusal) in
            let decision = try ChangeDecision(json: body)
            let sources = try sources()
            let (documents, changes) = try topics.read(sources)
            guard let change = changes[id] else {
                throw IntakeRefusal(
                    404, message: "There is no such change.", hint: "GET /v1/approvals lists what is open")
            }
            let current = documents.former(of: change.profile)
            try decision.judge(
                change, by: ProfileChange.Person(caller), current: current, at: WallClock.now)
            if decision.isApproved {
                try ChangeRule.refuseContradictions(of: Self.profile(change.document), documents)
            }
            let settled = try settle(change, decision, by: caller, sources)
            let isDue = ChangeDecision.isPublishDue(settled, current: current, at: WallClock.now)
            if isDue { try topics.publish(settled) }
            logger.notice(
                "a change of the profiles was decided about",
                metadata: [
                    "id": "\(change.profile)", "change": "\(id)", "state": "\(settled.state.rawValue)",
                    "proposer": "\(settled.proposed.person?.subject ?? "")",
                    "subject": "\(caller.subject)",
                ])
            let isInForce = isDue || current?.digest == settled.digest
            return IntakeAnswer(200, Self.text(settled, isInForce: isInForce))
        }
    }

    private static func text(_ change: ProfileChange, isInForce: Bool) -> [UInt8] {
        JSONLine.object { json in
            change.write(to: &json)
            json.member("is_in_force", isInForce)
        }
    }

    /// Tells the decision and looks which one came first: another process may have taken one at the same time.
    private func settle(
        _ change: ProfileChange, _ decision: ChangeDecision, by caller: Caller, _ sources: ControlSources
    ) throws(IntakeRefusal) -> ProfileChange {
        guard change.state == .open else { return change }
        let mine = change.deciding(decision.isApproved, by: step(caller, remark: decision.remark))
        try topics.write(mine)
        let first = try ChangeDecision.first(found: topics.read(sources).changes[change.id])
        guard first != mine else { return mine }
        // The newest record is the one that the topic keeps.
        try topics.write(first)
        guard first.state == mine.state else { throw ChangeDecision.lateRefusal(first) }
        return first
    }
}
