import CloudModel
import JSONTokens
import SchemaSupport
import Testing

@testable import WireFormats

/// Records of the topic `shared-facts`.
@Suite struct SharedRecordTests {
    private static let group = KindCatalog.kind("AWS::Logs::LogGroup")
    private static let copy = ResourceID(
        kind: group, account: AccountKey(.aws, "222222222222"), region: "eu-west-1",
        nativeID: "arn:aws:logs:eu-west-1:111111111111:log-group:trail")

    private static func cause(_ seconds: Int64, actor: Actor? = nil) -> CauseRecord {
        CauseRecord(
            eventID: "e-\(seconds)", time: Timestamp(nanoseconds: seconds * 1_000_000_000 + 7),
            action: "logs/Put",
            actor: actor, sourceAddress: "203.0.113.7", userAgent: "a \"tool\"", isObservation: actor == nil)
    }

    static let records: [SharedRecord] = {
        let name = group.property("LogGroupName")
        let filters = group.property("MetricFilters")
        let filter = FlatValue(map: [
            ("FilterName", FlatValue("root")), ("FilterPattern", FlatValue("é\n\"x\"")),
        ])
        let element = SetElement(filter, id: "root")
        let actor = Actor(
            type: "AssumedRole", id: "arn:aws:iam::1:role/ops", name: "ops", account: "1", chain: ["arn:x"])
        let writes: [PropertyWrite] = [
            .set(name, FlatValue("trail")), .setDefault(name, .null), .unknown(name), .unknown(filters),
            .replace(filters, [element, SetElement(filter)]), .replaceDefault(filters, []),
            .insert(filters, element), .remove(filters, filter), .modify(filters, id: "root", filter),
            .edit(filters, id: "root", filter), .removeID(filters, id: "root"),
        ]
        let steps: [ResourceChange.Lifecycle] = [.create, .modify, .delete, .touch]
        let changes = steps.enumerated().map { index, step in
            ResourceChange(
                resource: copy, cause: cause(Int64(index), actor: index == 0 ? actor : nil), lifecycle: step,
                writes: index == 1 ? writes : [])
        }
        let owner = AccountKey(.aws, "111111111111")
        return [
            .facts(
                SharedFacts(owner: owner, resource: copy, changes: changes, trigger: cause(5, actor: actor))),
            .facts(SharedFacts(owner: owner, resource: copy, changes: [])),
            .interest(SharedInterest(copy: copy, of: owner)),
        ]
    }()

    @Test func `what is read is what was written`() throws {
        let decoder = EventDecoder()
        for record in Self.records {
            let output = EffectEncoder().encode(.shared(record))
            let again = EffectEncoder().encode(.shared(try decoder.decodeShared(output.value.span)))
            #expect(
                String(decoding: again.value, as: UTF8.self) == String(decoding: output.value, as: UTF8.self))
            #expect(again.key == output.key)
            #expect(output.account == record.account)
        }
    }

    @Test func `facts and wishes of the same two accounts have keys of their own`() {
        let keys = Set(Self.records.map { EffectEncoder().encode(.shared($0)).key })
        #expect(keys.count == 2)
        #expect(Self.records.map(\.account.id) == ["222222222222", "222222222222", "111111111111"])
    }

    @Test(arguments: ["", "[]", "{}", #"{"facts":{}}"#, #"{"interest":{"account":"aws:1"}}"#, "x"])
    func `what is no such record is refused`(text: String) {
        #expect(throws: DecodingFailure.self) { try EventDecoder().decodeShared(Array(text.utf8).span) }
    }

    @Test(arguments: [("set", "sett"), ("modify", "alter"), ("writes", "wrote")])
    func `a word that nobody knows is refused`(word: String, other: String) {
        let bytes = EffectEncoder().encode(.shared(Self.records[0])).value
        let text = String(decoding: bytes, as: UTF8.self).replacing("\"\(word)\"", with: "\"\(other)\"")
        #expect(throws: DecodingFailure.self) { try EventDecoder().decodeShared(Array(text.utf8).span) }
    }

    @Test func `equal facts have equal digests, others have others`() {
        guard case .facts(let facts) = Self.records[0] else { return }
        #expect(SharedFacts.digest(of: facts.changes) == SharedFacts.digest(of: facts.changes))
        #expect(
            SharedFacts.digest(of: facts.changes) != SharedFacts.digest(of: Array(facts.changes.dropLast())))
    }
}
