/// An escape in a YAML text in double quotes: how long it is in the file and what it stands for.
struct YAMLEscape {
    /// Scalars of the file, the backslash included.
    let length: Int
    /// What it stands for; nil for a line break that is left out and for what is no escape.
    let value: Unicode.Scalar?

    /// Reads the escape at the beginning; nil if there is none.
    init?(_ scalars: ArraySlice<Unicode.Scalar>) {
        guard scalars.first == "\\" else { return nil }
        guard let kind = scalars.dropFirst().first else {
            (length, value) = (1, nil)
            return
        }
        if let digits = YAMLEscape.digits[kind] {
            let text = String(String.UnicodeScalarView(scalars.dropFirst(2).prefix(digits)))
            length = 2 + text.unicodeScalars.count
            value = UInt32(text, radix: 16).flatMap(Unicode.Scalar.init)
        } else {
            length = 2
            value = YAMLEscape.singles[kind] ?? kind
        }
    }

    private static let digits: [Unicode.Scalar: Int] = ["x": 2, "u": 4, "U": 8]
    private static let singles: [Unicode.Scalar: Unicode.Scalar] = [
        "0": "\0", "a": "\u{7}", "b": "\u{8}", "t": "\t", "n": "\n", "v": "\u{B}", "f": "\u{C}", "r": "\r",
        "e": "\u{1B}", "N": "\u{85}", "_": "\u{A0}", "L": "\u{2028}", "P": "\u{2029}",
    ]
}
