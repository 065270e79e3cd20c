import CloudModel
internal import JSONTokens

/// The events that change trails.
enum CloudTrailEvents {
    static let service = AWSService(
        folds: [
            "CreateTrail": .creates(TrailKind.kind) { create($0) },
            "UpdateTrail": .reaches(
                .writing(TrailKind.kind, TrailKind.texts.map(\.property) + TrailKind.flags.map(\.property)),
                .writing(FeedKind.kind, [FeedKind.lostTrail])
            ) { update($0) },
            "StartLogging": .writes(TrailKind.kind, TrailKind.isLogging) { event in
                onTrail(event, "name") { [.set(TrailKind.isLogging, FlatValue(true))] }
            },
            "StopLogging": .writes(TrailKind.kind, TrailKind.isLogging) { event in
                onTrail(event, "name") { [.set(TrailKind.isLogging, FlatValue(false))] }
            },
            "DeleteTrail": .reaches(
                .deletion(of: TrailKind.kind), .writing(FeedKind.kind, [FeedKind.lostTrail])
            ) { delete($0) },
            "PutEventSelectors": .writes(TrailKind.kind, TrailKind.selectors, TrailKind.advancedSelectors) {
                event in onTrail(event, "trailName") { selectors(event) }
            },
            "AddTags": .writes(TrailKind.kind, TrailKind.tags) { event in tagged(event) { addedTags(event) }
            },
            "RemoveTags": .writes(TrailKind.kind, TrailKind.tags) { event in
                tagged(event) { removedTags(event) }
            },
        ].merging(DelegatedAdministratorEvents.trailFolds) { own, _ in own },
        withoutEffect: ["PutInsightSelectors", "PutEventConfiguration"],
        kindWords: ["Trail", "Logging", "EventSelectors"], otherWords: ["EventDataStore", "Insights"],
        touch: { event in
            guard let (id, owner) = trail(event, "name") ?? trail(event, "trailName") else { return [] }
            return [AWSPendingChange(resource: id, lifecycle: .touch, owner: owner)]
        })

    /// The trail that a call names by name or ARN. The ARN of the answer or of `resources` knows the home region.
    static func trail(_ event: AWSEvent, _ key: StaticString) -> (ResourceID, owner: String?)? {
        let shapes = event.shapes
        let candidates = [
            shapes.text(event.answer("trailARN")), shapes.text(event.parameter(key)),
            event.listedResource("AWS::CloudTrail::Trail")?.arn,
        ]
        for case let text? in candidates {
            guard let arn = AWSARN(text) else { continue }
            guard arn.service == "cloudtrail", arn.resourceType == "trail" else { return nil }
            let id = ResourceID(
                kind: TrailKind.kind, account: event.account, region: arn.region, nativeID: arn.resourceID)
            return (id, arn.account)
        }
        guard let name = candidates.compactMap({ $0 }).first else { return nil }
        let id = ResourceID(
            kind: TrailKind.kind, account: event.account, region: event.region, nativeID: name)
        return (id, nil)
    }

    private static func onTrail(
        _ event: AWSEvent, _ key: StaticString, lifecycle: ResourceChange.Lifecycle = .modify,
        _ writes: () -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        guard let (id, owner) = trail(event, key) else { return .blind([]) }
        let found = writes()
        let isEmpty = found.isEmpty && lifecycle == .modify
        if isEmpty { return .irrelevant(.noGovernedProperty) }
        return .changes([AWSPendingChange(resource: id, lifecycle: lifecycle, writes: found, owner: owner)])
    }

    private static func update(_ event: AWSEvent) -> AWSFoldOutcome {
        var outcome = onTrail(event, "name") { sent(event, event.request, effective: event.response) }
        if event.shapes.bool(event.parameter("isMultiRegionTrail")) == false {
            addLoss(of: event, "narrowed to one region", to: &outcome)
        }
        return outcome
    }

    private static func delete(_ event: AWSEvent) -> AWSFoldOutcome {
        var outcome = onTrail(event, "name", lifecycle: .delete) { [] }
        addLoss(of: event, "deleted", to: &outcome)
        return outcome
    }

    /// With a trail goes what controls say of it, so the account's feed keeps that it went.
    private static func addLoss(of event: AWSEvent, _ how: String, to outcome: inout AWSFoldOutcome) {
        guard case .changes(var changes) = outcome, let trail = changes.first else { return }
        let lost = FlatValue(map: [
            ("How", FlatValue(how)), ("Name", FlatValue(trail.resource.nativeID)),
            ("Time", FlatValue(event.time.rfc3339)),
        ])
        changes.append(
            AWSPendingChange(
                resource: FeedKind.id(of: event.account), lifecycle: .modify,
                writes: [.set(FeedKind.lostTrail, lost)], owner: trail.owner))
        outcome = .changes(changes)
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        onTrail(event, "name", lifecycle: .create) {
            let off = FlatValue(false)
            var writes: [PropertyWrite] = [
                .setDefault(TrailKind.isLogging, off), .setDefault(TrailKind.isMultiRegion, off),
                .setDefault(TrailKind.includesGlobalEvents, FlatValue(true)),
                .setDefault(TrailKind.validatesLogFiles, off), .setDefault(TrailKind.isOrganization, off),
                .setDefault(TrailKind.key, .null), .setDefault(TrailKind.logGroup, .null),
                .setDefault(TrailKind.selectors, TrailSelectors.managementOnly),
                .setDefault(TrailKind.advancedSelectors, .null),
            ]
            if let (id, _) = trail(event, "name") {
                writes.append(.set(TrailKind.name, FlatValue(id.nativeID)))
            }
            writes += sent(event, event.response ?? event.request)
            let tags = event.parameter("tagsList")
            writes.append(
                event.shapes.isMasked(tags)
                    ? .unknown(TrailKind.tags)
                    : .replace(TrailKind.tags, ResourceTag.elements(tags, event.shapes)))
            return writes
        }
    }

    /// The registers that a body names, with the values that the answer shows in full where it has them (a key's ARN
    /// for its alias). An empty text takes the value away.
    private static func sent(
        _ event: AWSEvent, _ body: Token?, effective: Token? = nil
    ) -> [PropertyWrite] {
        let shapes = event.shapes
        var writes: [PropertyWrite] = []
        for (property, fields) in TrailKind.texts {
            guard let given = shapes.member(body, anyOf: fields) else { continue }
            let token = shapes.text(given) == nil ? given : shapes.member(effective, anyOf: fields) ?? given
            let value =
                shapes.isMasked(token)
                ? nil : shapes.text(token).map { TrailKind.value($0, of: property) } ?? .null
            writes.append(value.map { .set(property, $0) } ?? .unknown(property))
        }
        for (property, fields) in TrailKind.flags {
            guard let token = shapes.member(body, anyOf: fields) else { continue }
            writes.append(shapes.bool(token).map { .set(property, FlatValue($0)) } ?? .unknown(property))
        }
        return writes
    }

    /// Basic and advanced selectors exclude each other: writing the one removes the other.
    private static func selectors(_ event: AWSEvent) -> [PropertyWrite] {
        let shapes = event.shapes
        for body in [event.response, event.request] {
            let advanced = shapes.member(body, "advancedEventSelectors")
            if !shapes.items(advanced).isEmpty {
                return [
                    .set(TrailKind.advancedSelectors, TrailSelectors.advanced(advanced, shapes)),
                    .set(TrailKind.selectors, .null),
                ]
            }
            if let basic = shapes.member(body, "eventSelectors") {
                return [
                    .set(TrailKind.selectors, TrailSelectors.basic(basic, shapes)),
                    .set(TrailKind.advancedSelectors, .null),
                ]
            }
        }
        return [.unknown(TrailKind.selectors), .unknown(TrailKind.advancedSelectors)]
    }

    /// Tag calls name trails and event data stores alike.
    private static func tagged(_ event: AWSEvent, _ writes: () -> [PropertyWrite]) -> AWSFoldOutcome {
        let text = event.shapes.text(event.parameter("resourceId")) ?? ""
        if let arn = AWSARN(text), arn.resourceType != "trail" { return .irrelevant(.notGoverned) }
        return onTrail(event, "resourceId", writes)
    }

    private static func addedTags(_ event: AWSEvent) -> [PropertyWrite] {
        let writes = ResourceTag.added(event.parameter("tagsList"), to: TrailKind.tags, event.shapes)
        return writes.isEmpty ? [.unknown(TrailKind.tags)] : writes
    }

    private static func removedTags(_ event: AWSEvent) -> [PropertyWrite] {
        let shapes = event.shapes
        let pairs = shapes.items(event.parameter("tagsList")).compactMap { ResourceTag.pair($0, shapes) }
        let writes = ResourceTag.removed(keys: pairs.map(\.key), from: TrailKind.tags)
        return writes.isEmpty ? [.unknown(TrailKind.tags)] : writes
    }
}
