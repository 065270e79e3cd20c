internal import CloudModel
internal import JSONTokens

/// Records of the topic `shared-facts` as values: `schemas/shared-facts.schema.json` in canonical form.
enum SharedRecordForm {
    /// The document of a record.
    static func value(of record: SharedRecord) -> FlatValue {
        switch record {
        case .facts(let facts):
            FlatValue(map: [
                (
                    "facts",
                    FlatValue(
                        map: head(facts.resource, facts.owner) + [
                            ("trigger", facts.trigger.map(value(of:)) ?? .null),
                            ("changes", value(of: facts.changes)),
                        ])
                )
            ])
        case .interest(let interest):
            FlatValue(map: [("interest", FlatValue(map: head(interest.copy, interest.owner)))])
        }
    }

    /// All changes of one resource; the resource itself is not told.
    static func value(of changes: [ResourceChange]) -> FlatValue {
        FlatValue(
            list: changes.map { change in
                FlatValue(map: [
                    ("cause", value(of: change.cause)), ("lifecycle", FlatValue(word(of: change.lifecycle))),
                    ("writes", FlatValue(list: change.writes.map { value(of: $0, change.resource.kind) })),
                ])
            })
    }

    private static func head(_ resource: ResourceID, _ owner: AccountKey) -> [(String, FlatValue)] {
        [
            ("account", FlatValue(resource.account.text)), ("owner", FlatValue(owner.text)),
            ("kind", FlatValue(resource.kind.name)), ("region", FlatValue(resource.region)),
            ("id", FlatValue(resource.nativeID)),
        ]
    }

    private static func value(of cause: CauseRecord) -> FlatValue {
        var members: [(String, FlatValue)] = [
            ("event_id", FlatValue(cause.eventID)), ("time", FlatValue(cause.time.rfc3339)),
            ("action", FlatValue(cause.action)), ("source_address", FlatValue(cause.sourceAddress)),
            ("user_agent", FlatValue(cause.userAgent)), ("observation", FlatValue(cause.isObservation)),
        ]
        if let actor = cause.actor {
            members.append(
                (
                    "actor",
                    FlatValue(map: [
                        ("type", FlatValue(actor.type)), ("id", FlatValue(actor.id)),
                        ("name", FlatValue(actor.name)), ("account", FlatValue(actor.account)),
                        ("chain", FlatValue(list: actor.chain.map { FlatValue($0) })),
                    ])
                ))
        }
        return FlatValue(map: members)
    }

    private static func word(of step: ResourceChange.Lifecycle) -> String {
        switch step {
        case .create: "create"
        case .modify: "modify"
        case .delete: "delete"
        case .touch: "touch"
        }
    }

    private static func value(of write: PropertyWrite, _ kind: ResourceKind) -> FlatValue {
        func form(_ word: String, _ parts: (String, FlatValue)...) -> FlatValue {
            FlatValue(
                map: [("write", FlatValue(word)), ("property", FlatValue(kind.schema[write.property].name))]
                    + parts)
        }
        func list(_ elements: [SetElement]) -> FlatValue {
            FlatValue(
                list: elements.map {
                    FlatValue(map: [("value", $0.value), ("id", $0.id.map { FlatValue($0) } ?? .null)])
                })
        }
        switch write {
        case .set(_, let value): return form("set", ("value", value))
        case .setDefault(_, let value): return form("set-default", ("value", value))
        case .unknown: return form("unknown")
        case .replace(_, let elements): return form("replace", ("elements", list(elements)))
        case .replaceDefault(_, let elements): return form("replace-default", ("elements", list(elements)))
        case .insert(_, let element): return form("insert", ("elements", list([element])))
        case .remove(_, let content): return form("remove", ("value", content))
        case .modify(_, let id, let content): return form("modify", ("id", FlatValue(id)), ("value", content))
        case .edit(_, let id, let content): return form("edit", ("id", FlatValue(id)), ("value", content))
        case .removeID(_, let id): return form("remove-id", ("id", FlatValue(id)))
        }
    }
}
