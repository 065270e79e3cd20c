import CloudModel
internal import JSONTokens

/// Deliveries of logs that services sell: a source, a destination, and the delivery between them.
enum LogDeliveryEvents {
    private static let delivery = KindCatalog.kind("AWS::Logs::Delivery")
    private static let destination = KindCatalog.kind("AWS::Logs::DeliveryDestination")
    private static let source = KindCatalog.kind("AWS::Logs::DeliverySource")

    static let folds: [String: AWSFold] = [
        "CreateDelivery": .creates(delivery) { createDelivery($0) },
        "DeleteDelivery": .deletes(delivery) { gone($0, delivery, "id") },
        "DeleteDeliveryDestination": .deletes(destination) { gone($0, destination, "name") },
        "DeleteDeliverySource": .deletes(source) { gone($0, source, "name") },
        "PutDeliveryDestination": .writes(
            destination, destination.property("Name"), destination.property("DestinationResourceArn")
        ) { putDestination($0) },
        "PutDeliverySource": .writes(
            source, source.property("Name"), source.property("ResourceArn"), source.property("LogType")
        ) { putSource($0) },
    ]

    /// What the tag calls of the service reach here.
    static let tagReach = [delivery, destination, source].map {
        FoldReach.writing($0, $0.property("Tags"))
    }

    /// The resource of these kinds that an ARN names, with the property of its tags.
    static func resource(_ event: AWSEvent, _ arn: AWSARN) -> (ResourceID, tags: PropertyID)? {
        let prefixes = [
            ("delivery:", delivery), ("delivery-destination:", destination), ("delivery-source:", source),
        ]
        for (prefix, kind) in prefixes where arn.resource.hasPrefix(prefix) {
            let name = String(arn.resource.dropFirst(prefix.count))
            return (id(event, kind, name, region: arn.region), kind.property("Tags"))
        }
        return nil
    }

    private static func id(
        _ event: AWSEvent, _ kind: ResourceKind, _ name: String, region: String? = nil
    ) -> ResourceID {
        ResourceID(kind: kind, account: event.account, region: region ?? event.region, nativeID: name)
    }

    private static func gone(_ event: AWSEvent, _ kind: ResourceKind, _ key: StaticString) -> AWSFoldOutcome {
        guard let name = event.shapes.text(event.parameter(key)) else { return .blind([]) }
        return .changes([AWSPendingChange(resource: id(event, kind, name), lifecycle: .delete)])
    }

    private static func createDelivery(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let facts = event.answer("delivery")
        guard let name = shapes.text(shapes.member(facts, "id")) else { return .blind([]) }
        func text(_ key: StaticString) -> FlatValue {
            (shapes.text(event.parameter(key)) ?? shapes.text(shapes.member(facts, key))).map {
                FlatValue($0)
            } ?? .null
        }
        let tags = event.parameter("tags")
        let writes: [PropertyWrite] = [
            .set(delivery.property("DeliverySourceName"), text("deliverySourceName")),
            .set(delivery.property("DeliveryDestinationArn"), text("deliveryDestinationArn")),
            shapes.isMasked(tags)
                ? .unknown(delivery.property("Tags"))
                : .replace(delivery.property("Tags"), ResourceTag.elements(tags, shapes)),
        ]
        return .changes([
            AWSPendingChange(resource: id(event, delivery, name), lifecycle: .create, writes: writes)
        ])
    }

    /// Puts make and replace alike; an update may leave the target out.
    private static func putDestination(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let name = shapes.text(event.parameter("name")) else { return .blind([]) }
        let bodies = [event.request, event.answer("deliveryDestination")]
        let target = bodies.lazy.compactMap { body in
            shapes.text(
                shapes.member(
                    shapes.member(body, "deliveryDestinationConfiguration"), "destinationResourceArn"))
        }.first
        var writes: [PropertyWrite] = [.set(destination.property("Name"), FlatValue(name))]
        if let target {
            writes.append(.set(destination.property("DestinationResourceArn"), FlatValue(target)))
        }
        return .changes([AWSPendingChange(resource: id(event, destination, name), writes: writes)])
    }

    private static func putSource(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let name = shapes.text(event.parameter("name")) else { return .blind([]) }
        func write(_ property: String, _ key: StaticString) -> PropertyWrite {
            let value = shapes.text(event.parameter(key)).map { FlatValue($0) }
            return value.map { .set(source.property(property), $0) } ?? .unknown(source.property(property))
        }
        return .changes([
            AWSPendingChange(
                resource: id(event, source, name),
                writes: [
                    .set(source.property("Name"), FlatValue(name)), write("ResourceArn", "resourceArn"),
                    write("LogType", "logType"),
                ])
        ])
    }
}
