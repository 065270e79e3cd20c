import CloudModel
internal import JSONTokens

/// The schema of Macie sessions, as the decoders write it.
enum MacieKind {
    static let kind = KindCatalog.kind("AWS::Macie::Session")
    static let status = kind.property("Status")
    static let discovery = kind.property("AutomatedDiscoveryStatus")
    static let jobs = kind.property("ClassificationJobs")

    /// A classification job with its status.
    static func job(_ id: String, _ status: String) -> FlatValue {
        FlatValue(map: [("JobId", FlatValue(id)), ("JobStatus", FlatValue(status))])
    }
}

/// The events that change the Macie session of an account in a region. What an administrator account does to its members
/// stands in no event of theirs.
enum MacieEvents {
    static let service = AWSService(
        folds: [
            "BatchUpdateAutomatedDiscoveryAccounts": .writes(MacieKind.kind, MacieKind.discovery) { event in
                discoveryOfAccounts(event)
            },
            "CreateClassificationJob": .writes(MacieKind.kind, MacieKind.jobs) { event in
                guard let id = event.shapes.text(event.answer("jobId")) else {
                    return onSession(event, [.unknown(MacieKind.jobs)])
                }
                return onSession(
                    event, [.modify(MacieKind.jobs, id: id, MacieKind.job(id, firstStatus(event)))])
            },
            "DisableMacie": .deletes(MacieKind.kind) { event in onSession(event, lifecycle: .delete, []) },
            "DisassociateFromAdministratorAccount": .writes(
                MacieKind.kind, MacieKind.status, MacieKind.discovery
            ) { event in onSession(event, [.unknown(MacieKind.status), .unknown(MacieKind.discovery)]) },
            "EnableMacie": .creates(MacieKind.kind) { event in
                let status = event.shapes.text(event.parameter("status")) ?? "ENABLED"
                return onSession(
                    event, lifecycle: .create,
                    [
                        .set(MacieKind.status, FlatValue(status)),
                        // On by itself for some organisations, off for the rest.
                        .unknown(MacieKind.discovery), .replaceDefault(MacieKind.jobs, []),
                    ])
            },
            "UpdateAutomatedDiscoveryConfiguration": .writes(MacieKind.kind, MacieKind.discovery) { event in
                onSession(event, [write(event, "status", MacieKind.discovery)])
            },
            "UpdateClassificationJob": .writes(MacieKind.kind, MacieKind.jobs) { updateJob($0) },
            "UpdateMacieSession": .writes(MacieKind.kind, MacieKind.status) { event in
                // An update may be about the publishing frequency alone.
                guard event.parameter("status") != nil else { return .irrelevant(.noGovernedProperty) }
                return onSession(event, [write(event, "status", MacieKind.status)])
            },
        ].merging(DelegatedAdministratorEvents.adminFolds(service: "macie2.amazonaws.com")) { own, _ in own },
        withoutEffect: [
            "CreateMember", "DisassociateMember", "UpdateMemberSession", "UpdateOrganizationConfiguration",
        ],
        kindWords: ["Macie", "ClassificationJob", "AutomatedDiscovery"], otherWords: [],
        touch: { event in [AWSPendingChange(resource: session(event), lifecycle: .touch)] })

    private static func session(_ event: AWSEvent) -> ResourceID {
        ResourceID(
            kind: MacieKind.kind, account: event.account, region: event.region, nativeID: event.accountID)
    }

    private static func onSession(
        _ event: AWSEvent, lifecycle: ResourceChange.Lifecycle = .modify, _ writes: [PropertyWrite]
    ) -> AWSFoldOutcome {
        .changes([AWSPendingChange(resource: session(event), lifecycle: lifecycle, writes: writes)])
    }

    private static func write(
        _ event: AWSEvent, _ key: StaticString, _ property: PropertyID
    ) -> PropertyWrite {
        event.shapes.text(event.parameter(key)).map { .set(property, FlatValue($0)) } ?? .unknown(property)
    }

    /// A scheduled job waits for its time unless it is told to run at once.
    private static func firstStatus(_ event: AWSEvent) -> String {
        let isScheduled = event.shapes.text(event.parameter("jobType")) == "SCHEDULED"
        let runsAtOnce = event.shapes.bool(event.parameter("initialRun")) ?? false
        return isScheduled && !runsAtOnce ? "IDLE" : "RUNNING"
    }

    /// An administrator switches accounts one by one, its own among them.
    private static func discoveryOfAccounts(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let own = shapes.items(event.parameter("accounts")).last { account in
            shapes.text(shapes.member(account, "accountId")) == event.accountID
        }
        guard let own else { return .irrelevant(.noGovernedProperty) }
        let status = shapes.text(shapes.member(own, "status"))
        return onSession(
            event,
            [status.map { .set(MacieKind.discovery, FlatValue($0)) } ?? .unknown(MacieKind.discovery)])
    }

    private static func updateJob(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let id = shapes.text(event.parameter("jobId")),
            let status = shapes.text(event.parameter("jobStatus"))
        else { return onSession(event, [.unknown(MacieKind.jobs)]) }
        return onSession(event, [.modify(MacieKind.jobs, id: id, MacieKind.job(id, status))])
    }
}
