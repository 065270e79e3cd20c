import Testing

@testable import Controls

/// A recommendation that is about several services.
@Suite struct SeveralControlsTests {
    private static func map(_ lines: String) throws(ControlFileError) -> BenchmarkMap {
        let text = "benchmark: cis-aws\nversion: \"9.0\"\nnumbers:\n" + lines
        return try BenchmarkMap(path: "cis-9.0.yaml", bytes: Array(text.utf8))
    }

    private static func entry(_ control: String) -> String {
        "  - { number: \"1.1\", control: \(control), level: 1, assessment: manual }\n"
    }

    @Test func `a number may have a control for each service`() throws {
        let map = try Self.map(Self.entry("aws.s3.open") + Self.entry("aws.sns.open"))
        #expect(map.entries.map(\.control) == ["aws.s3.open", "aws.sns.open"])
    }

    @Test func `a number with one control twice is refused`() {
        #expect(throws: ControlFileError.self) {
            try Self.map(Self.entry("aws.s3.open") + Self.entry("aws.s3.open"))
        }
    }

    @Test func `a number that has a control is not planned`() {
        #expect(throws: ControlFileError.self) {
            try Self.map(Self.entry("aws.s3.open") + "planned:\n  - { number: \"1.1\", key: open }\n")
        }
    }
}
