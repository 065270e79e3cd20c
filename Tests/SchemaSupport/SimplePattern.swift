/// A regular expression without groups and alternatives: literals, `.`, `[…]`, `\d`, escaped punctuation, each
/// with `?`, `*`, `+`, `{n}` or `{n,m}`; `^` at the front and `$` at the end. That is what `schemas/` needs.
public struct SimplePattern: Sendable {
    private struct Atom: Sendable {
        var ranges: [ClosedRange<Unicode.Scalar>]
        var isNegated = false
        var least = 1
        var most = 1

        func admits(_ scalar: Unicode.Scalar) -> Bool {
            ranges.contains { $0.contains(scalar) } != isNegated
        }
    }

    private var atoms: [Atom] = []
    private var isAnchoredAtStart = false
    private var isAnchoredAtEnd = false

    /// Reads a pattern; nil for one that uses anything else.
    public init?(_ text: String) {
        var rest = Array(text.unicodeScalars)[...]
        if rest.first == "^" {
            isAnchoredAtStart = true
            rest.removeFirst()
        }
        if rest.last == "$" && rest.dropLast().last != "\\" {
            isAnchoredAtEnd = true
            rest.removeLast()
        }
        while let first = rest.popFirst() {
            guard var atom = SimplePattern.atom(first, &rest),
                SimplePattern.readRepetition(&atom, &rest)
            else { return nil }
            atoms.append(atom)
        }
    }

    /// True if the text holds a match.
    public func matches(_ text: String) -> Bool {
        let scalars = Array(text.unicodeScalars)
        let last = isAnchoredAtStart ? 0 : scalars.count
        return (0...last).contains { matches(scalars[$0...], atoms[...]) }
    }

    private func matches(_ text: ArraySlice<Unicode.Scalar>, _ atoms: ArraySlice<Atom>) -> Bool {
        guard let atom = atoms.first else { return !isAnchoredAtEnd || text.isEmpty }
        var count = 0
        var rest = text
        while count < atom.most, let scalar = rest.first, atom.admits(scalar) {
            rest = rest.dropFirst()
            count += 1
        }
        while count >= atom.least {
            if matches(text.dropFirst(count), atoms.dropFirst()) { return true }
            count -= 1
        }
        return false
    }

    private static func atom(_ first: Unicode.Scalar, _ rest: inout ArraySlice<Unicode.Scalar>) -> Atom? {
        switch first {
        case "(", ")", "|", "*", "+", "?", "{", "}", "^", "$", "]": return nil
        case ".": return Atom(ranges: ["\n"..."\n"], isNegated: true)
        case "\\": return escape(&rest)
        case "[": return bracket(&rest)
        default: return Atom(ranges: [first...first])
        }
    }

    private static func escape(_ rest: inout ArraySlice<Unicode.Scalar>) -> Atom? {
        guard let scalar = rest.popFirst() else { return nil }
        if scalar == "d" { return Atom(ranges: ["0"..."9"]) }
        let isLetter = ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        return isLetter || ("0"..."9").contains(scalar) ? nil : Atom(ranges: [scalar...scalar])
    }

    private static func bracket(_ rest: inout ArraySlice<Unicode.Scalar>) -> Atom? {
        var atom = Atom(ranges: [])
        if rest.first == "^" {
            atom.isNegated = true
            rest.removeFirst()
        }
        while let scalar = rest.popFirst(), scalar != "]" {
            if scalar == "\\" {
                guard let inner = escape(&rest) else { return nil }
                atom.ranges += inner.ranges
            } else if rest.first == "-", let end = rest.dropFirst().first, end != "]" {
                guard scalar <= end else { return nil }
                atom.ranges.append(scalar...end)
                rest = rest.dropFirst(2)
            } else {
                atom.ranges.append(scalar...scalar)
            }
            if rest.isEmpty { return nil }
        }
        return atom.ranges.isEmpty ? nil : atom
    }

    private static func readRepetition(_ atom: inout Atom, _ rest: inout ArraySlice<Unicode.Scalar>) -> Bool {
        switch rest.first {
        case "?": (atom.least, atom.most) = (0, 1)
        case "*": (atom.least, atom.most) = (0, .max)
        case "+": (atom.least, atom.most) = (1, .max)
        case "{":
            guard let end = rest.firstIndex(of: "}") else { return false }
            let text = String(String.UnicodeScalarView(rest[(rest.startIndex + 1)..<end]))
            let bounds = text.split(separator: ",", omittingEmptySubsequences: false)
            guard let least = bounds.first.flatMap({ Int($0) }), bounds.count <= 2 else { return false }
            atom.least = least
            atom.most = bounds.count == 1 ? least : bounds[1].isEmpty ? .max : Int(bounds[1]) ?? -1
            rest = rest[end...]
            if atom.most < least { return false }
        default: return true
        }
        rest.removeFirst()
        return true
    }
}
