import JSONTokens

/// One call: the overloads that the types allow, and the arguments.
final class CallSite: Sendable {
    let overloads: [FunctionDeclaration]
    /// The overloads as the evaluation reads them.
    let targets: [CallTarget]
    let arguments: [Int32]
    /// The regular expression that stands as a literal among the arguments.
    let pattern: Pattern?

    init(_ overloads: [FunctionDeclaration], _ arguments: [Int32], _ pattern: Pattern? = nil) {
        self.overloads = overloads
        targets = overloads.map { CallTarget($0) }
        self.arguments = arguments
        self.pattern = pattern
    }
}

/// What a call needs to know of a function.
final class CallTarget: Sendable {
    let parameters: [ParameterShape]
    let body: FunctionDeclaration.Body
    let acceptsIncompleteLists: Bool

    init(_ declaration: FunctionDeclaration) {
        parameters = declaration.parameters.map { ParameterShape($0) }
        body = declaration.body
        acceptsIncompleteLists = declaration.acceptsIncompleteLists
    }
}

/// What a value must be to stand where a type is declared; looks no deeper than the value itself.
enum ParameterShape: UInt8, Sendable {
    case any, null, bool, int, uint, double, string, bytes, timestamp, duration, type, address, network, list,
        map
    case optional, object

    init(_ type: ExpressionType) {
        self =
            switch type {
            case .dyn, .parameter, .opaque: .any
            case .null: .null
            case .bool: .bool
            case .int: .int
            case .uint: .uint
            case .double: .double
            case .string: .string
            case .bytes: .bytes
            case .timestamp: .timestamp
            case .duration: .duration
            case .type: .type
            case .address: .address
            case .network: .network
            case .list: .list
            case .map: .map
            case .optional: .optional
            case .object: .object
            }
    }

    @inline(__always)
    func takes(_ value: Value) -> Bool {
        switch value {
        case .null: self == .any || self == .null
        case .bool: self == .any || self == .bool
        case .int: self == .any || self == .int
        case .uint: self == .any || self == .uint
        case .double: self == .any || self == .double
        case .string: self == .any || self == .string
        case .bytes: self == .any || self == .bytes
        case .timestamp: self == .any || self == .timestamp
        case .duration: self == .any || self == .duration
        case .type: self == .any || self == .type
        case .address: self == .any || self == .address
        case .network: self == .any || self == .network
        case .list: self == .any || self == .list
        case .map: self == .any || self == .map || self == .object
        case .optional: self == .any || self == .optional
        case .object: self == .any || self == .object
        case .flat(let view): takes(view.tag)
        case .error, .unknown: self == .any
        }
    }

    private func takes(_ tag: FlatTag) -> Bool {
        switch tag {
        case .string: self == .any || self == .string
        case .list: self == .any || self == .list
        case .map: self == .any || self == .map || self == .object
        case .null, .true, .false, .integer, .decimal: self == .any
        }
    }
}
