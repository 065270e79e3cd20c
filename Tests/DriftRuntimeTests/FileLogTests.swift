import CloudModel
import Foundation
import Testing

@testable import DriftRuntime

@Suite struct `A log of files` {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test func `reads directories by path and lists what is no input`() throws {
        try scratch.write("b/2.jsonl", "{\"n\":2}\n")
        try scratch.write("a.log", "{\"n\":1}\n")
        try scratch.write("b/3.json.gz", gzip(Array("{\"n\":3}".utf8)))
        try scratch.write("b/SOURCE.md", "words")
        try scratch.write(".hidden.json", "{}")
        let files = try InputFiles([scratch.path])
        #expect(
            files.paths.map { $0.dropFirst(scratch.path.count) } == ["/a.log", "/b/2.jsonl", "/b/3.json.gz"])
        #expect(files.skipped.map { $0.dropFirst(scratch.path.count) } == ["/.hidden.json", "/b/SOURCE.md"])
        #expect(try scratch.read([scratch.path]).texts == [#"{"n":1}"#, #"{"n":2}"#, #"{"n":3}"#])
    }

    @Test func `reads a named file whatever its name is`() throws {
        let file = try scratch.write("assets.dump", "{\"n\":1}\n")
        #expect(try scratch.read([file]).texts == [#"{"n":1}"#])
    }

    @Test func `refuses a path that does not exist and names it`() throws {
        let failure = #expect(throws: RuntimeFailure.self) { try InputFiles(["/nowhere/at/all"]) }
        #expect(failure?.exitCode == 2)
        #expect(failure?.description.contains("/nowhere/at/all") == true)
    }

    @Test func `gives each line with its number and passes over blanks and comments`() throws {
        let file = try scratch.write("x.jsonl", "# head\n{\"n\":1}\r\n\n  \n{\"n\":2}\n#tail\nnonsense")
        let sink = try scratch.read([file])
        #expect(sink.texts == ["{\"n\":1}\r", "{\"n\":2}", "nonsense"])
        #expect(sink.lines == [2, 5, 7])
        #expect(sink.skippedLines == 2)
    }

    @Test(arguments: [
        "{\n \"Records\": [\n  {\"a\": \"}\"}\n ]\n}\n", "[\n{\"a\":1},\n{\"a\":2}\n]", "\n\n{\"a\":\n1}\n\n",
    ])
    func `takes a document over several lines as one record`(text: String) throws {
        let sink = try scratch.read([try scratch.write("x.json", text)])
        #expect(sink.records.count == 1)
        #expect(
            sink.texts.first?.trimmingCharacters(in: .whitespacesAndNewlines)
                == text.trimmingCharacters(in: .whitespacesAndNewlines))
        #expect(sink.letters.isEmpty)
    }

    @Test func `takes several documents one behind the other as a record each`() throws {
        let sink = try scratch.read([try scratch.write("x.json", "{\n\"a\":1\n}\n{\n\"a\":2\n}\n")])
        #expect(sink.texts == ["{\n\"a\":1\n}", "{\n\"a\":2\n}"])
        #expect(sink.lines == [1, 4])
    }

    @Test func `reads on line by line behind a broken first line`() throws {
        let text = "{\"a\":{\"cut\"\n{\"n\":2}\n{\"n\":3}\n{\"n\":4}\n"
        let sink = try scratch.read([try scratch.write("x.jsonl", text)])
        #expect(sink.texts == ["{\"a\":{\"cut\"", "{\"n\":2}", "{\"n\":3}", "{\"n\":4}"])
        #expect(sink.lines == [1, 2, 3, 4])
    }

    @Test func `saves the whole elements of a document without an end`() throws {
        let text = "{\"Records\":[\n{\"n\":1},\n{\"n\":{\"m\":2}},\n{\"n\":"
        let sink = try scratch.read([try scratch.write("x.json", text)])
        #expect(sink.texts == ["{\"Records\":[\n{\"n\":1},\n{\"n\":{\"m\":2}}]}"])
        #expect(sink.letters.map(\.reason) == ["truncated-document"])
        #expect(sink.letters.first?.byteCount == 7)
    }

    @Test func `passes over a byte order mark`() throws {
        let sink = try scratch.read([
            try scratch.write("x.json", [0xEF, 0xBB, 0xBF] + Array("{\"n\":1}".utf8))
        ])
        #expect(sink.texts == ["{\"n\":1}"])
    }

    @Test func `finds the same records however the bytes come in pieces`() throws {
        let text = "{\n\"a\":\"}\\\"{\"\n}\n\n{\"b\":[1,\n2]}\nrest\n{\"c\":1}"
        for size in 1...9 {
            var sink = KeepingSink()
            var splitter = RecordSplitter(path: "x", limit: 1 << 20)
            let bytes = Array(text.utf8)
            for start in stride(from: 0, to: bytes.count, by: size) {
                try splitter.push(bytes.span.extracting(start..<min(start + size, bytes.count)), into: &sink)
            }
            try splitter.finish(cut: nil, into: &sink)
            #expect(sink.texts == ["{\n\"a\":\"}\\\"{\"\n}", "{\"b\":[1,\n2]}", "rest", "{\"c\":1}"])
            #expect(sink.lines == [1, 5, 7, 8])
        }
    }
}
