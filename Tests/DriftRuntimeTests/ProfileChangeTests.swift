import CloudModel
import SchemaSupport
import Testing

@testable import DriftRuntime

/// The record on the topic `approvals`.
@Suite struct ProfileChangeTests {
    static let start = Timestamp(seconds: 1_800_000_000)
    static let document = Array("{\"provider\":\"AWS\",\n \"name\":\"\\u00e9\u{1F986}\"}".utf8)

    static func step(
        _ subject: String?, _ seconds: Int64 = 0, remark: String = ""
    ) -> ProfileChange.Step {
        let person = subject.map { ProfileChange.Person(subject: $0, mail: nil) }
        let time = Timestamp(nanoseconds: start.nanoseconds + seconds * 1_000_000_000 + 5_000_000)
        return ProfileChange.Step(person: person, time: time, process: "plumbline-one", remark: remark)
    }

    /// What ada proposes in place of another document.
    static func proposal(
        by subject: String? = "ada", at seconds: Int64 = 0, replacing former: String? = "a",
        offset: Int64 = 7,
        reasons: [String] = ["regions"], _ document: [UInt8] = document
    ) -> ProfileChange {
        let place = former.map {
            ProfileChange.Former(digest: String(repeating: $0, count: 64), offset: offset)
        }
        return ProfileChange(
            document, under: "aws-1.5", replacing: place, reasons: reasons, by: step(subject, seconds))
    }

    static let all = [
        proposal(), proposal(replacing: nil), proposal(by: nil, reasons: []),
        proposal().deciding(true, by: step("bo", 9, remark: "as agreed \"here\"")),
        proposal().deciding(false, by: step("bo")),
    ]

    @Test(arguments: all)
    func `a record conforms to its schema, and reads as what was written`(_ change: ProfileChange) throws {
        #expect(try SchemaValidator(named: "approval").validate(change.json) == [])
        #expect(ProfileChange(json: change.json) == change)
    }

    @Test func `what needs a second person is open for a week, the rest is applied`() {
        let open = Self.proposal()
        let week: Int64 = 7 * 86_400
        #expect(open.state == .open && open.isOpen(at: Self.step(nil, week - 1).time))
        #expect(!open.isOpen(at: Self.step(nil, week).time))
        #expect(Self.proposal(reasons: []).state == .applied && Self.proposal(reasons: []).end == nil)
    }

    @Test func `the same proposal has the same id, whenever it is made; another one has another`() {
        let id = Self.proposal().id
        #expect(Self.proposal(at: 99).id == id && Self.proposal(reasons: ["levels"]).id == id)
        for other in [
            Self.proposal(by: "bo"), Self.proposal(replacing: "b"), Self.proposal(replacing: nil),
            Self.proposal(offset: 8), Self.proposal(Array("{}".utf8)),
        ] {
            #expect(other.id != id)
        }
        // What is applied is told of each time.
        #expect(Self.proposal(reasons: []).id != Self.proposal(at: 1, reasons: []).id)
    }

    @Test(arguments: [
        "", "[]", "{}", #"{"id":"x"}"#, "\u{0}",
        String(decoding: proposal().json, as: UTF8.self).replacing("AWS", with: "GCP"),
        String(decoding: proposal().json, as: UTF8.self).replacing(#""open""#, with: #""approved""#),
        String(decoding: proposal().json, as: UTF8.self).replacing(#""open""#, with: #""other""#),
    ])
    func `what is no such record, or was changed, is none`(_ text: String) {
        #expect(ProfileChange(json: Array(text.utf8)) == nil)
    }
}
