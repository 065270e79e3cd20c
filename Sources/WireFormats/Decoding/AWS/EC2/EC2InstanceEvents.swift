import CloudModel
internal import JSONTokens

/// The events that change instances.
enum EC2InstanceEvents {
    static let folds: [String: AWSFold] = [
        "AssociateIamInstanceProfile": .writes(InstanceKind.kind, InstanceKind.profile) { profile($0) },
        "BidEvictedEvent": .deletes(InstanceKind.kind) { evicted($0) },
        "DisassociateIamInstanceProfile": .writes(InstanceKind.kind, InstanceKind.profile) {
            profile($0, isGone: true)
        },
        "ModifyInstanceAttribute": .writes(InstanceKind.kind, InstanceKind.groups) { attribute($0) },
        "ModifyInstanceMetadataDefaults": .writes(AWSAccountKind.kind, AWSAccountKind.metadataDefaults) {
            metadataDefaults($0)
        },
        "ModifyInstanceMetadataOptions": .writes(InstanceKind.kind, InstanceKind.metadata) { metadata($0) },
        "ReplaceIamInstanceProfileAssociation": .writes(InstanceKind.kind, InstanceKind.profile) {
            profile($0)
        },
        "RunInstances": .reaches(
            .creation(of: InstanceKind.kind), .creation(of: NetworkInterfaceKind.kind),
            .creation(of: NetworkInterfaceKind.attachment)
        ) { run($0) },
        "TerminateInstances": .deletes(InstanceKind.kind) { terminate($0) },
    ]

    /// The answer holds what is in force, whatever template, image or account default it came from.
    private static func run(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let owner = shapes.text(event.answer("ownerId"))
        var changes: [AWSPendingChange] = []
        for item in shapes.items(event.answer("instancesSet")) {
            guard let id = shapes.text(shapes.member(item, "instanceId")) else { continue }
            let writes = shapes.writes(InstanceKind.described, of: item)
            changes.append(event.change(InstanceKind.kind, id, .create, writes, owner: owner))
            for interface in shapes.items(shapes.member(item, "networkInterfaceSet")) {
                changes += EC2NetworkInterfaceEvents.described(event, interface, instance: id)
            }
        }
        return AWSEvent.outcome(changes)
    }

    private static func terminate(_ event: AWSEvent) -> AWSFoldOutcome {
        let ids = event.shapes.texts(event.parameter("instancesSet"), under: "instanceId")
        return AWSEvent.outcome(ids.map { event.change(InstanceKind.kind, $0, .delete) })
    }

    /// Spot instances that EC2 took back.
    private static func evicted(_ event: AWSEvent) -> AWSFoldOutcome {
        let details = event.shapes.member(event.root, "serviceEventDetails")
        let ids = event.shapes.texts(event.shapes.member(details, "instanceIdSet"), under: "instanceId")
        return AWSEvent.outcome(ids.map { event.change(InstanceKind.kind, $0, .delete) })
    }

    /// The calls on a profile's association name it by its own id or the instance; the answer tells both.
    private static func profile(_ event: AWSEvent, isGone: Bool = false) -> AWSFoldOutcome {
        let shapes = event.shapes
        let answer = event.answer("iamInstanceProfileAssociation")
        guard let id = shapes.text(shapes.member(answer, "instanceId")) ?? event.text("instanceId") else {
            return .blind([])
        }
        var write = PropertyWrite.set(InstanceKind.profile, .null)
        if !isGone {
            let profile =
                shapes.member(answer, "iamInstanceProfile") ?? event.parameter("iamInstanceProfile")
            let name = profile.flatMap { InstanceKind.profileName($0, shapes) }
            write = name.map { .set(InstanceKind.profile, $0) } ?? .unknown(InstanceKind.profile)
        }
        return AWSEvent.outcome(event.change(InstanceKind.kind, id, writes: write))
    }

    private static func metadata(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let id = event.text("instanceId") else { return .blind([]) }
        // The request has only what was to change.
        let options = event.answer("instanceMetadataOptions") ?? event.request
        let value = options.flatMap { InstanceKind.metadataOptions($0, event.shapes) }
        let write: PropertyWrite =
            value.map { .set(InstanceKind.metadata, $0) } ?? .unknown(InstanceKind.metadata)
        return AWSEvent.outcome(event.change(InstanceKind.kind, id, writes: write))
    }

    /// A region's defaults for new instances. What a call leaves out keeps its value, so a partial one is read again.
    private static func metadataDefaults(_ event: AWSEvent) -> AWSFoldOutcome {
        let property = AWSAccountKind.metadataDefaults
        let value = event.request.flatMap { InstanceKind.metadataOptions($0, event.shapes) }
        let write: PropertyWrite = value.map { .set(property, $0) } ?? .unknown(property)
        return .changes([AWSAccountKind.change(event, region: event.region, [write])])
    }

    private static func attribute(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let groups = event.shapes.member(event.request, "groupSet", or: "groupId") else {
            return .irrelevant(.noGovernedProperty)
        }
        guard let id = event.text("instanceId") else { return .blind([]) }
        let ids = event.shapes.texts(groups, under: "groupId")
        let write: PropertyWrite =
            ids.isEmpty
            ? .unknown(InstanceKind.groups) : .replace(InstanceKind.groups, SetElement.texts(ids))
        return AWSEvent.outcome(event.change(InstanceKind.kind, id, writes: write))
    }
}
