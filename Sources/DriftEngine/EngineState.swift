internal import CloudModel
internal import Controls
internal import JSONTokens
internal import ResourceGraph
internal import WireFormats

/// The keys and values of the engine's state records.
///
/// - `k`, kind, digest: the names of the kind's properties, by which stored positions are read;
/// - `r`, kind, account, region, native id: a resource's facts;
/// - `s`, kind, account, region: the inventories of a scope;
/// - `i`, kind, account, region: a verdict misses an inventory of the scope, and whether it was asked for;
/// - `b`, kind, account, region, native id of what brought resources of the kind along: a list newer than that was asked for;
/// - `f`, control, kind, account, region, native id: a finding's standing;
/// - `h`, account: when its logs were last heard, by log and region, in which hours before, and whether the region is silent;
/// - `q`: up to when the logs were read;
/// - `y`, account: its verdicts are to be looked at again, since its logs fell silent or were heard again;
/// - `v`, kind, account, region, native id: a resource's row; it follows from the others, and spares a start the work;
/// - `x`, owner, kind, account, region, native id: the account has asked the owner for that copy; it wants it where the owner is
///   empty, since nobody knows whom to ask;
/// - `n`, owner, kind, account, region, native id: the account, of another partition or this, wants that copy from the owner;
/// - `p`, owner, kind, account, region, native id: what tells the facts of that copy that its owner told last;
/// - `d`: how far the topics of control documents were read when the catalogue was made;
/// - `e`, topic, key: the last good document of the key;
/// - `t`: the engine's time, and what the rows were made by, empty while some are missing;
/// - `c`, control: the fingerprint of the control as it was last evaluated, and what is to be said of it when it is gone;
/// - `w`, control, account: what waits on the worklist; the value is the last subject that was looked at.
/// A control stands for its name in the catalogue: its id, and of a watch over exclusions the kind as well.
/// The parts of a key are joined with the unit separator (U+001F), which no id contains.
enum EngineState {
    static let separator: Character = "\u{1F}"
    static let timeKey = Array("t".utf8)
    static let feedTimeKey = Array("q".utf8)
    static let documentsKey = Array("d".utf8)
    /// What keys begin with, in the order of putting back, where everything is evaluated anew and where rows are taken up.
    static let recordKinds = ["k", "c", "s", "r", "i", "b", "f", "w", "h", "q", "x", "n", "p", "d", "e", "t"]
    static let recordKindsBesideRows = [
        "k", "c", "i", "b", "w", "h", "q", "x", "n", "p", "d", "e", "t",
    ]

    static func prefix(_ kind: String) -> [UInt8] { Array(kind.utf8) }

    static func rowKey(_ id: ResourceID) -> [UInt8] {
        key(["v", id.kind.name, id.account.text, id.region, id.nativeID])
    }

    static func recheckKey(_ account: AccountKey) -> [UInt8] { key(["y", account.text]) }

    /// `owner` is who was asked; nil where nobody knows whom to ask.
    static func askedKey(_ copy: ResourceID, _ owner: AccountKey?) -> [UInt8] {
        key(["x", owner?.text ?? "", copy.kind.name, copy.account.text, copy.region, copy.nativeID])
    }

    static func interestKey(_ copy: ResourceID, _ owner: AccountKey) -> [UInt8] {
        key(["n", owner.text, copy.kind.name, copy.account.text, copy.region, copy.nativeID])
    }

    static func toldKey(_ place: SharedLedger.Place) -> [UInt8] {
        let id = place.resource
        return key(["p", place.owner.text, id.kind.name, id.account.text, id.region, id.nativeID])
    }

    static func timeValue(_ time: Timestamp, rows: String) -> [UInt8] {
        FlatValue(list: [FlatValue(time.nanoseconds), FlatValue(rows)]).bytes
    }

    static func time(_ value: [UInt8]) -> (time: Timestamp, rows: String)? {
        let fields = Array(FlatValue(canonical: value).view.elements)
        guard fields.count == 2, let time = fields[0].int, let rows = fields[1].string else { return nil }
        return (Timestamp(nanoseconds: time), rows)
    }

    static func resourceKey(_ id: ResourceID) -> [UInt8] {
        key(["r", id.kind.name, id.account.text, id.region, id.nativeID])
    }

    static func schemaKey(_ kind: ResourceKind) -> [UInt8] {
        key(["k", kind.name, String(kind.schema.digest)])
    }

    static func scopeKey(_ id: ResourceID) -> [UInt8] {
        key(["s", id.kind.name, id.account.text, id.region])
    }

    static func inventoryKey(_ id: ResourceID) -> [UInt8] {
        key(["i", id.kind.name, id.account.text, id.region])
    }

    static func broughtKey(_ id: ResourceID) -> [UInt8] {
        key(["b", id.kind.name, id.account.text, id.region, id.nativeID])
    }

    static func findingKey(_ control: String, _ id: ResourceID) -> [UInt8] {
        key(["f", control, id.kind.name, id.account.text, id.region, id.nativeID])
    }

    /// What the keys of all findings of a control begin with.
    static func findingPrefix(_ control: String) -> String { "f\(separator)\(control)\(separator)" }

    static func feedKey(_ account: AccountKey) -> [UInt8] { key(["h", account.text]) }

    static func documentKey(_ topic: String, _ document: String) -> [UInt8] { key(["e", topic, document]) }

    static func controlKey(_ control: String) -> [UInt8] { key(["c", control]) }

    static func workKey(_ control: String, _ account: AccountKey) -> [UInt8] {
        key(["w", control, account.text])
    }

    static func value(ofCursor cursor: ResourceID?) -> [UInt8] {
        guard let cursor else { return FlatValue(list: []).bytes }
        return FlatValue(
            list: [cursor.kind.name, cursor.account.text, cursor.region, cursor.nativeID].map {
                FlatValue($0)
            }
        ).bytes
    }

    static func cursor(_ value: [UInt8]) -> ResourceID? {
        id(FlatValue(canonical: value).view.elements.compactMap(\.string))
    }

    static func parts(of key: [UInt8]) -> [String] {
        String(decoding: key, as: UTF8.self)
            .split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }

    static func value(of state: FindingState) -> [UInt8] {
        FlatValue(list: [
            FlatValue(state.uid), FlatValue(statusName(state.status)), FlatValue(state.isBaseline),
            FlatValue(state.firstSeen.nanoseconds), FlatValue(Int64(state.occurrence)),
            FlatValue(state.occurrenceCause), FlatValue(state.isTicketed), FlatValue(state.isAnnounced),
            FlatValue(state.isDoubtful), FlatValue(state.outgrown?.suppression ?? ""),
            FlatValue(state.outgrown?.since.nanoseconds ?? 0), Exposure.stored(state.passed),
            state.told.stored,
        ]).bytes
    }

    static func finding(_ value: [UInt8]) -> FindingState? {
        let fields = Array(FlatValue(canonical: value).view.elements)
        guard fields.count >= 7, let uid = fields[0].string,
            let status = fields[1].string.flatMap(status(named:)),
            let isBaseline = fields[2].bool, let firstSeen = fields[3].int, let occurrence = fields[4].int,
            let cause = fields[5].string, let isTicketed = fields[6].bool
        else { return nil }
        var outgrown: FindingState.Outgrown?
        if fields.count > 10, let id = fields[9].string, !id.isEmpty, let since = fields[10].int {
            outgrown = .init(suppression: id, since: Timestamp(nanoseconds: since))
        }
        return FindingState(
            uid: uid, status: status, isBaseline: isBaseline, firstSeen: Timestamp(nanoseconds: firstSeen),
            occurrence: Int(occurrence), occurrenceCause: cause, isTicketed: isTicketed,
            isAnnounced: fields.count > 7 ? fields[7].bool ?? true : !isBaseline,
            isDoubtful: fields.count > 8 && fields[8].bool == true, outgrown: outgrown,
            passed: fields.count > 11 ? Exposure.read(fields[11]) : [],
            told: fields.count > 12 ? FindingState.Told(stored: fields[12]) : FindingState.Told())
    }

    private static func key(_ parts: [String]) -> [UInt8] {
        Array(parts.joined(separator: String(separator)).utf8)
    }

    private static let statuses: [(FindingRecord.Status, String)] = [
        (.open, "open"), (.stale, "stale"), (.suppressed, "suppressed"), (.excluded, "excluded"),
        (.resolved, "resolved"), (.deleted, "deleted"),
    ]

    private static func statusName(_ status: FindingRecord.Status) -> String {
        statuses.first { $0.0 == status }?.1 ?? "open"
    }

    private static func status(named name: String) -> FindingRecord.Status? {
        statuses.first { $0.1 == name }?.0
    }
}
