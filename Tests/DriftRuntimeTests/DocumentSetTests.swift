import CloudModel
import Controls
import DriftEngine
import Testing

@testable import DriftRuntime

/// What the topics of control documents say, as a function of their records.
@Suite struct DocumentSetTests {
    private typealias Given = (kind: DocumentSet.Kind, record: DocumentRecord)

    private static func profile(_ offset: Int64, _ key: String, _ text: String) -> Given {
        record(.profile, "profiles", offset, key, text)
    }

    private static func suppression(
        _ offset: Int64, _ id: String, reason: String = "known", key: String? = nil
    )
        -> Given
    {
        let text =
            #"{"id":"\#(id)","control":"aws.ec2.sg-no-ipv4-public-admin-ports","scope":{"account":"111122223333"},"#
            + #""reason":"\#(reason)","requested_by":"ida","created":"2026-01-01T00:00:00Z","#
            + #""expires":"2026-06-01T00:00:00Z"}"#
        return record(.suppression, "suppressions", offset, key ?? id, text)
    }

    private static func record(
        _ kind: DocumentSet.Kind, _ topic: String, _ offset: Int64, _ key: String, _ text: String
    ) -> Given {
        (
            kind,
            DocumentRecord(
                position: RecordPosition(source: topic, partition: 0, offset: offset), key: Array(key.utf8),
                value: Array(text.utf8), time: Timestamp(seconds: offset * 10))
        )
    }

    private func empty() throws -> DocumentSet { DocumentSet(ControlSources(try ControlLibrary.builtIn())) }

    @Test func `the newest document of each key counts, and an empty one takes it back`() throws {
        var set = try empty()
        set.take([
            Self.profile(0, "a", #"{"provider":"AWS","version":"1.5"}"#),
            Self.profile(1, "b", #"{"provider":"GCP"}"#),
            Self.profile(2, "a", #"{"provider":"AWS","version":"3.0"}"#),
            Self.suppression(0, "s"), Self.suppression(1, "t"),
        ])
        #expect(set.profiles.map(\.value.version) == [nil, "3.0"])
        #expect(set.suppressions.map(\.key) == ["s", "t"])
        set.take([Self.profile(3, "b", ""), Self.record(.suppression, "suppressions", 2, "s", "")])
        #expect(set.profiles.map(\.key) == ["a"])
        #expect(set.suppressions.map(\.key) == ["t"])
        #expect(set.stand.next(of: "profiles") == 4 && set.stand.next(of: "suppressions") == 3)
        #expect(set.stand.faults.isEmpty)
    }

    @Test func `the newest document that changed the profiles is known with its time, a refused one is none`()
        throws
    {
        var set = try empty()
        #expect(set.stand.profileChange == nil)
        set.take([Self.profile(0, "a", #"{"provider":"AWS"}"#), Self.suppression(9, "s")])
        #expect(set.stand.profileChange?.offset == 0)
        set.take([Self.profile(1, "b", #"{"provider":"GCP"}"#), Self.profile(2, "b", "{")])
        #expect(set.stand.profileChange?.offset == 1)
        set.take([Self.profile(3, "b", "")])
        let change = try #require(set.stand.profileChange)
        #expect(change == (topic: "profiles", offset: 3, time: Timestamp(seconds: 30)))
    }

    @Test func `of more profiles than may be, those with the highest offsets are refused`() throws {
        var set = try empty()
        let most = Int64(DocumentSet.maximumProfiles)
        set.take(
            (0..<most + 2).map {
                Self.profile($0, "p\($0)", #"{"provider":"AWS","accounts":["\#(100_000_000_000 + $0)"]}"#)
            })
        #expect(set.profiles.map(\.position.offset) == Array(0..<most))
        #expect(set.stand.faults.map(\.position.offset) == [most, most + 1])
        #expect(set.stand.faults.first?.detail.contains("256 profiles") == true)
        set.take([Self.profile(most + 2, "p0", "")])
        #expect(set.profiles.map(\.position.offset) == Array(1...most))
    }

    @Test func `a refused document leaves the last good one, and is told with its field and place`() throws {
        var set = try empty()
        set.take([
            Self.profile(0, "a", #"{"provider":"AWS","version":"1.5"}"#),
            Self.profile(1, "a", #"{"provider":"AWS","version":"9.9"}"#),
            Self.suppression(0, "s"), Self.suppression(1, "s", reason: ""),
            Self.suppression(2, "x", key: "y"),
        ])
        #expect(set.profiles.map(\.value.version) == ["1.5"])
        #expect(set.suppressions.map(\.value.reason) == ["known"])
        #expect(set.stand.faults.map(\.position.offset) == [1, 1, 2])
        #expect(set.stand.faults.map(\.reason) == Array(repeating: "refused-document", count: 3))
        #expect(set.stand.faults[0].detail.contains("version") && set.stand.faults[2].detail.contains("id"))
    }

    @Test func `of keys whose newest document was refused the last good one is taken out of a state`() throws
    {
        let whole = [
            Self.profile(0, "a", #"{"provider":"AWS","version":"1.5"}"#), Self.suppression(0, "s"),
            Self.profile(1, "b", #"{"provider":"AWS"}"#),
            Self.profile(2, "a", #"{"provider":"AWS","version":"9.9"}"#),
            Self.suppression(1, "s", reason: ""),
        ]
        var first = try empty()
        first.take(whole)
        #expect(first.stand.kept.map(\.offset) == [0, 1, 0])
        #expect(first.stand.doubts.map(\.known) == [0, 0])
        // A compaction has left the newest records.
        var second = try empty()
        second.take(Array(whole[2...]))
        #expect(second.profiles.map(\.key) == ["b"] && second.suppressions.isEmpty)
        #expect(second.stand.doubts.map(\.key) == ["a", "s"])
        let isTaken = second.takeBack(first.stand.kept)
        #expect(isTaken)
        #expect(second.profiles.map(\.key) == ["a", "b"] && second.suppressions.map(\.key) == ["s"])
        #expect(second.stand.kept == first.stand.kept && second.stand.doubts == first.stand.doubts)
        let isTakenAgain = second.takeBack(first.stand.kept)
        #expect(!isTakenAgain)
        // What was mended meanwhile counts.
        second.take([Self.profile(3, "a", #"{"provider":"AWS","version":"3.0"}"#)])
        #expect(second.profiles.map(\.value.version) == [nil, "3.0"])
        let isTakenLate = second.takeBack(first.stand.kept)
        #expect(!isTakenLate)
        #expect(second.stand.doubts.map(\.key) == ["s"])
    }

    @Test func `one of a state that the controls refuse now is tried once`() throws {
        let topic = "profiles"
        var set = try empty()
        set.take([Self.profile(7, "a", "{")])
        let lost = [
            KeptDocument(
                topic: topic, key: "a", offset: 3, bytes: Array(#"{"provider":"AWS","version":"9.9"}"#.utf8))
        ]
        let tries = [lost, lost, [KeptDocument(topic: topic, key: "a", offset: 8, bytes: Array("{}".utf8))]]
            .map { set.takeBack($0) }
        #expect(tries == [true, false, false])
        #expect(set.profiles.isEmpty && set.stand.doubts.map(\.known) == [3])
    }

    @Test func `a suppression with a condition that does not compile is refused, the one before it stays`()
        throws
    {
        var set = try empty()
        let conditional = { (offset: Int64, condition: String) in
            Self.record(
                .suppression, "suppressions", offset, "s",
                #"{"id":"s","control":"aws.ec2.sg-no-ipv4-public-admin-ports","scope":{"resource":"sg-1"},"#
                    + #""reason":"r","requested_by":"ida","created":"2026-01-01T00:00:00Z","#
                    + #""expires":"2026-06-01T00:00:00Z","while":"\#(condition)"}"#)
        }
        set.take([
            conditional(0, "resource.GroupName == 'web'"), conditional(1, "resource.GroupNam == 'web'"),
        ])
        #expect(set.suppressions.map(\.value.condition) == ["resource.GroupName == 'web'"])
        #expect(set.stand.faults.map(\.position.offset) == [1])
        #expect(set.stand.faults.first?.detail.hasPrefix("while: ") == true)
    }

    @Test func `of profiles that contradict each other the first counts until it is taken back`() throws {
        let severity = { (name: String) in
            #"{"provider":"AWS","controls":[{"id":"aws.ec2.sg-no-ipv4-public-admin-ports","severity":"\#(name)"}]}"#
        }
        var set = try empty()
        set.take([Self.profile(0, "a", severity("low"))])
        set.take([Self.profile(1, "b", severity("critical"))])
        #expect(set.profiles.map(\.key) == ["a"])
        #expect(set.stand.faults.map(\.position.offset) == [1])
        set.take([Self.profile(2, "c", #"{"provider":"GCP"}"#)])
        #expect(set.stand.faults.count == 1)
        set.take([Self.profile(3, "a", "")])
        #expect(set.profiles.map(\.key) == ["b", "c"])
    }

    @Test func `what was read is passed over, in whatever pieces the rest comes`() throws {
        let records: [Given] = [
            Self.profile(0, "a", #"{"provider":"AWS","version":"1.5"}"#), Self.suppression(0, "s"),
            Self.profile(1, "b", #"{"provider":"XYZ"}"#), Self.profile(2, "a", #"{"provider":"GCP"}"#),
        ]
        var whole = try empty()
        whole.take(records)
        var pieces = try empty()
        for record in records { pieces.take([record]) }
        pieces.take(records)
        #expect(pieces.profiles.map(\.key) == whole.profiles.map(\.key))
        #expect(pieces.stand.faults.count == 1 && whole.stand.faults.count == 1)
        #expect(pieces.profiles.map(\.value.provider) == [.gcp])
    }

    private func refusal(
        _ text: String, after former: [String] = [], files: [String] = []
    ) throws -> IntakeRefusal? {
        let sources = ControlSources(
            try ControlLibrary.builtIn(), profiles: try files.map { try Profile(json: Array($0.utf8)) })
        var set = DocumentSet(sources)
        for (offset, text) in former.enumerated() {
            let key = ChangeRule.id(of: try Profile(json: Array(text.utf8)))
            set.take([Self.profile(Int64(offset), key, text)])
        }
        let profile = try Profile(json: Array(text.utf8))
        do throws(IntakeRefusal) {
            try ChangeRule.refuseContradictions(of: profile, set)
            let reasons = ChangeRule.reasons(for: profile, sources, set)
            if !reasons.isEmpty { throw ChangeRule.refusal(reasons) }
            return nil
        } catch {
            return error
        }
    }

    @Test func `one that follows a refused one whose former is on the topic no more needs a second person`()
        throws
    {
        let sources = ControlSources(try ControlLibrary.builtIn(), profiles: [.standard(.gcp)])
        let profile = try Profile(json: Array(#"{"provider":"AWS","name":"a"}"#.utf8))
        var set = DocumentSet(sources)
        set.take([Self.profile(7, "a", "{"), Self.suppression(0, "b", reason: "")])
        #expect(ChangeRule.reasons(for: profile, sources, set) == ["name"])
        set.take([Self.profile(8, "a", "")])
        #expect(ChangeRule.reasons(for: profile, sources, set).isEmpty)
    }

    @Test func `a first profile and one that checks more are taken`() throws {
        let small =
            #"{"provider":"AWS","version":"1.5.0","levels":["L1"],"resources":[{"type":"S3_BUCKET","exclusions":[]}]}"#
        #expect(try refusal(small) == nil)
        #expect(try refusal(#"{"provider":"AWS","version":"1.5"}"#, after: [small]) == nil)
        #expect(try refusal(#"{"provider":"AWS","version":"3.0"}"#, after: [small]) == nil)
    }

    @Test func `one that checks less, or switches automation on, needs a second person`() throws {
        let wide = #"{"provider":"AWS","version":"1.5","levels":["L2"]}"#
        let less = try refusal(#"{"provider":"AWS","version":"1.5","region":"eu-west-1"}"#, after: [wide])
        #expect(less?.status == 403 && less?.field == "regions")
        #expect(less?.message.contains("levels") == true)
        let automated = try refusal(#"{"provider":"AWS","auto_remediation_enabled":true}"#)
        #expect(automated?.status == 403 && automated?.field == "auto_remediation_enabled")
    }

    @Test func `a profile beside others that changes how a control judges for all needs a second person`()
        throws
    {
        let text = { (change: String) in
            #"{"name":"b","provider":"AWS","controls":[{"id":"aws.ec2.sg-no-ipv4-public-admin-ports",\#(change)}]}"#
        }
        let other = #"{"name":"a","provider":"AWS"}"#
        for change in [#""severity":"low""#, #""params":{"ports":[1]}"#] {
            #expect(try refusal(text(change), after: [other])?.field == "controls")
            #expect(try refusal(text(change), files: [other])?.field == "controls")
            #expect(try refusal(text(change)) == nil)
        }
        // Switched off for itself alone: others select the control as before.
        #expect(try refusal(text(#""enabled":false"#), after: [other]) == nil)
    }

    @Test func `a name that is too long for a key is refused`() throws {
        let profile = { (length: Int) in
            try Profile(
                json: Array(#"{"provider":"AWS","name":"\#(String(repeating: "x", count: length))"}"#.utf8))
        }
        #expect(throws: Never.self) { try ChangeRule.checkName(of: profile(200)) }
        let refused = #expect(throws: IntakeRefusal.self) { try ChangeRule.checkName(of: profile(201)) }
        #expect(refused?.status == 400 && refused?.field == "name")
    }

    @Test func `one that contradicts a file is refused with the field`() throws {
        let text = { (name: String) in
            #"{"name":"\#(name)","provider":"AWS","controls":[{"id":"aws.ec2.sg-no-ipv4-public-admin-ports","severity":"\#(name)"}]}"#
        }
        let refused = try refusal(text("low"), files: [text("high")])
        #expect(refused?.status == 409 && refused?.field == "controls")
    }
}
