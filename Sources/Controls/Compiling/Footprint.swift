public import CloudModel
internal import Expressions

/// What an evaluation of a control can read, and so what can change its verdict.
public struct Footprint: Hashable, Sendable {
    /// The properties of the subject.
    public private(set) var subject: PropertySet = []
    /// The properties of the subject's account.
    public private(set) var account: PropertySet = []
    /// The properties of other resources, by kind; sorted by kind name. Their existence is read as well.
    public private(set) var others: [Other] = []

    /// The properties of a kind's resources that are read.
    public struct Other: Hashable, Sendable {
        /// The kind.
        public let kind: ResourceKind
        /// The properties.
        public var properties: PropertySet
        /// True if lists of the kind's resources are walked whole: then every change of one of them counts for every
        /// subject.
        public var isWalked = false
        /// True if lists of the kind's resources are read, and not only those that a reference names.
        public var isListed = false
    }

    /// A footprint that reads nothing, or some properties of the subject.
    init(subject: PropertySet = []) { self.subject = subject }

    /// Adds what another control reads of the same subject.
    mutating func formUnion(_ other: Footprint) {
        subject.formUnion(other.subject)
        account.formUnion(other.account)
        for other in other.others {
            add(other.properties, of: other.kind, isListed: other.isListed)
            guard other.isWalked else { continue }
            for index in others.indices where others[index].kind == other.kind {
                others[index].isWalked = true
            }
        }
    }

    /// True if the text alone tells that every change of what was read counts.
    func isWalked(_ edge: Edge) -> Bool {
        guard case .kind(let kind, _) = edge else { return false }
        return others.contains { $0.kind == kind && $0.isWalked }
    }

    /// The properties of a kind that are read, wherever they are read.
    func properties(of kind: ResourceKind, subject subjectKind: ResourceKind) -> PropertySet {
        var properties = others.first { $0.kind == kind }?.properties ?? []
        if kind == subjectKind { properties.formUnion(subject) }
        if kind == ResourceID.accountKind(of: subjectKind.schema.provider) { properties.formUnion(account) }
        return properties
    }

    /// Adds what a program reads.
    mutating func add(_ program: Program, subject subjectKind: ResourceKind) {
        let accountKind = ResourceID.accountKind(of: subjectKind.schema.provider)
        for reference in program.references {
            switch reference.root {
            case .variable("resource"):
                subject.formUnion(Footprint.properties(reference.path[...], of: subjectKind))
            case .variable("account"):
                account.formUnion(Footprint.properties(reference.path[...], of: accountKind))
            case .variable: break
            case .call(let function, let literal):
                guard let literal, let kind = ResourceKind(named: literal) else { continue }
                let isList = HostFunction.collectionNames.contains(function)
                if function == "referrers" { addReferences(from: kind, to: subjectKind) }
                let path = isList ? reference.path.dropFirst() : reference.path[...]
                let isPresence =
                    function == "\(HostFunction.isGone)"
                    || isList && reference.path.isEmpty && reference.extent == .presence
                add(isPresence ? [] : Footprint.properties(path, of: kind), of: kind, isListed: isList)
                // Whether a list is complete depends on which regions are enabled.
                if isList, kind.schema.scope == .regional,
                    let regions = accountKind.schema.property(named: "EnabledRegions")
                {
                    account.insert(PropertySet(regions))
                }
            }
        }
        for literal in program.walkedLists {
            guard let kind = ResourceKind(named: literal) else { continue }
            add([], of: kind, isListed: true)
            for index in others.indices where others[index].kind == kind { others[index].isWalked = true }
        }
    }

    /// Adds the properties by which resources of a kind name resources of another.
    private mutating func addReferences(from kind: ResourceKind, to subject: ResourceKind) {
        for reference in KindCatalog.references(to: subject) where reference.kind == kind {
            add(PropertySet(reference.property), of: kind, isListed: true)
        }
    }

    private mutating func add(_ properties: PropertySet, of kind: ResourceKind, isListed: Bool) {
        if let index = others.firstIndex(where: { $0.kind == kind }) {
            others[index].properties.formUnion(properties)
            others[index].isListed = others[index].isListed || isListed
        } else {
            others.append(Other(kind: kind, properties: properties, isListed: isListed))
            others.sort { $0.kind.name < $1.kind.name }
        }
    }

    private static func properties(_ path: ArraySlice<Reference.Step>, of kind: ResourceKind) -> PropertySet {
        guard case .field(let name)? = path.first else { return Footprint.all(of: kind) }
        guard let property = kind.schema.property(named: name) else { return [] }
        return PropertySet(property)
    }

    private static func all(of kind: ResourceKind) -> PropertySet {
        kind.schema.properties.indices.reduce(into: []) { $0.insert(PropertySet(PropertyID(index: $1))) }
    }
}
