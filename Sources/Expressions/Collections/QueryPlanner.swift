/// Finds in a program the macros over lists of the host, and how each can be answered.
struct QueryPlanner {
    /// The program's tables; grow by the nodes of bodies without their keys.
    var draft: CodeDraft
    private let environment: Environment
    /// True if filters and maps may show a sample of what they find.
    private let isSampling: Bool
    private(set) var queries: [CollectionQuery] = []
    private var known: [Int32: NodeUses] = [:]

    init(_ draft: CodeDraft, _ environment: Environment, isSampling: Bool) {
        self.draft = draft
        self.environment = environment
        self.isSampling = isSampling
    }

    /// Plans every macro, inner ones before those around them.
    mutating func plan() {
        for place in draft.comprehensions.indices {
            guard let query = query(draft.comprehensions[place]) else { continue }
            draft.comprehensions[place].query = Int32(queries.count)
            queries.append(query)
        }
    }

    /// The texts of the host's lists that are walked whole somewhere below a node.
    mutating func walkedLists(from root: Int32) -> [String] { uses(root).walked.sorted() }

    private mutating func query(_ plan: CompiledComprehension) -> CollectionQuery? {
        guard !plan.hasTwoVariables, let macro = macro(plan.kind),
            let (declaration, number, literal) = hostList(plan.range)
        else { return nil }
        var nested = plan.condition < 0 ? NodeUses() : uses(plan.condition)
        if isClosed(nested, plan.slot) {
            return CollectionQuery(
                macro: macro, function: number, literal: literal, form: .closed,
                nestedLiterals: nested.asked.sorted(), offset: Int(plan.offset), slot: plan.slot,
                body: plan.condition,
                field: -1, key: -1)
        }
        guard !declaration.isKeyed, nested.walked.isEmpty,
            let join = join(plan, macro, literal, declaration)
        else { return walked(plan, macro, number, literal) }
        nested = join.rest < 0 ? NodeUses() : uses(join.rest)
        let isClosed = isClosed(nested, plan.slot)
        return CollectionQuery(
            macro: macro, function: number, literal: literal,
            form: isClosed ? .joined(field: join.name) : .candidates(field: join.name),
            nestedLiterals: isClosed ? nested.asked.sorted() : [], offset: Int(plan.offset), slot: plan.slot,
            body: isClosed ? join.rest : -1, field: join.field, key: join.key)
    }

    private func walked(
        _ plan: CompiledComprehension, _ macro: CollectionQuery.Macro, _ number: Int, _ literal: String
    ) -> CollectionQuery {
        CollectionQuery(
            macro: macro, function: number, literal: literal, form: .walked, nestedLiterals: [],
            offset: Int(plan.offset),
            slot: plan.slot, body: -1, field: -1, key: -1)
    }

    private func macro(_ kind: ComprehensionKind) -> CollectionQuery.Macro? {
        switch kind {
        case .exists: .exists
        case .all: .all
        case .existsOne: .existsOne
        case .filter: isSampling ? .filter : nil
        case .map: isSampling ? .map : nil
        case .transformMap, .transformMapEntry: nil
        }
    }

    /// True if a body depends on its element and on what is the same everywhere.
    private func isClosed(_ uses: NodeUses, _ slot: Int32) -> Bool {
        uses.isFree(below: slot) && uses.variables & ~environment.sharedVariables == 0 && !uses.isAnchored
            && uses.walked.isEmpty
    }

    private func hostList(_ range: Int32) -> (FunctionDeclaration, number: Int, literal: String)? {
        guard case .call(let place) = draft.nodes[Int(range)] else { return nil }
        let site = draft.calls[Int(place)]
        guard site.overloads.count == 1, let declaration = site.overloads.first, declaration.isCollection,
            case .host(let number) = declaration.body, let argument = site.arguments.first,
            case .constant(let constant) = draft.nodes[Int(argument)],
            case .string(let literal) = draft.constants[Int(constant)]
        else { return nil }
        return (declaration, number, literal)
    }

    private struct Join {
        let name: String
        let field: Int32
        let key: Int32
        /// What else is asked; -1 for nothing.
        let rest: Int32
    }

    /// Splits a condition into a comparison of an element's field with a key and the rest.
    private mutating func join(
        _ plan: CompiledComprehension, _ macro: CollectionQuery.Macro, _ literal: String,
        _ declaration: FunctionDeclaration
    ) -> Join? {
        let isAll = macro == .all
        let parts = parts(of: plan.condition, isAll: isAll)
        for (index, part) in parts.enumerated() {
            guard let (left, right) = comparison(part, isAll: isAll) else { continue }
            for (field, key) in [(left, right), (right, left)] {
                guard case .localField(let slot, let name) = draft.nodes[Int(field)], slot == plan.slot,
                    !uses(key).uses(slot: plan.slot)
                else { continue }
                let fieldName = draft.names[Int(name)]
                guard declaration.keyFields?(literal, fieldName) ?? false else { continue }
                var others = parts
                others.remove(at: index)
                return Join(name: fieldName, field: field, key: key, rest: joined(others, isAll: isAll))
            }
        }
        return nil
    }

    private func comparison(_ node: Int32, isAll: Bool) -> (Int32, Int32)? {
        switch draft.nodes[Int(node)] {
        case .equal(let left, let right) where !isAll: (left, right)
        case .notEqual(let left, let right) where isAll: (left, right)
        default: nil
        }
    }

    /// The operands of a chain of `&&`, or of `||` for `all`.
    private func parts(of node: Int32, isAll: Bool) -> [Int32] {
        guard node >= 0 else { return [] }
        switch draft.nodes[Int(node)] {
        case .and(let left, let right) where !isAll, .or(let left, let right) where isAll:
            return parts(of: left, isAll: isAll) + parts(of: right, isAll: isAll)
        default: return [node]
        }
    }

    private mutating func joined(_ parts: [Int32], isAll: Bool) -> Int32 {
        guard var node = parts.first else { return -1 }
        for part in parts.dropFirst() { node = draft.add(isAll ? .or(node, part) : .and(node, part)) }
        return node
    }

    private mutating func uses(_ index: Int32) -> NodeUses {
        if let found = known[index] { return found }
        var result = NodeUses()
        let node = draft.nodes[Int(index)]
        switch node {
        case .variable(let number): result.insert(variable: number)
        case .local(let slot), .localField(let slot, _), .localFieldIsText(let slot, _, _, _):
            result.insert(slot: slot)
        case .call(let place): note(draft.calls[Int(place)], in: &result)
        case .comprehension(let place): return remember(uses(of: draft.comprehensions[Int(place)]), index)
        default: break
        }
        for child in draft.children(of: node) { result.formUnion(uses(child)) }
        return remember(result, index)
    }

    private mutating func remember(_ uses: NodeUses, _ index: Int32) -> NodeUses {
        known[index] = uses
        return uses
    }

    /// A list that a query answers is not walked, though it depends on all that the query asks.
    private mutating func uses(of plan: CompiledComprehension) -> NodeUses {
        var result = uses(plan.range)
        if plan.query >= 0, queries[Int(plan.query)].form != .walked {
            let query = queries[Int(plan.query)]
            result.walked = []
            result.asked = [query.literal]
        }
        for part in [plan.condition, plan.transform] where part >= 0 { result.formUnion(uses(part)) }
        return result
    }

    private func note(_ site: CallSite, in uses: inout NodeUses) {
        guard let declaration = site.overloads.first, declaration.isHost else { return }
        var literal: String?
        if let argument = site.arguments.first, case .constant(let place) = draft.nodes[Int(argument)],
            case .string(let text) = draft.constants[Int(place)]
        {
            literal = text
        }
        if !(declaration.isShared?(literal) ?? false) { uses.isAnchored = true }
        if declaration.isCollection, let literal { uses.walked.insert(literal) }
    }
}
