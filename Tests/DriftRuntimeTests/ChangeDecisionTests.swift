import CloudModel
import Testing

@testable import DriftRuntime

/// What a second person may decide, and what counts where several do.
@Suite struct ChangeDecisionTests {
    private typealias Case = ProfileChangeTests
    private static let approve = #"{"decision":"approve"}"#
    private static let reject = #"{"decision":"reject","remark":"too wide"}"#
    private static let open = Case.proposal()
    private static let approved = open.deciding(true, by: Case.step("bo", 5))
    private static let rejected = open.deciding(false, by: Case.step("bo", 5))

    /// The status of the refusal; 200 if the decision counts.
    private func status(
        _ text: String, _ change: ProfileChange, by subject: String = "cy",
        current: ProfileChange.Former? = open.former, at seconds: Int64 = 10
    ) throws -> Int {
        do throws(IntakeRefusal) {
            try ChangeDecision(json: Array(text.utf8)).judge(
                change, by: ProfileChange.Person(subject: subject, mail: nil), current: current,
                at: Case.step(nil, seconds).time)
            return 200
        } catch {
            return error.status
        }
    }

    @Test func `somebody else may decide, whoever proposed it may not`() throws {
        for decision in [Self.approve, Self.reject] {
            #expect(try status(decision, Self.open) == 200)
            #expect(try status(decision, Self.open, by: "ada") == 403)
            #expect(try status(decision, Self.approved, by: "ada") == 403)
        }
        // Nobody can be told to be somebody else than a proposer that is not known.
        #expect(try status(Self.approve, Case.proposal(by: nil)) == 403)
    }

    @Test func `a decision that was made counts again, the other one does not`() throws {
        #expect(try status(Self.approve, Self.approved, current: nil) == 200)
        #expect(try status(Self.reject, Self.rejected) == 200)
        #expect(try status(Self.reject, Self.approved) == 409)
        #expect(try status(Self.approve, Self.rejected) == 409)
        #expect(try status(Self.approve, Case.proposal(reasons: [])) == 409)
    }

    @Test func `a decision that cannot be read back counts for nobody yet`() throws {
        #expect(try ChangeDecision.first(found: Self.rejected) == Self.rejected)
        for found in [nil, Self.open] {
            #expect(throws: IntakeRefusal.self) { try ChangeDecision.first(found: found) }
        }
    }

    @Test func `nobody decides about what has expired`() throws {
        #expect(try status(Self.approve, Self.open, at: 7 * 86_400 - 1) == 200)
        #expect(try status(Self.approve, Self.open, at: 7 * 86_400) == 410)
        #expect(try status(Self.reject, Self.open, at: 7 * 86_400) == 410)
    }

    @Test func `what would replace something else than was proposed is not approved, but may be rejected`()
        throws
    {
        let other = ProfileChange.Former(digest: String(repeating: "b", count: 64), offset: 8)
        let same = ProfileChange.Former(digest: String(repeating: "a", count: 64), offset: 9)
        #expect(try status(Self.approve, Self.open, current: other) == 409)
        #expect(try status(Self.approve, Self.open, current: nil) == 409)
        // It would not be written: an approval that came before is not to count again for what was posted since.
        #expect(try status(Self.approve, Self.open, current: same) == 409)
        #expect(try status(Self.reject, Self.open, current: other) == 200)
        #expect(try status(Self.approve, Case.proposal(replacing: nil), current: other) == 409)
    }

    @Test func `an approved document is written where that was missed, and only there`() {
        let (now, later) = (Case.step(nil, 10).time, Case.step(nil, 7 * 86_400).time)
        let again = ProfileChange.Former(digest: String(repeating: "a", count: 64), offset: 9)
        #expect(ChangeDecision.isPublishDue(Self.approved, current: Self.open.former, at: now))
        // The former document was posted anew since: that was not what was approved.
        #expect(!ChangeDecision.isPublishDue(Self.approved, current: again, at: now))
        #expect(!ChangeDecision.isPublishDue(Self.approved, current: Self.open.former, at: later))
        #expect(!ChangeDecision.isPublishDue(Self.rejected, current: Self.open.former, at: now))
    }

    @Test(arguments: [
        "", "[]", "null", "{}", #"{"decision":"yes"}"#, #"{"decision":true}"#,
        #"{"decision":"approve","by":"bo"}"#,
        #"{"decision":"approve","remark":7}"#,
        #"{"decision":"approve","remark":"\#(String(repeating: "x", count: 2_001))"}"#, "\u{1}",
    ])
    func `what is no decision is refused`(_ text: String) throws {
        #expect(try status(text, Self.open) == 400)
    }

    private func book(_ changes: [ProfileChange]) -> ChangeBook {
        var book = ChangeBook()
        book.take(changes.enumerated().map { Self.record(Int64($0), $1.id, $1.json) })
        return book
    }

    private static func record(_ offset: Int64, _ key: String, _ value: [UInt8]) -> DocumentRecord {
        DocumentRecord(
            position: RecordPosition(source: "approvals", partition: 0, offset: offset), key: Array(key.utf8),
            value: value)
    }

    @Test func `the first decision counts, whatever is written behind it`() {
        let late = Self.open.deciding(true, by: Case.step("cy", 6))
        #expect(book([Self.open, Self.rejected, late, Self.open])[Self.open.id] == Self.rejected)
        #expect(book([Self.open, late, Self.rejected])[Self.open.id] == late)
        #expect(book([Self.open, Self.approved, Self.approved])[Self.open.id] == Self.approved)
        // The topic may have lost the proposal by compaction.
        #expect(book([Self.approved])[Self.open.id] == Self.approved)
    }

    @Test func `of what is applied the document is not kept, since nobody decides about it`() {
        let applied = Case.proposal(reasons: [])
        let kept = book([applied, Self.open, Self.approved])
        #expect(kept[applied.id]?.state == .applied && kept[applied.id]?.document == [])
        #expect(kept[Self.open.id]?.document == Case.document)
    }

    @Test func `open are those that wait, the oldest first, a proposal made anew by its new time`() {
        let week: Int64 = 7 * 86_400
        let second = Case.proposal(by: "bo", at: 3)
        let anew = Case.proposal(at: week + 5)
        #expect(
            book([second, Self.open, Case.proposal(reasons: [])]).open(at: Case.start) == [Self.open, second])
        #expect(book([Self.open, second, Self.approved]).open(at: Case.start) == [second])
        #expect(book([Self.open, second]).open(at: Case.step(nil, week).time) == [second])
        #expect(book([Self.open, anew]).open(at: Case.step(nil, week + 10).time) == [anew])
    }

    @Test func `records that are none, or stand under another key, are counted and passed over`() {
        var book = book([Self.open])
        book.take([
            Self.record(1, Self.open.id, Array("{}".utf8)), Self.record(2, "other", Self.rejected.json),
        ])
        #expect(book.faultCount == 2 && book[Self.open.id] == Self.open && book["other"] == nil)
        book.take([Self.record(3, Self.open.id, [])])
        #expect(book[Self.open.id] == nil)
    }

    @Test func `a proposal that is made again is the one that waits, unless somebody decided about it`()
        throws
    {
        let again = Case.proposal(at: 9)
        #expect(try ChangeRule.known(again, book([Self.open])) == Self.open)
        #expect(try ChangeRule.known(again, book([])) == nil)
        #expect(try ChangeRule.known(Case.proposal(at: 7 * 86_400), book([Self.open])) == nil)
        let refused = #expect(throws: IntakeRefusal.self) {
            try ChangeRule.known(again, book([Self.rejected]))
        }
        #expect(refused?.status == 409 && refused?.message.contains("rejected") == true)
    }

    @Test func `an approval is to be sent again for as long as that helps`() throws {
        let hint = { (seconds: Int64) in
            #expect(throws: IntakeRefusal.self) {
                try ChangeRule.known(Case.proposal(at: seconds), book([Self.approved]))
            }?.hint
        }
        #expect(hint(9) == "have the approval sent again")
        #expect(hint(7 * 86_400) == "change the document")
    }

    @Test func `more than a hundred do not wait`() {
        let many = (0..<ChangeBook.maximumOpen).map { Case.proposal(by: "p\($0)") }
        let refused = #expect(throws: IntakeRefusal.self) { try ChangeRule.known(Self.open, book(many)) }
        #expect(refused?.status == 409)
        #expect(throws: Never.self) { try ChangeRule.known(Self.open, book(Array(many.dropLast()))) }
    }
}
