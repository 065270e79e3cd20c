import Foundation
import JSONTokens
import Testing

@Suite(.enabled(if: Binary() != nil, "the binary does not stand beside the tests"))
struct `The command line` {
    private let binary: Binary
    private let scratch: ReplayFolder

    init() throws {
        binary = try #require(Binary())
        scratch = try ReplayFolder()
    }

    private func file(_ name: String, _ text: String) throws -> String {
        let path = scratch.path + "/" + name
        try FileManager.default.createDirectory(
            atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    @Test func `exits with 2 and the path for a directory that does not exist`() throws {
        let result = try binary.run(["replay", "--events", "/no/such/place", "--out", scratch.path + "/out"])
        #expect(result.code == 2)
        #expect(result.error.contains("/no/such/place"))
    }

    @Test func `exits with 2, file, line and field for a control with an unknown property`() throws {
        let text = """
            id: aws.s3.mine
            title: A control of one's own
            severity: low
            subject: AWS::S3::Bucket
            description: It reads what no bucket has.
            pass: resource.NoSuchThing == true
            remediation: { safety: manual, text: There is no way. }
            unmapped: It is a test.
            tests: []

            """
        let path = try file("packs/mine.yaml", text)
        let events = try file("events.jsonl", "")
        let result = try binary.run([
            "replay", "--events", events, "--packs", scratch.path + "/packs", "--out", scratch.path + "/out",
        ])
        #expect(result.code == 2)
        #expect(result.error.contains("\(path):6:"))
        #expect(result.error.contains("NoSuchThing"))
    }

    @Test(arguments: [
        ("route", "first record of each account, region and hour"), ("replay", "let the clock stand there"),
        ("replay", "inventories; - is standard input"),
    ])
    func `says in its help what a command leaves in and sets`(command: String, text: String) throws {
        let help = try binary.run([command, "--help"]).output.split(whereSeparator: \.isWhitespace)
        #expect(help.joined(separator: " ").contains(text))
    }

    @Test func `explains a control to programs`() throws {
        let id = "aws.ec2.sg-no-ipv4-public-admin-ports"
        let result = try binary.run(["controls", "explain", id, "--json"])
        #expect(result.code == 0)
        let explanation = try FlatValue(json: result.output).view
        #expect(explanation.member("id")?.string == id)
        let events = try #require(explanation.member("events")).elements.map(\.value)
        let names = events.compactMap { $0.view.member("name")?.string }
        #expect(names.contains("AuthorizeSecurityGroupIngress") && names.contains("CreateSecurityGroup"))
        #expect(!names.contains("CreateTags"))
        let reads = explanation.member("reads")?.element(0)
        #expect(reads?.member("kind")?.string == "AWS::EC2::SecurityGroup")
        #expect((explanation.member("benchmarks")?.count ?? 0) > 2)
        #expect(explanation.member("benchmarks")?.element(0)?.member("assessment")?.string == "automated")
        let remediation = try #require(explanation.member("remediation"))
        #expect((remediation.member("calls")?.count ?? 0) > 0)
        #expect((remediation.member("permissions")?.count ?? 0) > 0)
        #expect((explanation.member("cost")?.member("steps")?.int ?? 0) > 10)
    }

    @Test func `explains the watch over exclusions, which no file holds`() throws {
        let id = "aws.exclusions.tagged-while-failing"
        let text = try binary.run(["controls", "explain", id])
        #expect(text.code == 0)
        #expect(text.output.contains("every resource that a profile leaves out by tag"))
        let json = try FlatValue(json: try binary.run(["controls", "explain", id, "--json"]).output).view
        #expect(json.member("severity")?.string == "high")
        #expect(try binary.run(["controls", "list"]).output.contains(id))
        #expect(try binary.run(["controls", "explain", "exclusions"]).error.contains("meant: \(id)"))
    }

    @Test func `explains which values older versions of the benchmark ask for`() throws {
        let id = "sg-no-ipv6-public-admin-ports"
        let result = try binary.run(["controls", "explain", id, "--json"])
        let json = try FlatValue(json: result.output).view
        #expect(json.member("params_until")?.value.description == #"{"3.0":{"protocols":["tcp"]}}"#)
        #expect(try binary.run(["controls", "explain", id]).output.contains(#"3.0: {"protocols":["tcp"]}"#))
    }

    @Test func `explains how the lists of a control are answered`() throws {
        let chain = try binary.run(["controls", "explain", "monitor-root-usage", "--json"])
        let lists = try #require(try FlatValue(json: chain.output).view.member("lists"))
        let forms = Set(lists.elements.compactMap { $0.value.view.member("form")?.string })
        #expect(forms.isSubset(of: ["closed", "joined", "candidates", "walked"]) && !forms.isEmpty)
        let flow = try binary.run(["controls", "explain", "vpc-flow-logs-enabled"])
        #expect(flow.output.contains("pass: exists over "), "\(flow.output)")
        #expect(flow.output.contains("joined by ResourceId, a change costs the same"))
    }

    @Test func `explains a control to people, by its last part too`() throws {
        let result = try binary.run(["controls", "explain", "sg-no-ipv4-public-admin-ports"])
        #expect(result.code == 0)
        for title in ["passes if", "reads", "events", "cost", "benchmarks", "plan", "calls", "undo", "needs"]
        {
            #expect(result.output.contains("\n\(title) "), "\(title)")
        }
        #expect(result.output.contains("ec2.amazonaws.com: AuthorizeSecurityGroupIngress"))
    }

    @Test(arguments: [
        ("aws.ec2.sg-no-ipv4-public-admin-prots", "did you mean \"aws.ec2.sg-no-ipv4-public-admin-ports\"?"),
        ("sg-no-ipv4-public-admin-prots", "did you mean \"aws.ec2.sg-no-ipv4-public-admin-ports\"?"),
        ("public-admin-ports", "meant: aws.ec2."),
    ])
    func `a wrong id gets a suggestion`(id: String, hint: String) throws {
        let result = try binary.run(["controls", "explain", id])
        #expect(result.code == 2)
        #expect(result.error.contains(hint), "\(result.error)")
    }

    @Test func `exits with 2, file, line and field for a profile with an unknown level`() throws {
        let path = try file("profile.json", "{\n\"provider\": \"AWS\",\n\"levels\": [\"L1\",\n\"L7\"]\n}")
        let events = try file("events.jsonl", "")
        let result = try binary.run([
            "replay", "--events", events, "--profile", path, "--out", scratch.path + "/out",
        ])
        #expect(result.code == 2)
        #expect(result.error.contains("\(path):4: levels[1]:"))
        #expect(result.error.contains("hint:"))
    }

    @Test(arguments: [
        [], ["replay"], ["nonsense"], ["replay", "--until", "noon"], ["controls", "explain", "x"],
    ])
    func `exits with 2 for a bad call`(arguments: [String]) throws {
        guard !arguments.isEmpty else { return }
        #expect(try binary.run(arguments).code == 2)
    }

    @Test func `reads standard input`() throws {
        let line =
            #"{"eventVersion":"1.08","eventTime":"2024-05-01T10:00:00Z","eventSource":"s3.amazonaws.com","#
            + #""eventName":"ListBuckets","awsRegion":"us-east-1","eventID":"e1","readOnly":true,"#
            + #""recipientAccountId":"111122223333"}"#
        let result = try binary.run(
            ["replay", "--events", "-", "--out", scratch.path + "/out"], input: Array((line + "\n").utf8))
        #expect(result.code == 0)
        #expect(result.output.contains("1 records, 1 events"))
    }

    @Test func `shows the demo and exits with 0`() throws {
        let result = try binary.run(["demo", "--out", scratch.path + "/demo"])
        #expect(result.code == 0)
        #expect(result.output.contains("aws.ec2.sg-no-ipv4-public-admin-ports "))
        let outcome = ReplayOutcome(directory: scratch.path + "/demo/result")
        #expect(try outcome.schemaProblems() == [])
    }

    @Test func `counts the cases of the language by section and exits with 1 if one fails`() throws {
        let good = #"{"file":"f","section":"s","name":"n","expr":"1","expect":{"value":{"int":"1"}}}"#
        let path = try file("cases.jsonl", good + "\n" + good.replacing("\"s\"", with: "\"t\"") + "\n")
        let passing = try binary.run(["expressions", "conformance", path])
        #expect(passing.code == 0)
        #expect(passing.output.contains("2 of 2 cases passed"))
        let failing = try file("failing.jsonl", good.replacing("\"1\"}", with: "\"2\"}"))
        let result = try binary.run(["expressions", "conformance", path, failing])
        #expect(result.code == 1)
        #expect(result.output.contains("f/s/n: 1: 1 instead of 2"))
        #expect(result.output.contains("2 of 3 cases passed"))
    }

    @Test func `refuses a file of cases with the line that is none`() throws {
        let path = try file("bad.jsonl", "\n{\"file\":1}\n")
        let result = try binary.run(["expressions", "conformance", path])
        #expect(result.code == 2)
        #expect(result.error.hasSuffix("bad.jsonl:2: `file` is missing or no text\n"))
        #expect(try binary.run(["expressions", "conformance", path + "x"]).code == 2)
    }

    @Test func `runs the tests of the built-in controls`() throws {
        let result = try binary.run(["controls", "test"])
        #expect(result.code == 0)
        #expect(result.output.hasSuffix(" 0 failed\n"))
    }
}
