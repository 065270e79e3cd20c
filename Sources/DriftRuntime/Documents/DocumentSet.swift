internal import CloudModel
internal import Controls
internal import DriftEngine
internal import WireFormats

/// One record of a topic of control documents.
struct DocumentRecord {
    let position: RecordPosition
    let key: [UInt8]
    /// Empty if the document is taken back.
    let value: [UInt8]
    /// When it was written, by the record.
    var time = Timestamp.distantPast
}

/// What the topics `profiles` and `suppressions` say: the newest document of each key that can be understood, and which could
/// not be.
///
/// A function of the records in the order of their offsets. A document that is refused leaves the last good one of its key in
/// force. Profiles that contradict each other are refused from the first one on, by offset, that contradicts those before it.
struct DocumentSet {
    /// Which topic a record is of.
    enum Kind { case profile, suppression }

    /// A document that is in force.
    struct Entry<Document> {
        let key: String
        let position: RecordPosition
        let bytes: [UInt8]
        let value: Document
    }

    private struct Place: Hashable {
        let topic: String
        let key: String
    }

    private struct Refused {
        let kind: Kind
        let offset: Int64
        /// The newest document of a state that was tried in its place, and was refused too.
        var tried: Int64 = -1
    }

    private let library: ControlLibrary
    /// What the files say, which profiles of the topic must not contradict.
    private let given: [Profile]
    private var newest: [String: Entry<Profile>] = [:]
    private var exceptions: [String: Entry<Suppression>] = [:]
    /// The newest documents of keys that were refused.
    private var refused: [Place: Refused] = [:]
    /// In force, by offset.
    private(set) var profiles: [Entry<Profile>] = []
    /// How far was read, and what was refused.
    private(set) var stand = DocumentStand()

    /// More refused documents than this are not told of one by one; the last that is says so.
    static let maximumFaults = 1_000
    /// More profiles than this are refused, by offset: each is held against all before it.
    static let maximumProfiles = 256

    /// Nothing was read.
    init(_ sources: ControlSources) {
        library = sources.library
        given = sources.profiles
    }

    /// In force, by key.
    var suppressions: [Entry<Suppression>] { exceptions.values.sorted { $0.key < $1.key } }

    /// Takes records in the order of their offsets.
    mutating func take(_ records: [(kind: Kind, record: DocumentRecord)]) {
        var changes: [DocumentRecord] = []
        for (kind, record) in records {
            guard record.position.offset >= stand.next(of: record.position.source) else { continue }
            stand.pass(record.position.source, next: record.position.offset + 1)
            let place = Place(
                topic: record.position.source, key: String(decoding: record.key, as: UTF8.self))
            refused[place] = nil
            do throws(DocumentError) {
                switch kind {
                case .profile:
                    try takeProfile(record)
                    changes.append(record)
                case .suppression: try takeSuppression(record)
                }
            } catch {
                refuse(record.position, record.value, error)
                refused[place] = Refused(kind: kind, offset: record.position.offset)
            }
        }
        judge()
        noteKept()
        let change = changes.last { change in !stand.faults.contains { $0.position == change.position } }
        if let change {
            stand.profileChange = (change.position.source, change.position.offset, change.time)
        }
    }

    /// Takes the last good documents of keys of which the topic has only a refused one, as the state of a partition has them.
    /// Returns true if that changes anything.
    mutating func takeBack(_ documents: [KeptDocument]) -> Bool {
        var isChanged = false
        for document in documents {
            let place = Place(topic: document.topic, key: document.key)
            guard let newer = refused[place], document.offset < newer.offset,
                document.offset > max(known(place, newer.kind), newer.tried)
            else { continue }
            isChanged = true
            let record = DocumentRecord(
                position: RecordPosition(source: document.topic, partition: 0, offset: document.offset),
                key: Array(document.key.utf8), value: document.bytes)
            do throws(DocumentError) {
                switch newer.kind {
                case .profile: try takeProfile(record)
                case .suppression: try takeSuppression(record)
                }
            } catch {
                // Good once, but not for the controls that are loaded now.
                refused[place]?.tried = document.offset
            }
        }
        guard isChanged else { return false }
        judge()
        noteKept()
        return true
    }

    /// True if the newest profile of a key was refused, and no good one of it is known.
    func lacksProfile(_ key: String) -> Bool {
        newest[key] == nil && refused.contains { $0.key.key == key && $0.value.kind == .profile }
    }

    /// Which documents are good, and of which keys the newest is not.
    private mutating func noteKept() {
        let good =
            newest.values.map { ($0.position, $0.key, $0.bytes) }
            + exceptions.values.map { ($0.position, $0.key, $0.bytes) }
        stand.kept = good.map { position, key, bytes in
            KeptDocument(topic: position.source, key: key, offset: position.offset, bytes: bytes)
        }.sorted { ($0.topic, $0.key) < ($1.topic, $1.key) }
        stand.doubts = refused.map { place, refused in
            .init(
                topic: place.topic, key: place.key, known: max(known(place, refused.kind), refused.tried))
        }.sorted { ($0.topic, $0.key) < ($1.topic, $1.key) }
    }

    /// The offset of the good document of a key; below zero if none is known.
    private func known(_ place: Place, _ kind: Kind) -> Int64 {
        switch kind {
        case .profile: newest[place.key]?.position.offset ?? -1
        case .suppression: exceptions[place.key]?.position.offset ?? -1
        }
    }

    /// Notes that nothing stands before an offset any more, or only what has no content.
    mutating func pass(_ topic: String, next: Int64) {
        if next > stand.next(of: topic) { stand.pass(topic, next: next) }
    }

    private mutating func takeProfile(_ record: DocumentRecord) throws(DocumentError) {
        let key = String(decoding: record.key, as: UTF8.self)
        if record.value.isEmpty {
            newest[key] = nil
            return
        }
        let profile = try Profile(json: record.value)
        do throws(ControlFileError) {
            try library.check([profile])
        } catch {
            throw DocumentError(error)
        }
        newest[key] = Entry(key: key, position: record.position, bytes: record.value, value: profile)
    }

    private mutating func takeSuppression(_ record: DocumentRecord) throws(DocumentError) {
        let key = String(decoding: record.key, as: UTF8.self)
        if record.value.isEmpty {
            exceptions[key] = nil
            return
        }
        let suppression = try Suppression(json: record.value)
        guard suppression.id == key else {
            throw DocumentError(
                field: "id", message: "The id \"\(suppression.id)\" is not the record's key \"\(key)\".")
        }
        do throws(ControlFileError) {
            try library.check(suppression)
        } catch {
            throw DocumentError(error)
        }
        exceptions[key] = Entry(key: key, position: record.position, bytes: record.value, value: suppression)
    }

    /// Why a profile that is written now would not be in force, or would put another one out of force; nil if neither.
    func fault(writing profile: Profile, under key: String) -> DocumentError? {
        let end = newest.values.map(\.position.offset).max() ?? -1
        let entry = Entry(
            key: key, position: RecordPosition(source: "", partition: 0, offset: end + 1), bytes: [],
            value: profile)
        var next = self
        next.newest[key] = entry
        next.judge()
        let keys = next.profiles.map(\.key)
        guard keys.contains(key) else { return next.fault(of: entry, beside: next.profiles) }
        return profiles.first { !keys.contains($0.key) }.map { lost in
            DocumentError(
                field: "name", message: "The profile \"\(lost.key)\" would not be in force any more.",
                hint: "a document that contradicts it waits on the topic; take that back first")
        }
    }

    /// Finds out which of the newest profiles go together.
    private mutating func judge() {
        var accepted: [Entry<Profile>] = []
        for entry in newest.values.sorted(by: { $0.position.offset < $1.position.offset }) {
            let fault = fault(of: entry, beside: accepted)
            guard let fault else {
                accepted.append(entry)
                continue
            }
            guard !stand.faults.contains(where: { $0.position == entry.position }) else { continue }
            refuse(entry.position, entry.bytes, fault)
        }
        profiles = accepted
    }

    /// Why a profile does not go together with others; nil if it does.
    private func fault(of entry: Entry<Profile>, beside accepted: [Entry<Profile>]) -> DocumentError? {
        guard accepted.count < Self.maximumProfiles else {
            return DocumentError(
                field: "name",
                message:
                    "There are \(Self.maximumProfiles) profiles already, which is the most. Take one back first."
            )
        }
        // Only what changes controls can contradict anything.
        guard !entry.value.overrides.isEmpty else { return nil }
        let others = (given + accepted.map(\.value)).filter { !$0.overrides.isEmpty }
        do throws(ControlFileError) {
            try library.check(others + [entry.value])
            return nil
        } catch {
            return DocumentError(error)
        }
    }

    private mutating func refuse(_ position: RecordPosition, _ bytes: [UInt8], _ error: DocumentError) {
        guard stand.faults.count < Self.maximumFaults else { return }
        let isLast = stand.faults.count == Self.maximumFaults - 1
        let failure = DecodingFailure(
            "refused-document",
            error.description + (isLast ? "; what is refused after it is not told of" : ""))
        stand.faults.append(DeadLetter(failure, bytes.span, position, eventIndex: nil))
    }
}
