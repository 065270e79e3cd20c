import Foundation
import Testing

@Suite struct MembershipTests {
    @Test(arguments: ProjectTree.sources + ProjectTree.tests)
    func `Every Swift file belongs to a target`(file: ProjectTree.File) throws {
        let manifest = try #require(ProjectTree.text("Package.swift"))
        let pattern = /(?:\bmodule\(|\bsuite\(|\bname:)\s*"(\w+)"/
        let targets = Set(manifest.matches(of: pattern).map { String($0.1) })
        let folder = file.components.count > 2 ? file.components[1] : ""
        #expect(targets.contains(folder), "\(file.path): no target of Package.swift holds this folder")
    }

    @Test func `Folders that a target leaves out hold no Swift`() throws {
        let manifest = try #require(ProjectTree.text("Package.swift"))
        for call in manifest.matches(of: /\bmodule\(\s*"(\w+)"[^)]*exclude:\s*\[([^\]]*)\]/) {
            for folder in call.2.matches(of: /"([^"]+)"/) {
                let hidden = ProjectTree.files(under: "Sources/\(call.1)/\(folder.1)", suffix: ".swift")
                #expect(hidden.map(\.path) == [])
            }
        }
    }

    @Test func `Every schema parses and says what it is`() throws {
        for file in ProjectTree.files(under: "schemas", suffix: ".json") {
            let parsed = try? JSONSerialization.jsonObject(with: Data(file.text.utf8))
            let schema = try #require(parsed as? [String: Any], "\(file.path): no JSON object")
            #expect(schema["$schema"] is String, "\(file.path): needs $schema")
            #expect(schema["$id"] is String, "\(file.path): needs $id")
        }
    }

    @Test func `Every fixture is named by a test`() {
        let fixtures = ProjectTree.allFiles.map(\.path).filter { path in
            path.hasPrefix("Tests/") && path.contains("/Fixtures/")
        }
        // Whatever stands between two quotes, literals among it.
        let literals = Set(ProjectTree.tests.flatMap { $0.text.split(separator: "\"").map(String.init) })
        for fixture in fixtures {
            let isNamed = Self.names(of: fixture).contains(where: literals.contains)
            #expect(isNamed, "\(fixture): delete it, or use it")
        }
    }

    /// What a test may call a fixture: its name, with or without extension, its path below `Fixtures`, or the
    /// path of a folder that holds it, for tests that take a folder of cases.
    static func names(of path: String) -> [String] {
        guard let start = path.firstRange(of: "/Fixtures/")?.upperBound else { return [] }
        let inner = path[start...].split(separator: "/").map(String.init)
        let folders = (1..<max(inner.count, 1)).map { inner[..<$0].joined(separator: "/") }
        let name = inner.last ?? ""
        let stem = name.split(separator: ".").first.map(String.init) ?? name
        let whole = inner.joined(separator: "/")
        return folders + folders.map { $0 + "/" } + [whole, name, stem] + folders.map { "Fixtures/" + $0 }
            + ["Fixtures/" + whole]
    }
}
