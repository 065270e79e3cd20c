import CloudModel
internal import JSONTokens

/// The schema of EFS file systems, as the decoders write it.
enum FileSystemKind {
    static let kind = KindCatalog.kind("AWS::EFS::FileSystem")
    static let encrypted = kind.property("Encrypted")
    static let tags = kind.property("Tags")

    /// Where a description of a file system holds them.
    static let described: [DescribedProperty] = [
        .flag(encrypted, "encrypted"), DescribedProperty.text(kind.property("KmsKeyId"), "kmsKeyId").orNone,
        DescribedProperty.tags(tags, "tags").orEmpty,
    ]
}

/// What is known of the events of EFS.
enum FileSystemEvents {
    static let service = AWSService(
        folds: [
            "CreateFileSystem": .creates(FileSystemKind.kind) { create($0) },
            "CreateReplicationConfiguration": .creates(FileSystemKind.kind) { replicate($0) },
            "CreateTags": .writes(FileSystemKind.kind, FileSystemKind.tags) { tag($0) },
            "DeleteFileSystem": .deletes(FileSystemKind.kind) { event in
                AWSEvent.outcome(id(event).map { event.change(FileSystemKind.kind, $0, .delete) })
            },
            "DeleteTags": .writes(FileSystemKind.kind, FileSystemKind.tags) { untag($0) },
            "TagResource": .writes(FileSystemKind.kind, FileSystemKind.tags) { tag($0) },
            "UntagResource": .writes(FileSystemKind.kind, FileSystemKind.tags) { untag($0) },
        ],
        withoutEffect: [
            "DeleteFileSystemPolicy", "PutFileSystemPolicy", "UpdateFileSystem",
            "UpdateFileSystemProtection",
        ],
        kindWords: ["FileSystem"], otherWords: [],
        touch: { event in
            id(event).map { [event.change(FileSystemKind.kind, $0, .touch)] } ?? []
        })

    /// The file system that a call names; the tag calls name access points too.
    private static func id(_ event: AWSEvent) -> String? {
        let text = event.text("fileSystemId") ?? event.text("resourceId")
        let id = text.flatMap { AWSARN($0)?.resourceID } ?? text
        return id.flatMap { $0.hasPrefix("fs-") ? $0 : nil }
    }

    private static func create(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let id = event.shapes.text(event.answer("fileSystemId")) else { return .blind([]) }
        let writes = event.shapes.writes(FileSystemKind.described, of: event.response)
        let owner = event.shapes.text(event.answer("ownerId"))
        return AWSEvent.outcome(event.change(FileSystemKind.kind, id, .create, writes, owner: owner))
    }

    /// A replication makes its destination in another region, and the record does not say how it is encrypted.
    private static func replicate(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let given = shapes.texts(event.parameter("destinations"), under: "fileSystemId")
        var changes: [AWSPendingChange] = []
        for destination in shapes.items(event.answer("destinations")) {
            guard let id = shapes.text(shapes.member(destination, "fileSystemId")), !given.contains(id) else {
                continue
            }
            let region = shapes.text(shapes.member(destination, "region"))
            changes.append(
                event.change(
                    FileSystemKind.kind, id, region: region, .create, [.unknown(FileSystemKind.encrypted)]))
        }
        return changes.isEmpty ? .irrelevant(.noGovernedProperty) : .changes(changes)
    }

    private static func tag(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let id = id(event) else { return .irrelevant(.notGoverned) }
        let writes = ResourceTag.added(event.parameter("tags"), to: FileSystemKind.tags, event.shapes)
        return tagged(event, id, writes)
    }

    private static func untag(_ event: AWSEvent) -> AWSFoldOutcome {
        guard let id = id(event) else { return .irrelevant(.notGoverned) }
        let keys = event.shapes.texts(event.parameter("tagKeys"), under: "key")
        return tagged(event, id, ResourceTag.removed(keys: keys, from: FileSystemKind.tags))
    }

    private static func tagged(_ event: AWSEvent, _ id: String, _ writes: [PropertyWrite]) -> AWSFoldOutcome {
        let known = writes.isEmpty ? [.unknown(FileSystemKind.tags)] : writes
        return AWSEvent.outcome(event.change(FileSystemKind.kind, id, .modify, known))
    }
}
