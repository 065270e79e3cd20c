import CloudModel
internal import JSONTokens

/// The schema of prefix lists, as the decoders write it.
enum PrefixListKind {
    static let kind = KindCatalog.kind("AWS::EC2::PrefixList")
    static let name = kind.property("PrefixListName")
    static let family = kind.property("AddressFamily")
    static let entries = kind.property("Entries")
    static let tags = kind.property("Tags")

    /// The element for one block; nil if the text is none.
    @Sendable static func entry(_ entry: Token, _ shapes: AWSShapes) -> SetElement? {
        guard let text = shapes.text(shapes.member(entry, "cidr")) ?? shapes.text(entry),
            let block = AddressBlock.canonicalIPv4(text) ?? AddressBlock.canonicalIPv6(text)
        else { return nil }
        return SetElement(FlatValue(map: [("Cidr", FlatValue(block))]))
    }
}

/// The events that change managed prefix lists.
enum EC2PrefixListEvents {
    static let folds: [String: AWSFold] = [
        "CreateManagedPrefixList": .creates(PrefixListKind.kind) { create($0) },
        "DeleteManagedPrefixList": .deletes(PrefixListKind.kind) { event in
            AWSEvent.outcome(
                event.text("prefixListId").map { event.change(PrefixListKind.kind, $0, .delete) })
        },
        "ModifyManagedPrefixList": .writes(PrefixListKind.kind, PrefixListKind.name, PrefixListKind.entries) {
            modify($0)
        },
        // The content of the older version is not in the record.
        "RestoreManagedPrefixListVersion": .writes(PrefixListKind.kind, PrefixListKind.entries) { event in
            AWSEvent.outcome(
                event.text("prefixListId").map {
                    event.change(PrefixListKind.kind, $0, writes: .unknown(PrefixListKind.entries))
                })
        },
    ]

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let answer = event.answer("prefixList")
        guard let id = shapes.text(shapes.member(answer, "prefixListId")) else { return .blind([]) }
        let described: [DescribedProperty] = [
            .text(PrefixListKind.name, "prefixListName"), .text(PrefixListKind.family, "addressFamily"),
            DescribedProperty.elements(PrefixListKind.entries, "entry", "entries", by: PrefixListKind.entry)
                .orEmpty,
        ]
        let writes =
            shapes.writes(described, of: event.request) + [
                EC2TagEvents.createdTags(event, PrefixListKind.tags)
            ]
        return AWSEvent.outcome(event.change(PrefixListKind.kind, id, .create, writes))
    }

    private static func modify(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        guard let id = event.text("prefixListId") else { return .blind([]) }
        let added = shapes.items(shapes.member(event.request, "addEntry", or: "addEntries"))
        let removed = shapes.items(shapes.member(event.request, "removeEntry", or: "removeEntries"))
        let gone = removed.compactMap { PrefixListKind.entry($0, shapes) }
        let new = added.compactMap { PrefixListKind.entry($0, shapes) }
        var writes: [PropertyWrite] = []
        if let name = event.text("prefixListName") {
            writes.append(.set(PrefixListKind.name, FlatValue(name)))
        }
        if gone.count == removed.count, new.count == added.count {
            writes += gone.map { .remove(PrefixListKind.entries, $0.value) }
            writes += new.map { .insert(PrefixListKind.entries, $0) }
        } else {
            writes.append(.unknown(PrefixListKind.entries))
        }
        if writes.isEmpty { return .irrelevant(.noGovernedProperty) }
        return AWSEvent.outcome(event.change(PrefixListKind.kind, id, .modify, writes))
    }
}
