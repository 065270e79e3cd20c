/// What expressions can name: variables, object types and functions.
public struct Environment: Sendable {
    /// A variable; its place in the list is the index that `Activation.variable` gets.
    public struct Variable: Hashable, Sendable {
        /// The name; dots belong to it.
        public let name: String
        /// The type of its value.
        public let type: ExpressionType

        /// A variable of a type.
        public init(_ name: String, _ type: ExpressionType) {
            self.name = name
            self.type = type
        }
    }

    /// A kind of object whose fields are all known; its values are flat maps or handles of the host.
    public struct ObjectType: Hashable, Sendable {
        /// The name of the type.
        public let name: String
        /// The fields and their types.
        public let fields: [String: ExpressionType]
        /// The texts that fields of few values have, as they are spelled; there may be more that are not known.
        public let words: [String: [String]]

        /// An object type.
        public init(
            _ name: String, fields: [String: ExpressionType], words: [String: [String]] = [:]
        ) {
            self.name = name
            self.fields = fields
            self.words = words
        }
    }

    /// The variables in the order of their indices.
    public let variables: [Variable]
    /// The name space in which names are looked up first; usually empty.
    public let container: String
    /// The variable that is the present instant. It may stand only where the instant at which an answer
    /// changes can be told: in sums, differences and comparisons of order. See `Evaluator.nextChange`.
    public let clock: String?
    /// The variables, a bit each, that have one value in every evaluation that shares the host's lists.
    public let sharedVariables: UInt64
    /// False leaves all type checks to the evaluation.
    public let checksTypes: Bool
    /// False leaves macros as plain calls.
    public let expandsMacros: Bool

    private let variableIndices: [String: Int]
    private let library: Library
    private let ownTypes: [ObjectType]

    /// What many environments have in common: object types, and functions beside the standard ones.
    public struct Library: Sendable {
        fileprivate let objectTypes: [String: ObjectType]
        fileprivate let functions: [String: [FunctionDeclaration]]

        /// A library; the standard functions are always part of it.
        public init(objectTypes: [ObjectType] = [], functions: [FunctionDeclaration] = []) {
            self.objectTypes = Dictionary(objectTypes.map { ($0.name, $0) }) { _, last in last }
            self.functions = Dictionary(
                grouping: StandardLibrary.functions + functions, by: { Environment.key($0.name, $0.isMethod) }
            )
        }
    }

    /// An environment over a library of its own.
    public init(
        variables: [Variable], objectTypes: [ObjectType] = [], functions: [FunctionDeclaration] = [],
        container: String = "", clock: String? = nil, shared: Set<String> = [], checksTypes: Bool = true,
        expandsMacros: Bool = true
    ) {
        self.init(
            variables: variables, library: Library(objectTypes: objectTypes, functions: functions),
            container: container, clock: clock, shared: shared, checksTypes: checksTypes,
            expandsMacros: expandsMacros)
    }

    /// An environment over a library, with a few object types of its own, which stand above those of the library.
    public init(
        variables: [Variable], library: Library, ownTypes: [ObjectType] = [], container: String = "",
        clock: String? = nil, shared: Set<String> = [], checksTypes: Bool = true, expandsMacros: Bool = true
    ) {
        self.variables = variables
        self.container = container
        self.clock = clock
        self.checksTypes = checksTypes
        self.expandsMacros = expandsMacros
        var indices: [String: Int] = [:]
        for (index, variable) in variables.enumerated() { indices[variable.name] = index }
        variableIndices = indices
        sharedVariables = shared.reduce(0) { bits, name in
            indices[name].map { bits | 1 << UInt64($0) } ?? bits
        }
        self.library = library
        self.ownTypes = ownTypes
    }

    func variableIndex(_ name: String) -> Int? { variableIndices[name] }

    func objectType(_ name: String) -> ObjectType? {
        ownTypes.first { $0.name == name } ?? library.objectTypes[name]
    }

    func overloads(_ name: String, isMethod: Bool) -> [FunctionDeclaration] {
        library.functions[Self.key(name, isMethod)] ?? []
    }

    /// The names that a name can mean, the innermost name space first.
    func candidates(_ name: String, isRooted: Bool) -> [String] {
        guard !isRooted, !container.isEmpty else { return [name] }
        let parts = container.split(separator: ".")
        return (0..<parts.count).map { (parts.dropLast($0) + [Substring(name)]).joined(separator: ".") } + [
            name
        ]
    }

    var functionNames: [String] {
        Set(library.functions.keys.map { String($0.drop { $0 == "." }) }).sorted()
    }

    private static func key(_ name: String, _ isMethod: Bool) -> String {
        isMethod ? "." + name : name
    }
}

/// Dense numbers for field names, shared by all programs of one host.
public struct NameTable: Sendable {
    /// The names; a name's place is its number.
    public private(set) var names: [String] = []
    private var numbers: [String: Int32] = [:]

    /// An empty table.
    public init() {}

    /// The number of a name; a new name gets the next one.
    public mutating func number(of name: String) -> Int32 {
        if let number = numbers[name] { return number }
        let number = Int32(names.count)
        names.append(name)
        numbers[name] = number
        return number
    }
}
