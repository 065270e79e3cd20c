import Testing

@testable import Controls

/// An error points at the character that is meant, however YAML writes the text.
@Suite struct SourcePlaceTests {
    static let head = """
        id: aws.cloudtrail.example
        title: Trails log
        severity: high
        subject: AWS::CloudTrail::Trail

        """

    static let flow =
        "{ id: aws.cloudtrail.example, title: Trails log, severity: high,\n"
        + #"  subject: "AWS::CloudTrail::Trail", pass: "resource.IsLogging && wrong" }"#

    static let styles: [String] = [
        "pass: resource.IsLogging && wrong",
        "pass:   resource.IsLogging   &&\n  wrong",
        "pass: >\n  resource.IsLogging &&\n  wrong",
        "pass: >-\n\n    resource.IsLogging &&\n\n    wrong\n\n",
        "pass: |\n  resource.IsLogging &&\n    wrong\n",
        "pass: |2-\n    resource.IsLogging &&\n    wrong\n",
        "pass: 'resource.IsLogging && wrong'",
        "pass: 'resource.TrailName != '''' && wrong'",
        "pass: 'resource.IsLogging &&\n\n  wrong'",
        #"pass: "resource.IsLogging && wrong""#,
        #"pass: "resource.TrailName != \"w\" && wrong""#,
        #"pass: "resource.IsLogging\n&&\twrong""#,
        #"pass: "resource.TrailName != '\u00e9\x77' && wrong""#,
        "pass: \"resource.IsLogging \\\n  && wrong\"",
        "pass: resource.TrailName != 'é → w' && wrong",
        #"pass: "resource.TrailName != 'n\\n' && wrong""#,
    ]

    @Test(arguments: styles.map { head + $0 + "\n" } + [flow])
    func `an unknown name is shown where it stands`(text: String) throws {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = try #require(lines.lastIndex { $0.contains("wrong") })
        let before = try #require(lines[line].ranges(of: "wrong").last?.lowerBound)
        let column = lines[line].unicodeScalars.distance(from: lines[line].startIndex, to: before) + 1
        let error = try #require(ControlCompilerTests.error(text))
        #expect(error.message.contains("nothing is called `wrong`"), "\(error)")
        #expect(error.line == line + 1, "\(error)")
        #expect(error.column == column, "\(error)")
    }
}
