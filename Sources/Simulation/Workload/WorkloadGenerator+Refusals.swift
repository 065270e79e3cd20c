/// Calls that were refused and changed nothing.
extension WorkloadGenerator {
    /// A refused change of a governed kind; most such records do not tell the request.
    mutating func refusedGovernedDraft(in account: EstateAccount, actor: Actor) -> EventDraft {
        let region = generator.pick(account.regions)
        if generator.chance(permille: 300), let group = account.groups.last {
            let dryRun = EventDraft.Refusal(
                code: "Client.DryRunOperation",
                message: "Request would have succeeded, but DryRun flag is set.")
            let rule = EstateRule.worldRule(from: &generator)
            return GroupEvents.authorize(rule, .ingress, of: group, in: account, requestID: "").refused(
                dryRun)
        }
        let (service, name) = generator.pick([
            ("ec2", "AuthorizeSecurityGroupIngress"), ("ec2", "RevokeSecurityGroupIngress"),
            ("ec2", "DeleteSecurityGroup"), ("cloudtrail", "StopLogging"), ("cloudtrail", "DeleteTrail"),
            ("kms", "ScheduleKeyDeletion"), ("kms", "DisableKeyRotation"),
            ("s3", "PutBucketPolicy"), ("s3", "PutBucketPublicAccessBlock"),
            ("iam", "UpdateAccountPasswordPolicy"),
        ])
        let draft = EventDraft(
            service: service, name: name, region: service == "iam" ? "us-east-1" : region)
        return draft.refused(
            service == "ec2"
                ? .unauthorized(name, to: actor.arn, proof: generator.base64(360))
                : .accessDenied(service, name, to: actor.arn))
    }
}

extension EventDraft.Refusal {
    /// The refusal of most services.
    static func accessDenied(_ service: String, _ name: String, to arn: String) -> EventDraft.Refusal {
        EventDraft.Refusal(
            code: service == "ec2" ? "Client.UnauthorizedOperation" : "AccessDenied",
            message:
                "User: \(arn) is not authorized to perform: \(service):\(name) because no identity-based "
                + "policy allows the \(service):\(name) action")
    }

    /// The refusal of EC2 with its encoded explanation.
    static func unauthorized(_ name: String, to arn: String, proof: String) -> EventDraft.Refusal {
        EventDraft.Refusal(
            code: "Client.UnauthorizedOperation",
            message: "You are not authorized to perform this operation. User: \(arn) is not authorized to "
                + "perform: ec2:\(name) because no identity-based policy allows the ec2:\(name) action. "
                + "Encoded authorization failure message: \(proof)")
    }
}
