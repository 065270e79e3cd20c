internal import CloudModel

/// Random conditions of the control language, well typed over the schemas of a few kinds.
struct ExpressionGrammar {
    /// The kinds whose resources expressions and changes are about.
    static let kinds = [
        "AWS::EC2::VPC", "AWS::EC2::SecurityGroup", "AWS::EC2::FlowLog", "AWS::EC2::Instance",
        "AWS::S3::Bucket",
        "AWS::CloudTrail::Trail",
    ]
    /// The texts that values and literals are taken from; some of them are ids.
    static let texts = ["a", "b", "n-1", "n-2"]

    private var numbers: SeededGenerator
    /// The variables in sight, with their kinds; the subject first.
    private var scope: [(name: String, kind: KindSchema)]
    private var variables = 0

    init(_ numbers: SeededGenerator, subject: KindSchema) {
        self.numbers = numbers
        scope = [(name: "resource", kind: subject)]
    }

    /// A condition with at most so many levels.
    mutating func condition(_ depth: Int) -> String {
        guard depth > 0 else { return leaf() }
        switch numbers.below(13) {
        case 0: return "!(\(condition(depth - 1)))"
        case 1, 2: return "(\(condition(depth - 1)) && \(condition(depth - 1)))"
        case 3, 4: return "(\(condition(depth - 1)) || \(condition(depth - 1)))"
        case 5: return "(\(leaf()) ? \(condition(depth - 1)) : \(condition(depth - 1)))"
        case 6, 7, 8, 9: return macro(depth - 1)
        case 10: return counted(depth - 1)
        case 11: return referenced(depth - 1)
        default: return leaf()
        }
    }

    /// A list of what fails, as evidence has it.
    mutating func evidence(_ depth: Int) -> String {
        let (list, kind) = list()
        let name = enter(kind)
        defer { scope.removeLast() }
        switch numbers.below(3) {
        case 0: return "\(list).filter(\(name), \(condition(depth))).map(\(name), idOf(\(name)))"
        case 1: return "\(list).map(\(name), \(condition(depth)), idOf(\(name)))"
        default: return "\(list).filter(\(name), \(condition(depth))).map(\(name), \(text(of: name, kind)))"
        }
    }

    private mutating func macro(_ depth: Int) -> String {
        let (list, kind) = list()
        let outer = scope
        let name = enter(kind)
        defer { scope.removeLast() }
        let macro = numbers.pick(["exists", "all", "exists_one"])
        var body = condition(depth)
        if numbers.chance(permille: 500), let field = field(of: kind, isText) {
            let other = numbers.pick(outer)
            let key = numbers.chance(permille: 300) ? "id" : text(of: other.name, other.kind)
            body =
                macro == "all"
                ? "(\(name).\(field) != \(key) || \(body))" : "(\(name).\(field) == \(key) && \(body))"
        }
        return "\(list).\(macro)(\(name), \(body))"
    }

    private mutating func counted(_ depth: Int) -> String {
        let (list, kind) = list()
        if numbers.chance(permille: 400) { return "size(\(list)) > \(numbers.below(3))" }
        let name = enter(kind)
        defer { scope.removeLast() }
        return "size(\(list).filter(\(name), \(condition(depth)))) == \(numbers.below(3))"
    }

    private mutating func referenced(_ depth: Int) -> String {
        let kind = schema(numbers.pick(ExpressionGrammar.kinds))
        let from = numbers.pick(scope)
        let named = "('\(kind.name)', \(text(of: from.name, from.kind)))"
        if numbers.chance(permille: 300) { return "isGone\(named)" }
        let target = "ref" + named
        guard let field = field(of: kind, isText) else { return leaf() }
        return "\(target).\(field) == '\(numbers.pick(ExpressionGrammar.texts))'"
    }

    private mutating func list() -> (text: String, kind: KindSchema) {
        let kind = schema(numbers.pick(ExpressionGrammar.kinds))
        let function = numbers.pick(["resources", "resources", "regional", "referrers"])
        return ("\(function)('\(kind.name)')", kind)
    }

    private mutating func leaf() -> String {
        let (name, kind) = numbers.pick(scope)
        switch numbers.below(7) {
        case 0:
            if let flag = field(of: kind, isFlag) { return "\(name).\(flag)" }
            return "idOf(\(name)) == '\(numbers.pick(ExpressionGrammar.texts))'"
        case 1: return "has(\(name).\(field(of: kind) { _ in true } ?? "Tags"))"
        case 2:
            guard let list = field(of: kind, isTexts) else { return "regionOf(\(name)) == 'r-1'" }
            return "\(name).\(list).exists(t, t == '\(numbers.pick(ExpressionGrammar.texts))')"
        case 3:
            let other = numbers.pick(scope)
            return "\(text(of: name, kind)) == \(text(of: other.name, other.kind)) + params.suffix"
        case 4: return "account.EbsEncryptionByDefault"
        case 5:
            return
                "\(text(of: name, kind)) in [\(ExpressionGrammar.texts.prefix(2).map { "'\($0)'" }.joined(separator: ","))]"
        default: return "\(text(of: name, kind)) == '\(numbers.pick(ExpressionGrammar.texts))'"
        }
    }

    private mutating func text(of name: String, _ kind: KindSchema) -> String {
        guard numbers.chance(permille: 850), let field = field(of: kind, isText) else {
            return "idOf(\(name))"
        }
        return "\(name).\(field)"
    }

    private mutating func field(of kind: KindSchema, _ fits: (PropertySchema) -> Bool) -> String? {
        let fields = kind.properties.filter(fits).map(\.name)
        return fields.isEmpty ? nil : numbers.pick(fields)
    }

    private func isText(_ property: PropertySchema) -> Bool {
        if case .string = property.type { return true }
        return false
    }

    private func isFlag(_ property: PropertySchema) -> Bool {
        if case .bool = property.type { return true }
        return false
    }

    private func isTexts(_ property: PropertySchema) -> Bool {
        if case .list(.string) = property.type { return true }
        return false
    }

    private mutating func enter(_ kind: KindSchema) -> String {
        variables += 1
        scope.append((name: "v\(variables)", kind: kind))
        return "v\(variables)"
    }

    private func schema(_ name: String) -> KindSchema { KindCatalog.kind(name).schema }
}
