import Testing

@Suite struct LengthTests {
    static let maximumFileLines = 400
    static let maximumFunctionLines = 60
    static let maximumFileBytes = 256 * 1024
    static let written = (ProjectTree.sources + ProjectTree.tests).filter { !$0.isGenerated }

    @Test(arguments: written)
    func `A file has at most 400 lines`(file: ProjectTree.File) {
        let count = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
        #expect(count <= Self.maximumFileLines, "\(file.path): split it by aspect: Type+Aspect.swift")
    }

    @Test(arguments: written)
    func `A function has at most 60 lines`(file: ProjectTree.File) {
        for function in file.swift.functions {
            #expect(
                function.lineCount <= Self.maximumFunctionLines,
                "\(file.path):\(function.line): keep the branches, move the rest into named helpers")
        }
    }

    @Test func `No file is larger than 256 KiB`() {
        let large = ProjectTree.allFiles.filter { $0.byteCount > Self.maximumFileBytes }
        #expect(large.map(\.path) == [], "generate it, or split it")
    }
}
