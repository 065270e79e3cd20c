import CloudModel
import JSONTokens
import Testing

@testable import Controls

@Suite struct ControlFileTests {
    static let smallest = """
        id: aws.cloudtrail.example
        title: Trails log
        severity: high
        subject: AWS::CloudTrail::Trail
        pass: resource.IsLogging

        """

    static func read(_ text: String) throws(ControlFileError) -> ControlFile {
        try ControlFile(path: "example.yaml", bytes: Array(text.utf8))
    }

    static func error(_ text: String) -> ControlFileError? {
        do {
            _ = try read(text)
            return nil
        } catch {
            return error
        }
    }

    @Test func `the smallest file is read with its defaults`() throws {
        let file = try Self.read(Self.smallest)
        #expect(file.id == "aws.cloudtrail.example")
        #expect(file.key == "example")
        #expect(file.severity == .high)
        #expect(file.scope == .resource)
        #expect(file.applies == nil)
        #expect(file.pass.text == "resource.IsLogging")
    }

    @Test(arguments: [
        ("severty: high\n", 6, "severty", "did you mean \"severity\"?"),
        ("remediation: { safety: safe, txt: x }\n", 6, "remediation.txt", "did you mean \"text\"?"),
        (
            "tests: [{ name: a, resource: { IsLoging: true }, expect: pass }]\n", 6,
            "tests[0].resource.IsLoging",
            "did you mean \"IsLogging\"?"
        ),
        ("frameworks: { soc3: [a] }\n", 6, "frameworks.soc3", "did you mean \"soc2\"?"),
    ])
    func `an unknown key is refused with its place and a suggestion`(
        extra: String, line: Int, field: String, hint: String
    ) throws {
        let error = try #require(Self.error(Self.smallest + extra))
        #expect(error.line == line)
        #expect(error.field == field)
        #expect(error.hint == hint)
    }

    @Test(arguments: [
        ("severity: high", "severity: hihg", "severity", "did you mean \"high\"?"),
        (
            "subject: AWS::CloudTrail::Trail", "subject: AWS::CloudTrail::Trial", "subject",
            "did you mean \"AWS::CloudTrail::Trail\"?"
        ),
        ("id: aws.cloudtrail.example", "id: azure.cloudtrail.example", "id", ""),
        ("id: aws.cloudtrail.example", "id: aws.Example", "id", "as aws.service.what-must-hold"),
        ("title: Trails log\n", "", "title", ""),
        ("title: Trails log", "title: ''", "title", ""),
        ("pass: resource.IsLogging", "pass: [a]", "pass", ""),
        ("pass: resource.IsLogging", "pass: !resource.IsLogging", "pass", "put the value in quotes"),
        (
            "subject: AWS::CloudTrail::Trail", "subject: AWS::::Account", "subject",
            "scope: account or account-region"
        ),
        ("severity: high", "severity: high\nscope: account", "scope", ""),
        (
            "severity: high", "severity: high\nparams: { a: 1 }\nparams_until: { \"3.0\": { b: 2 } }",
            "params_until.3.0.b", "did you mean \"a\"?"
        ),
        (
            "severity: high", "severity: high\nparams: { a: 1 }\nparams_until: { \"3.0\": { a: x } }",
            "params_until.3.0.a", ""
        ),
        (
            "severity: high", "severity: high\nparams: { a: 1 }\nparams_until: { old: { a: 2 } }",
            "params_until.old", #"as "3.0""#
        ),
    ])
    func `a bad value is refused with its field`(
        wanted: String, written: String, field: String, hint: String
    ) throws {
        let text = Self.smallest.replacing(wanted, with: written)
        let error = try #require(Self.error(text))
        #expect(error.field == field)
        #expect(error.hint == hint)
    }

    @Test func `a key that stands twice is refused`() {
        #expect(Self.error(Self.smallest + "title: again\n")?.message.contains("\"title\"") == true)
    }

    @Test func `scalars are read by the type that is wanted`() throws {
        let file = try Self.read(
            """
            id: aws.s3.example
            title: no
            severity: low
            subject: AWS::S3::Bucket
            params: { text: "3", number: 3, decimal: 3.5, word: no }
            pass: "true"
            tests:
              - name: 3.10
                resource: { Region: 3.10, Policy: { a: no, b: 1, c: "1", d: true } }
                expect: pass
            """)
        #expect(file.title == "no")
        #expect(file.params.map(\.value.description) == ["3.5", "3", "\"3\"", "\"no\""])
        let test = try #require(file.tests.first)
        #expect(test.name == "3.10")
        let values = test.resource.properties.map { property in
            if case .value(let value) = property.content { return value.description }
            return ""
        }
        #expect(values == ["\"3.10\"", #"{"a":"no","b":1,"c":"1","d":true}"#])
    }

    @Test func `elements of a set carry ids and a set may be partial`() throws {
        let file = try Self.read(
            """
            id: aws.ec2.example
            title: x
            severity: low
            subject: AWS::EC2::SecurityGroup
            pass: "true"
            tests:
              - name: a
                resource:
                  SecurityGroupIngress: { $partial: [{ $id: sgr-1, IpProtocol: tcp }] }
                expect: unknown
            """)
        let content = try #require(file.tests.first?.resource.properties.first?.content)
        guard case .elements(let elements, let isComplete) = content else {
            Issue.record("no set was read")
            return
        }
        #expect(!isComplete)
        #expect(elements.map(\.id) == ["sgr-1"])
        #expect(elements.map(\.value.description) == [#"{"IpProtocol":"tcp"}"#])
    }

    @Test(arguments: [
        ("pass: abc == def\n", "def", 1, 14),
        ("pass: 'abc == def'\n", "def", 1, 15),
        ("pass: >\n  abc\n    == def\n", "def", 3, 8),
        ("pass: |\n  abc\n  == def\n", "def", 3, 6),
        ("pass: \"abc\n  == def\"\n", "def", 2, 6),
    ])
    func `a character of an expression keeps its place in the file`(
        text: String, word: String, line: Int, column: Int
    ) throws {
        let expression = try YAMLDocument(path: "a", bytes: Array(text.utf8)).root.map(["pass"])
            .required("pass").expression()
        let range = try #require(expression.text.firstRange(of: word))
        let offset = expression.text.utf8.distance(from: expression.text.startIndex, to: range.lowerBound)
        #expect(expression.position(ofOffset: offset) == SourcePlace(line: line, column: column))
    }

    @Test func `an error shows the line with a caret`() {
        let error = Self.error(Self.smallest + "  severty: high\n".replacing("  ", with: ""))
        let text =
            error?.description
            ?? ""
        #expect(
            text == """
                example.yaml:6:1: severty: There is no field of this name.
                    6 | severty: high
                        ^
                    hint: did you mean "severity"?
                """)
    }

    @Test func `an expression that YAML takes for a tag gets a hint`() {
        let text = Self.smallest.replacing("pass: resource", with: "pass: !f(a, b) && resource")
        #expect(Self.error(text)?.hint.contains("quotes") == true)
    }

    @Test func `a guarded remediation needs a guard and calls`() {
        let base = Self.smallest + "remediation: { safety: guarded, text: x, summary: y"
        #expect(Self.error(base + " }\n")?.message.contains("guard") == true)
        #expect(Self.error(base + ", guard: a }\n")?.message.contains("calls") == true)
    }

    @Test(arguments: [("", "empty"), ("a: [", "no YAML"), ("a: b: c", "no YAML")])
    func `bytes that are no YAML are refused`(text: String, message: String) {
        #expect(Self.error(text)?.message.contains(message) == true)
    }
}
