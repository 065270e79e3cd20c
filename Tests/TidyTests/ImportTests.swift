import Testing

@Suite struct ImportTests {
    @Test(arguments: ProjectTree.sources)
    func `A module imports only what the table allows`(file: ProjectTree.File) throws {
        let rule = try #require(
            ImportTable.rules[file.module], "\(file.module) has no row in ImportTable: add it with its reason"
        )
        let allowed = rule.ours.union(rule.outside)
        for (line, name) in Self.imports(of: file) where !allowed.contains(name) {
            Issue.record("\(file.path):\(line): \(file.module) must not import \(name)")
        }
    }

    @Test func `The table has a row for every module and no other row`() {
        let folders = Set(ProjectTree.sources.map(\.module))
        #expect(folders == Set(ImportTable.rules.keys))
    }

    @Test func `The arrows have no circle`() {
        var settled = ImportTable.doors
        var rest = ImportTable.rules
        while let next = rest.first(where: { $0.value.ours.isSubset(of: settled) }) {
            settled.insert(next.key)
            rest[next.key] = nil
        }
        #expect(rest.isEmpty, "modules in a circle: \(rest.keys.sorted())")
    }

    @Test func `The manifest gives a module no dependency that the table forbids`() throws {
        let manifest = try #require(ProjectTree.text("Package.swift"))
        var seen = Set<String>()
        for call in manifest.matches(of: /\bmodule\(\s*"(\w+)"([^)]*)\)/) {
            let module = String(call.1)
            seen.insert(module)
            let named = call.2.prefix(upTo: call.2.firstRange(of: "exclude:")?.lowerBound ?? call.2.endIndex)
            for dependency in named.matches(of: /"(\w+)"/).map({ String($0.1) }) {
                let isAllowed = ImportTable.rules[module]?.ours.contains(dependency) ?? false
                #expect(isAllowed, "Package.swift: \(module) must not depend on \(dependency)")
            }
        }
        #expect(seen.union(["plumbline"]) == Set(ImportTable.rules.keys))
    }

    /// The modules that a file imports, with their lines.
    private static func imports(of file: ProjectTree.File) -> [(line: Int, name: String)] {
        let kinds: Set<String> = ["struct", "class", "enum", "protocol", "func", "typealias", "let", "var"]
        let tokens = file.swift.tokens
        return tokens.indices.compactMap { index in
            guard tokens[index].text == "import" else { return nil }
            let name = tokens[(index + 1)...].first { !kinds.contains($0.text) }
            return name.map { (tokens[index].line, $0.text) }
        }
    }
}
