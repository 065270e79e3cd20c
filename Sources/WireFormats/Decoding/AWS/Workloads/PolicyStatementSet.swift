import CloudModel
internal import JSONTokens

/// Resource policies that calls edit statement by statement.
enum PolicyStatementSet {
    /// The statements of a whole policy, each with its `Sid` as id; nil if it cannot be read.
    static func elements(_ policy: Token?, _ shapes: AWSShapes) -> [SetElement]? {
        guard let policy, !shapes.isMasked(policy),
            let document = PolicyDocument.value(policy, shapes.tape)
        else { return nil }
        if document.view.isNull { return [] }
        guard let statements = document.view.member("Statement") else { return [] }
        let list = statements.tag == .list ? Array(statements.elements) : [statements]
        return list.map { element($0.value) }
    }

    /// The write of a whole policy.
    static func write(_ policy: Token?, to property: PropertyID, _ shapes: AWSShapes) -> PropertyWrite {
        elements(policy, shapes).map { .replace(property, $0) } ?? .unknown(property)
    }

    /// One statement with its `Sid` as id.
    static func element(_ statement: FlatValue) -> SetElement {
        SetElement(statement, id: statement.view.member("Sid")?.string)
    }

    /// The statement that a call by labels and account ids builds. One of a list stands alone, as the services write it.
    static func statement(
        sid: String, principals: [String], actions: [String], resource: String?, condition: FlatValue? = nil
    ) -> FlatValue {
        func value(_ texts: [String]) -> FlatValue {
            texts.count == 1 ? FlatValue(texts[0]) : FlatValue(list: texts.map { FlatValue($0) })
        }
        let principal =
            principals == ["*"] ? FlatValue("*") : FlatValue(map: [("AWS", value(principals))])
        var members = [
            ("Sid", FlatValue(sid)), ("Effect", FlatValue("Allow")), ("Principal", principal),
            ("Action", value(actions)),
        ]
        if let resource { members.append(("Resource", FlatValue(resource))) }
        if let condition { members.append(("Condition", condition)) }
        return FlatValue(map: members)
    }
}
