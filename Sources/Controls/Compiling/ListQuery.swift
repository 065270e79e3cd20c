internal import Expressions

/// One macro over a list of resources in a control, and how it is answered.
public struct ListQuery: Hashable, Sendable {
    /// The field of the control's file that holds the macro: `applies`, `pass` or `evidence`.
    public let field: String
    /// The macro: `exists`, `all`, `existsOne`, `filter` or `map`.
    public let macro: String
    /// The list: `resources('AWS::EC2::FlowLog')`.
    public let list: String
    /// How it is answered.
    public let form: Form
    /// The element's field by which a joined query finds its members; nil for the others.
    public let key: String?

    /// How a query is answered, and so what a change of one resource costs.
    public enum Form: String, Sendable {
        /// From kept answers and counts: the same however many resources there are.
        case closed
        /// From the kept answers of those with one key: the same however many resources there are.
        case joined
        /// By walking the resources with one key.
        case candidates
        /// By walking all of them.
        case walked
    }
}

extension CompiledControl {
    /// Every macro over a list of resources, in the order of the programs.
    public var listQueries: [ListQuery] {
        let programs = [("applies", applies), ("pass", pass), ("evidence", evidence)]
        return programs.flatMap { field, program in
            (program?.queries ?? []).map { ListQuery(field, $0) }
        }
    }
}

extension ListQuery {
    fileprivate init(_ field: String, _ query: CollectionQuery) {
        self.field = field
        macro = "\(query.macro)"
        list = "\(HostFunction(rawValue: query.function).map { "\($0)" } ?? "")('\(query.literal)')"
        switch query.form {
        case .closed: (form, key) = (.closed, nil)
        case .joined(let field): (form, key) = (.joined, field)
        case .candidates(let field): (form, key) = (.candidates, field)
        case .walked: (form, key) = (.walked, nil)
        }
    }
}
