import Testing

@Suite struct SwiftTextTests {
    @Test(arguments: [
        ("let a = 1 // try! it", false),
        ("/* outer /* try! */ try! */ let a = 1", false),
        (#"let a = "try! it""#, false),
        ("let a = \"\"\"\n  try!\n  \"\"\"", false),
        (##"let a = #"a "try!" b"#"##, false),
        (#"let a = "x \(try! f("y")) z""#, true),
        (#"let a = "//"; try! f()"#, true),
        (#"let a = "\\"; try! f()"#, true),
    ])
    func `A word counts as code only outside comments and literals`(
        text: String, isCode: Bool
    ) {
        let lines = SwiftText(text).tokens.lines(of: ["try", "!"])
        #expect(!lines.isEmpty == isCode)
    }

    @Test func `Every token knows its line`() {
        let text = SwiftText("a\n/* b\nc */ d\n\"\"\"\ne\n\"\"\"\nf")
        #expect(text.tokens.lines(of: ["d"]) == [3])
        #expect(text.tokens.lines(of: ["e"]) == [])
        #expect(text.tokens.lines(of: ["f"]) == [7])
        #expect(text.commentTokens.lines(of: ["b"]) == [2])
    }

    @Test(arguments: [
        ("func a() {\n  b()\n}", [3]),
        ("func a(\n  b: Int = { 3 }()\n) -> Int\nwhere T: U {\n  1\n}", [6]),
        ("protocol P {\n  func a()\n  var b: Int { get }\n}", [1]),
        ("var a: Int {\n  get { 1 }\n  set { }\n}\ninit() {\n}", [4, 2]),
        ("let text = \"func a() {\"\nfunc b() { }", [1]),
    ])
    func `A function's length runs from its keyword to its closing brace`(text: String, lengths: [Int]) {
        #expect(SwiftText(text).functions.map(\.lineCount) == lengths)
    }

    @Test func `A public header over several lines is read whole`() {
        let text = SwiftText("public func a(\n  b: OpaquePointer\n) -> Int {\n  let c: UnsafeRawPointer\n}")
        let words = text.publicHeaders.map { $0.map(\.text) }
        #expect(words.map { $0.contains("OpaquePointer") } == [true])
        #expect(words.map { $0.contains("UnsafeRawPointer") } == [false])
    }
}
