import CloudModel
internal import JSONTokens

/// The events that change network interfaces.
enum EC2NetworkInterfaceEvents {
    static let folds: [String: AWSFold] = [
        "AttachNetworkInterface": .creates(NetworkInterfaceKind.attachment) { attach($0) },
        "CreateNetworkInterface": .creates(NetworkInterfaceKind.kind) { create($0) },
        "DeleteNetworkInterface": .deletes(NetworkInterfaceKind.kind) { event in
            AWSEvent.outcome(
                event.text("networkInterfaceId").map {
                    event.change(NetworkInterfaceKind.kind, $0, .delete)
                })
        },
        "DetachNetworkInterface": .deletes(NetworkInterfaceKind.attachment) { event in
            AWSEvent.outcome(
                event.text("attachmentId").map {
                    event.change(NetworkInterfaceKind.attachment, $0, .delete)
                })
        },
        "ModifyNetworkInterfaceAttribute": .writes(NetworkInterfaceKind.kind, NetworkInterfaceKind.groups) {
            modify($0)
        },
    ]

    /// The interface of a description, and its attachment to an instance.
    static func described(_ event: AWSEvent, _ interface: Token, instance: String?) -> [AWSPendingChange] {
        let shapes = event.shapes
        guard let id = shapes.text(shapes.member(interface, "networkInterfaceId")) else { return [] }
        let writes = shapes.writes(NetworkInterfaceKind.described, of: interface)
        var changes = [event.change(NetworkInterfaceKind.kind, id, .modify, writes)]
        let attachment = shapes.member(interface, "attachment")
        if let instance, let attachment = shapes.text(shapes.member(attachment, "attachmentId")) {
            changes.append(attached(event, attachment, interface: id, instance: instance))
        }
        return changes
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let interface = event.answer("networkInterface") else { return .blind([]) }
        var changes = described(event, interface, instance: nil)
        for index in changes.indices { changes[index].lifecycle = .create }
        return AWSEvent.outcome(changes)
    }

    private static func attach(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let id = event.shapes.text(event.answer("attachmentId")),
            let interface = event.text("networkInterfaceId"), let instance = event.text("instanceId")
        else { return .blind([]) }
        return AWSEvent.outcome(attached(event, id, interface: interface, instance: instance))
    }

    private static func attached(
        _ event: AWSEvent, _ id: String, interface: String, instance: String
    ) -> AWSPendingChange {
        event.change(
            NetworkInterfaceKind.attachment, id, .create,
            [
                .set(NetworkInterfaceKind.attached, FlatValue(interface)),
                .set(NetworkInterfaceKind.instance, FlatValue(instance)),
            ])
    }

    private static func modify(_ event: AWSEvent) -> AWSFoldOutcome {
        let lists: [StaticString] = ["groupSet", "securityGroupId"]
        guard let groups = event.shapes.member(event.request, anyOf: lists) else {
            return .irrelevant(.noGovernedProperty)
        }
        guard let id = event.text("networkInterfaceId") else { return .blind([]) }
        let ids = event.shapes.texts(groups, under: "groupId")
        let write: PropertyWrite =
            ids.isEmpty
            ? .unknown(NetworkInterfaceKind.groups)
            : .replace(NetworkInterfaceKind.groups, SetElement.texts(ids))
        return AWSEvent.outcome(event.change(NetworkInterfaceKind.kind, id, writes: write))
    }
}
