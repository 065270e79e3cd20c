public import CloudModel
internal import JSONTokens

/// Reads documents of the topic `shared-facts`. What is said of properties that there are no more is passed over.
struct SharedRecordReader {
    /// The record that a document holds.
    func record(_ document: FlatView) throws(DecodingFailure) -> SharedRecord {
        if let facts = document.member("facts") {
            let (resource, owner) = try head(facts)
            let trigger = try facts.member("trigger").flatMap { $0.isNull ? nil : $0 }.map(cause)
            var changes: [ResourceChange] = []
            for change in facts.member("changes")?.elements.map(\.self) ?? [] {
                changes.append(try self.change(change, resource))
            }
            return .facts(
                SharedFacts(owner: owner, resource: resource, changes: changes, trigger: trigger))
        }
        guard let interest = document.member("interest") else {
            throw DecodingFailure("missing-field", "facts")
        }
        let (copy, owner) = try head(interest)
        return .interest(SharedInterest(copy: copy, of: owner))
    }

    private func head(
        _ view: FlatView
    ) throws(DecodingFailure) -> (resource: ResourceID, owner: AccountKey) {
        guard let kind = ResourceKind(named: try text(view, "kind")) else {
            throw DecodingFailure("bad-value", "kind")
        }
        let resource = ResourceID(
            kind: kind, account: AccountKey(try text(view, "account")), region: try text(view, "region"),
            nativeID: try text(view, "id"))
        return (resource, AccountKey(try text(view, "owner")))
    }

    private func change(
        _ view: FlatView, _ resource: ResourceID
    ) throws(DecodingFailure) -> ResourceChange {
        guard let cause = view.member("cause") else { throw DecodingFailure("missing-field", "cause") }
        guard let list = view.member("writes") else { throw DecodingFailure("missing-field", "writes") }
        var writes: [PropertyWrite] = []
        for write in list.elements {
            guard let property = resource.kind.schema.property(named: try text(write, "property")) else {
                continue
            }
            writes.append(try self.write(write, property))
        }
        return ResourceChange(
            resource: resource, cause: try self.cause(cause), lifecycle: try lifecycle(view), writes: writes)
    }

    private func lifecycle(_ view: FlatView) throws(DecodingFailure) -> ResourceChange.Lifecycle {
        switch try text(view, "lifecycle") {
        case "create": return .create
        case "modify": return .modify
        case "delete": return .delete
        case "touch": return .touch
        default: throw DecodingFailure("bad-value", "lifecycle")
        }
    }

    private func write(
        _ view: FlatView, _ property: PropertyID
    ) throws(DecodingFailure) -> PropertyWrite {
        switch try text(view, "write") {
        case "set": return .set(property, try value(view))
        case "set-default": return .setDefault(property, try value(view))
        case "unknown": return .unknown(property)
        case "replace": return .replace(property, try elements(view))
        case "replace-default": return .replaceDefault(property, try elements(view))
        case "insert":
            guard let element = try elements(view).first else {
                throw DecodingFailure("missing-field", "elements")
            }
            return .insert(property, element)
        case "remove": return .remove(property, try value(view))
        case "modify": return .modify(property, id: try text(view, "id"), try value(view))
        case "edit": return .edit(property, id: try text(view, "id"), try value(view))
        case "remove-id": return .removeID(property, id: try text(view, "id"))
        default: throw DecodingFailure("bad-value", "write")
        }
    }

    private func elements(_ view: FlatView) throws(DecodingFailure) -> [SetElement] {
        var elements: [SetElement] = []
        for element in view.member("elements")?.elements.map(\.self) ?? [] {
            elements.append(SetElement(try value(element), id: element.member("id")?.string))
        }
        return elements
    }

    private func cause(_ view: FlatView) throws(DecodingFailure) -> CauseRecord {
        guard let time = Timestamp(rfc3339: try text(view, "time")) else {
            throw DecodingFailure("bad-time", "time")
        }
        var actor: Actor?
        if let view = view.member("actor") {
            actor = Actor(
                type: try text(view, "type"), id: try text(view, "id"), name: try text(view, "name"),
                account: try text(view, "account"),
                chain: view.member("chain")?.elements.compactMap(\.string) ?? [])
        }
        return CauseRecord(
            eventID: try text(view, "event_id"), time: time, action: try text(view, "action"), actor: actor,
            sourceAddress: try text(view, "source_address"), userAgent: try text(view, "user_agent"),
            isObservation: view.member("observation")?.bool ?? false)
    }

    private func value(_ view: FlatView) throws(DecodingFailure) -> FlatValue {
        guard let value = view.member("value") else { throw DecodingFailure("missing-field", "value") }
        return value.value
    }

    private func text(_ view: FlatView, _ key: StaticString) throws(DecodingFailure) -> String {
        guard let text = view.member(key.description)?.string else {
            throw DecodingFailure("missing-field", "\(key)")
        }
        return text
    }
}

extension EventDecoder {
    /// One record of the topic `shared-facts`.
    public func decodeShared(_ bytes: Span<UInt8>) throws(DecodingFailure) -> SharedRecord {
        if let failure = tape.parse(bytes) {
            throw DecodingFailure("not-json", "\(failure.reason.rawValue)")
        }
        guard tape.root.kind == .object else { throw DecodingFailure("bad-value", "no object") }
        return try SharedRecordReader().record(tape.flatValue(tape.root).view)
    }
}
