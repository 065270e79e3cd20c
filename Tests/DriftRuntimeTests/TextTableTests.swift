import Testing

@testable import DriftRuntime

@Suite struct `A table of text` {
    @Test func `keeps to its widths and wraps what is longer`() {
        var table = TextTable([.init("ID", width: 6), .init("WHAT", width: 10, maximumLines: 2)])
        table.add(["a", "one two three four five six"])
        table.add(["b-very-long-id", "short"])
        #expect(
            table.text == """
                ID      WHAT
                ------  ----------
                a       one two
                        three fou…
                b-very  short
                -long-
                id

                """)
    }

    @Test func `shows no control characters`() {
        var table = TextTable([.init("A", width: 20)])
        table.add(["red \u{1B}[31m\nline"])
        #expect(!table.text.contains("\u{1B}"))
        #expect(table.text.hasSuffix("red  [31m line\n"))
    }
}
