/// Reads lexemes into a tree: recursive descent, precedence climbing for the binary operators.
struct Parser {
    /// How deep the tree may be; later walks recurse over it without looking.
    static let maximumDepth = 120
    /// How long the text of an expression may be, in bytes.
    static let maximumLength = 1 << 16

    private let lexemes: [Lexeme]
    private var position = 0
    private var nesting = 0
    let expandsMacros: Bool

    private init(_ lexemes: [Lexeme], expandsMacros: Bool) {
        self.lexemes = lexemes
        self.expandsMacros = expandsMacros
    }

    /// The tree of a whole expression.
    static func parse(_ source: String, expandsMacros: Bool = true) throws(LocatedError) -> Syntax {
        guard source.utf8.count <= maximumLength else {
            throw LocatedError("the expression is longer than \(maximumLength) bytes", at: 0)
        }
        var parser = Parser(try Lexer.lexemes(of: source), expandsMacros: expandsMacros)
        let syntax = try parser.expression()
        guard parser.current.kind == .end else {
            throw LocatedError("the expression should end here", at: parser.current.offset)
        }
        return syntax
    }

    private var current: Lexeme { lexemes[position] }

    private mutating func expression() throws(LocatedError) -> Syntax {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Self.maximumDepth else { throw tooDeep(current.offset) }
        let condition = try binary(minimum: 1)
        guard isSign("?") else { return condition }
        let offset = advance().offset
        let yes = try binary(minimum: 1)
        try expect(":")
        let no = try expression()
        return try node(.conditional(condition, yes, no), offset)
    }

    private mutating func binary(minimum: Int) throws(LocatedError) -> Syntax {
        var left = try unary()
        while let next = binaryOperator, next.precedence >= minimum {
            let offset = advance().offset
            let right = try binary(minimum: next.precedence + 1)
            left = try node(.binary(next, left, right), offset)
        }
        return left
    }

    private var binaryOperator: BinaryOperator? {
        switch current.kind {
        case .sign(let sign): BinaryOperator(rawValue: sign)
        case .identifier("in"): .in
        default: nil
        }
    }

    private mutating func unary() throws(LocatedError) -> Syntax {
        if isSign("!") {
            let offset = advance().offset
            return try node(.unary(.not, try nestedUnary()), offset)
        }
        guard isSign("-") else { return try member() }
        let offset = advance().offset
        // The sign belongs to a number right behind it: only so does the least int have a literal.
        if case .int(let digits) = current.kind {
            let literal = try Literal.int("-" + digits, at: offset)
            position += 1
            return try suffixes(of: try node(.literal(literal), offset))
        }
        if case .double(let value) = current.kind {
            position += 1
            return try suffixes(of: try node(.literal(.double(-value)), offset))
        }
        return try node(.unary(.negate, try nestedUnary()), offset)
    }

    private mutating func nestedUnary() throws(LocatedError) -> Syntax {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Self.maximumDepth else { throw tooDeep(current.offset) }
        return try unary()
    }

    private mutating func member() throws(LocatedError) -> Syntax {
        try suffixes(of: try primary())
    }

    private mutating func suffixes(of start: Syntax) throws(LocatedError) -> Syntax {
        var operand = start
        while true {
            if isSign(".") {
                let offset = advance().offset
                let isOptional = takeSign("?")
                let nameOffset = current.offset
                let (name, isQuoted) = try fieldName()
                if isSign("("), !isOptional, !isQuoted {
                    position += 1
                    let arguments = try self.arguments()
                    operand = try method(operand, name, arguments, nameOffset)
                } else {
                    let kind: Syntax.SelectKind = isOptional ? .optional : .plain
                    operand = try node(.select(operand, field: name, kind), isOptional ? offset : nameOffset)
                }
            } else if isSign("[") {
                let offset = advance().offset
                let isOptional = takeSign("?")
                let key = try expression()
                try expect("]")
                operand = try node(.index(operand, key: key, isOptional: isOptional), offset)
            } else {
                return operand
            }
        }
    }

    private mutating func fieldName() throws(LocatedError) -> (String, isQuoted: Bool) {
        switch current.kind {
        case .identifier(let name) where !Self.literalWords.contains(name):
            position += 1
            return (name, false)
        case .quotedIdentifier(let name):
            position += 1
            return (name, true)
        default: throw LocatedError("a field name should stand here", at: current.offset)
        }
    }

    private mutating func primary() throws(LocatedError) -> Syntax {
        let lexeme = current
        position += 1
        switch lexeme.kind {
        case .int(let digits):
            return try node(.literal(try Literal.int(digits, at: lexeme.offset)), lexeme.offset)
        case .uint(let value): return try node(.literal(.uint(value)), lexeme.offset)
        case .double(let value): return try node(.literal(.double(value)), lexeme.offset)
        case .string(let value): return try node(.literal(.string(value)), lexeme.offset)
        case .bytes(let value): return try node(.literal(.bytes(value)), lexeme.offset)
        case .identifier(let name): return try identifier(name, isRooted: false, lexeme.offset)
        case .sign("."):
            guard case .identifier(let name) = current.kind else { break }
            position += 1
            return try identifier(name, isRooted: true, lexeme.offset)
        case .sign("("):
            let inner = try expression()
            try expect(")")
            return inner
        case .sign("["): return try list(lexeme.offset)
        case .sign("{"): return try map(lexeme.offset)
        case .end:
            throw LocatedError("the expression ends too early", at: lexeme.offset)
        default: break
        }
        throw LocatedError("an operand should stand here", at: lexeme.offset)
    }

    private mutating func identifier(_ name: String, isRooted: Bool, _ offset: Int) throws(LocatedError)
        -> Syntax
    {
        if !isRooted, let literal = Literal.word(name) { return try node(.literal(literal), offset) }
        guard name != "in", !Self.reservedWords.contains(name) else {
            throw LocatedError("`\(name)` is a reserved word", at: offset)
        }
        guard isSign("(") else { return try node(.name(name, isRooted: isRooted), offset) }
        position += 1
        let arguments = try self.arguments()
        if expandsMacros, let expanded = try Macros.expand(name, arguments, offset) {
            return try checked(expanded)
        }
        return try node(.call(name: name, arguments), offset)
    }

    private func method(_ receiver: Syntax, _ name: String, _ arguments: [Syntax], _ offset: Int)
        throws(LocatedError) -> Syntax
    {
        if expandsMacros, let expanded = try Macros.expand(receiver, name, arguments, offset) {
            return try checked(expanded)
        }
        return try node(.method(receiver, name: name, arguments), offset)
    }

    private mutating func arguments() throws(LocatedError) -> [Syntax] {
        var arguments: [Syntax] = []
        if takeSign(")") { return arguments }
        repeat { arguments.append(try expression()) } while takeSign(",")
        try expect(")")
        return arguments
    }

    private mutating func list(_ offset: Int) throws(LocatedError) -> Syntax {
        var elements: [Syntax.Element] = []
        while !isSign("]") {
            let isOptional = takeSign("?")
            elements.append(Syntax.Element(value: try expression(), isOptional: isOptional))
            if !takeSign(",") { break }
        }
        try expect("]")
        return try node(.list(elements), offset)
    }

    private mutating func map(_ offset: Int) throws(LocatedError) -> Syntax {
        var entries: [Syntax.Entry] = []
        while !isSign("}") {
            let isOptional = takeSign("?")
            let key = try expression()
            try expect(":")
            entries.append(Syntax.Entry(key: key, value: try expression(), isOptional: isOptional))
            if !takeSign(",") { break }
        }
        try expect("}")
        return try node(.map(entries), offset)
    }

    private func node(_ form: Syntax.Form, _ offset: Int) throws(LocatedError) -> Syntax {
        try checked(Syntax(form, at: offset))
    }

    private func checked(_ syntax: Syntax) throws(LocatedError) -> Syntax {
        guard syntax.depth <= Self.maximumDepth else { throw tooDeep(syntax.offset) }
        return syntax
    }

    private func tooDeep(_ offset: Int) -> LocatedError {
        LocatedError("the expression is nested deeper than \(Self.maximumDepth) levels", at: offset)
    }

    private func isSign(_ sign: String) -> Bool {
        current.kind == .sign(sign)
    }

    private mutating func takeSign(_ sign: String) -> Bool {
        guard isSign(sign) else { return false }
        position += 1
        return true
    }

    private mutating func advance() -> Lexeme {
        position += 1
        return lexemes[position - 1]
    }

    private mutating func expect(_ sign: String) throws(LocatedError) {
        guard takeSign(sign) else { throw LocatedError("`\(sign)` should stand here", at: current.offset) }
    }

    private static let literalWords: Set<String> = ["true", "false", "null", "in"]
    private static let reservedWords: Set<String> = [
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop",
        "package",
        "namespace", "return", "var", "void", "while",
    ]
}

/// Literals that need more than the lexer knows.
enum Literal {
    /// A whole number with or without a sign, decimal or hexadecimal.
    static func int(_ text: String, at offset: Int) throws(LocatedError) -> Value {
        let isNegative = text.hasPrefix("-")
        let digits = isNegative ? text.dropFirst() : Substring(text)
        let isHexadecimal = digits.lowercased().hasPrefix("0x")
        let magnitude = isHexadecimal ? digits.dropFirst(2) : digits
        let value = Int64((isNegative ? "-" : "") + magnitude, radix: isHexadecimal ? 16 : 10)
        guard let value else { throw LocatedError("the number does not fit an int", at: offset) }
        return .int(value)
    }

    /// The value that a word stands for, or nil if it is a name.
    static func word(_ word: String) -> Value? {
        switch word {
        case "true": .bool(true)
        case "false": .bool(false)
        case "null": .null
        default: nil
        }
    }
}
