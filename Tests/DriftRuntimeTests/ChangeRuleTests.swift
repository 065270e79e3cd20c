import CloudModel
import Controls
import Testing

@testable import DriftRuntime

/// What a posted profile may do to those that are in force, with nobody else looking.
@Suite struct ChangeRuleTests {
    private static func documents(
        _ texts: [(key: String, text: String)], _ sources: ControlSources
    ) -> DocumentSet {
        var set = DocumentSet(sources)
        set.take(
            texts.enumerated().map { offset, given in
                let position = RecordPosition(source: "profiles", partition: 0, offset: Int64(offset))
                return (
                    .profile,
                    DocumentRecord(
                        position: position, key: Array(given.key.utf8), value: Array(given.text.utf8))
                )
            })
        return set
    }

    private static func named(_ name: String, _ rest: String = "") -> (key: String, text: String) {
        (name, #"{"provider":"AWS","name":"\#(name)"\#(rest)}"#)
    }

    private static func override(_ control: String, _ severity: String) -> String {
        #","controls":[{"id":"\#(control)","severity":"\#(severity)"}]"#
    }

    private static let group = "aws.ec2.sg-no-ipv4-public-admin-ports"

    /// The status of the refusal, or nil if it goes together with what is there.
    private func status(
        _ given: (key: String, text: String), beside texts: [(key: String, text: String)]
    ) throws -> Int? {
        let sources = ControlSources(try ControlLibrary.builtIn())
        do throws(IntakeRefusal) {
            try ChangeRule.refuseContradictions(
                of: try ProfileIntake.profile(Array(given.text.utf8)),
                Self.documents(texts, sources))
            return nil
        } catch {
            return error.status
        }
    }

    @Test func `one profile too many is refused, so that none is out of force once it is posted again`()
        throws
    {
        let most = (0..<DocumentSet.maximumProfiles).map { Self.named("p\($0)") }
        #expect(try status(Self.named("q"), beside: most) == 409)
        #expect(try status(Self.named("q"), beside: most.dropLast()) == nil)
        #expect(try status(Self.named("p0"), beside: most) == nil)
        #expect(try status(Self.named("p0"), beside: most + [Self.named("q")]) == 409)
    }

    @Test func `what is not in force for a contradiction does not come in force in another's place`() throws {
        let (high, low) = (Self.override(Self.group, "high"), Self.override(Self.group, "low"))
        let both = [Self.named("a", high), Self.named("b", low)]
        #expect(try status(Self.named("a", high), beside: both) == 409)
        #expect(try status(Self.named("c", high), beside: both) == nil)
        #expect(try status(Self.named("c", low), beside: both) == 409)
    }

    @Test func `two severities of a watch over exclusions contradict each other`() throws {
        let id = "aws.exclusions.tagged-while-failing"
        let excluding =
            #","resources":[{"type":"S3_BUCKET","exclusions":[{"tag_key":"E","values":["D"]}]}]"#
        let (high, low) = (Self.override(id, "high") + excluding, Self.override(id, "low"))
        #expect(try status(Self.named("b", low), beside: [Self.named("a", high)]) == 409)
        let sources = ControlSources(try ControlLibrary.builtIn())
        let set = Self.documents([Self.named("a", high), Self.named("b", low)], sources)
        #expect(throws: Never.self) { _ = try sources.catalog(with: set) }
    }

    /// The fields that need a second person.
    private func reasons(
        _ given: (key: String, text: String), beside texts: [(key: String, text: String)]
    ) throws -> [String] {
        let sources = ControlSources(try ControlLibrary.builtIn())
        return ChangeRule.reasons(
            for: try ProfileIntake.profile(Array(given.text.utf8)), sources, Self.documents(texts, sources))
    }

    @Test func `a version that changes what an automated profile finds needs a second person`() throws {
        let version = { (name: String, version: String, rest: String) in
            Self.named(name, #","version":"\#(version)"\#(rest)"#)
        }
        let automated = version("a", "3.0", #","auto_remediation_enabled":true"#)
        // From 4.0 on UDP counts too, for every profile that selects the control.
        let newer = version("b", "5.0", #","accounts":["111122223333"]"#)
        #expect(try reasons(newer, beside: [automated]) == ["version"])
        #expect(try reasons(newer, beside: [version("a", "3.0", "")]) == [])
        #expect(try reasons(version("b", "3.0", ""), beside: [automated]) == [])
        #expect(try reasons(version("b", "2.0", ""), beside: [automated]) == [])
        // One that is there does so once it selects the control.
        let buckets = version("b", "5.0", #","resources":[{"type":"S3_BUCKET"}]"#)
        #expect(try reasons(buckets, beside: [automated]) == [])
        #expect(try reasons(version("b", "5.0", ""), beside: [automated, buckets]) == ["version"])
        #expect(try reasons(version("b", "5.0", ""), beside: [automated, newer]) == [])
    }
}
