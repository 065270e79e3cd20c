import Testing

@Suite struct BannedWordTests {
    /// Files that hold a type which is Sendable on our word; each says there why that is true.
    static let uncheckedSendableFiles: Set<String> = []
    static let written = ProjectTree.sources + ProjectTree.tests

    @Test(arguments: written)
    func `No file uses a banned word`(file: ProjectTree.File) {
        for word in BannedWord.all where word.applies(to: file) {
            for line in word.lines(in: file.swift) {
                Issue.record("\(file.path):\(line): \(word.name) is banned here; use \(word.instead)")
            }
        }
    }

    @Test(arguments: ProjectTree.sources)
    func `No pointer shows in a public declaration`(file: ProjectTree.File) {
        for header in file.swift.publicHeaders where header.contains(where: { $0.text.contains("Pointer") }) {
            Issue.record("\(file.path):\(header[0].line): lend a Span to a closure, or give out a value")
        }
    }

    @Test func `Sendable on our word stands only in the listed files`() {
        let files = Self.written.filter {
            !$0.swift.tokens.lines(of: ["@", "unchecked", "Sendable"]).isEmpty
        }
        #expect(Set(files.map(\.path)) == Self.uncheckedSendableFiles)
    }

    @Test(arguments: written)
    func `A note of work to do names its issue`(file: ProjectTree.File) {
        let tokens = file.swift.commentTokens
        for (index, token) in tokens.enumerated() where ["TODO", "FIXME", "XXX"].contains(token.text) {
            let namesIssue = tokens.dropFirst(index + 1).prefix(2).map(\.text) == ["(", "#"]
            #expect(namesIssue, "\(file.path):\(token.line): do it, or name the issue: (#12)")
        }
    }

    /// Each ban with a line that breaks it and one that comes near.
    @Test(arguments: [
        ("try!", "let a = try! f()", "let a = try f()"),
        ("as!", "let a = b as! C", "let a = b as? C"),
        ("fatalError", "fatalError(text)", "let isFatal = error.fatalError != nil"),
        ("a trap without a sentence", "preconditionFailure()", "preconditionFailure(text)"),
        ("print", "print(a)", "blueprint(a); sheet.print(a)"),
        ("a clock", "let now = ContinuousClock().now", "let now = tick.now"),
        ("Date()", "let now = Date()", "let date = UpDate(); let kind = Date.self"),
        ("randomness", "Int.random(in: 0..<3)", "let random = generator.below(3)"),
        ("hash values", "let a = b.hashValue", "let a = b.hash"),
        ("Task", "Task { await f() }", "let taskCount = TaskCount(1)"),
        ("DispatchQueue", "DispatchQueue.main", "queue.main"),
        ("Thread", "Thread.detachNewThread(f)", "let isThreaded = true"),
        ("async", "func f() async {", "let asynchronous = true"),
        ("a lock", "let a = Mutex(0)", "let actor = event.actor"),
    ])
    func `A ban catches what it names and nothing near it`(name: String, bad: String, good: String) throws {
        let word = try #require(BannedWord.all.first { $0.name == name })
        #expect(word.lines(in: SwiftText(bad)) == [1])
        #expect(word.lines(in: SwiftText(good)) == [])
    }

    @Test func `Every ban has a case above`() {
        #expect(BannedWord.all.count == 14)
    }
}
