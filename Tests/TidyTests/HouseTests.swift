import Foundation
import Testing

/// What the scripts, the image and the pages say must be true of the tree.
@Suite struct HouseTests {
    private static func lines(_ path: String) throws -> [String] {
        let text = try #require(ProjectTree.text(path), "\(path) is missing")
        return text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
    }

    /// Whether the program has code that creates topics.
    static let createsTopics = ProjectTree.sources.contains {
        $0.module != "KafkaLog" && !$0.swift.tokens.lines(of: ["TopicPlan"]).isEmpty
    }

    @Test(.enabled(if: createsTopics, "no module creates topics"))
    func `The program creates every topic of the design`() {
        let edges = ProjectTree.sources.filter { ["DriftRuntime", "plumbline"].contains($0.module) }
        for name in TopicNames.all {
            #expect(edges.contains { $0.text.contains("\"\(name)\"") }, "nothing names \(name)")
        }
    }

    @Test func `The page for strangers explains every topic`() throws {
        let rows = try Self.lines("README.md").filter { $0.hasPrefix("| `") && !$0.contains(".json") }
        let names = rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
        #expect(names == TopicNames.all)
    }

    @Test func `The page for strangers starts with the two commands`() throws {
        let commands = try Self.lines("README.md").filter { $0.hasPrefix("make ") }
        #expect(commands.prefix(2).map { String($0.prefix(9)) } == ["make demo", "make test"])
    }

    @Test(arguments: [".ci/run", "Makefile"])
    func `The gate and the Makefile lint and test alike`(path: String) throws {
        let lines = try Self.lines(path)
        #expect(lines.contains("swift format lint --strict --recursive Sources Tests Package.swift"))
        #expect(lines.contains { $0.hasPrefix("swift test --disable-xctest") })
    }

    @Test(arguments: [".ci/run", "scripts/install-dependencies.sh", "deploy/produce-sample.sh"])
    func `A script stops at its first error and parses`(path: String) throws {
        #expect(try Self.lines(path).contains("set -euo pipefail"))
        let bash = Process()
        bash.executableURL = URL(filePath: "/bin/bash")
        bash.arguments = ["-n", ProjectTree.root.appending(path: path).path(percentEncoded: false)]
        try bash.run()
        bash.waitUntilExit()
        #expect(bash.terminationStatus == 0)
    }

    @Test func `The gates run cheap ones first`() throws {
        let steps = try Self.lines(".ci/run").filter { $0.hasPrefix("step \"") }.map {
            String($0.dropFirst(6))
        }
        let order = [
            "install", "format", "build", "tests", "the simulation", "address", "thread", "instructions",
            "incremental", "done",
        ]
        #expect(steps.count == order.count)
        for (step, start) in zip(steps, order) { #expect(step.hasPrefix(start)) }
    }

    @Test(arguments: [".ci/run", "Makefile", "README.md"])
    func `Every script that is named exists`(path: String) throws {
        for line in try Self.lines(path) {
            for word in line.split(whereSeparator: { " `;".contains($0) }) where word.hasPrefix("scripts/") {
                #expect(ProjectTree.text(String(word)) != nil, "\(path) names \(word)")
            }
        }
    }

    @Test func `The manifest's Debian packages are installed by the script and by the image`() throws {
        let manifest = try #require(ProjectTree.text("Package.swift"))
        let script = try #require(ProjectTree.text("scripts/install-dependencies.sh"))
        let dockerfile = try #require(ProjectTree.text("Dockerfile"))
        let packages = manifest.matches(of: /\.apt\(\["([a-z0-9-]+)"\]\)/).map { String($0.1) }
        #expect(packages.count >= 3)
        for package in packages + ["libsimdjson-dev"] {
            #expect(script.contains(package), "scripts/install-dependencies.sh lacks \(package)")
            #expect(dockerfile.contains(package), "Dockerfile lacks \(package)")
        }
    }

    @Test func `The image is built from fixed versions and files that exist, and does not run as root`()
        throws
    {
        var stages = Set<String>()
        var users: [String] = []
        for line in try Self.lines("Dockerfile") {
            let words = line.split(separator: " ").map(String.init)
            if words.first == "FROM" {
                #expect(stages.contains(words[1]) || ComposeTests.isFixed(words[1]), "\(line)")
                stages.insert(words.last ?? "")
            } else if words.first == "COPY", !line.contains("--from=") {
                let source = words[1]
                #expect(
                    ProjectTree.allFiles.contains { $0.path == source || $0.path.hasPrefix(source + "/") })
            } else if words.first == "USER" {
                users.append(words[1])
            }
        }
        #expect(users.last != "root" && users.first != "root")
    }

    @Test func `The map has a row for every module and every package`() throws {
        let map = try #require(ProjectTree.text("Sources/README.md"))
        for module in ImportTable.rules.keys.sorted() + ImportTable.doors.sorted() {
            #expect(map.contains("`\(module)`"), "Sources/README.md lacks \(module)")
        }
        let manifest = try #require(ProjectTree.text("Package.swift"))
        for package in manifest.matches(of: /\.package\(url: "[^"]*\/([^"\/]+)"/).map({ String($0.1) }) {
            #expect(map.contains("| \(package) |"), "Sources/README.md lacks \(package)")
        }
    }
}
