internal import CloudModel
internal import Expressions

/// One query of a control's condition or evidence over the resources of a kind, whose answer is kept instead of being
/// found anew by walking them.
final class CollectionPlan: Sendable {
    /// Its place among all plans of a catalogue; the number that programs ask for.
    let number: Int
    /// Whose parameters the query reads.
    let control: CompiledControl
    let program: Program
    let query: CollectionQuery
    /// The function that gives the resources.
    let function: HostFunction
    /// What they are.
    let kind: ResourceKind
    /// The properties of which an answer may depend.
    let properties: PropertySet
    /// The kinds of which the answer for one resource may read others by queries of its own.
    let nestedKinds: [ResourceKind]
    /// The kinds whose resources the answer may ask for by names that tell no owner: what is missing then depends on whether the
    /// account's own list is complete.
    let namedKinds: [ResourceKind]
    /// The properties by which the resources name the control's subject; for `referrers` alone.
    let references: [ReferringProperty]

    init?(_ number: Int, _ control: CompiledControl, _ program: Program, _ query: CollectionQuery) {
        guard query.form != .walked, let kind = ResourceKind(named: query.literal),
            let function = HostFunction(rawValue: query.function)
        else { return nil }
        self.number = number
        self.control = control
        self.program = program
        self.query = query
        self.function = function
        self.kind = kind
        properties = control.footprint.others.first { $0.kind == kind }?.properties ?? []
        nestedKinds = query.nestedLiterals.compactMap { ResourceKind(named: $0) }
        namedKinds = control.footprint.others.map(\.kind).filter(\.namesNoOwner)
        references =
            function == .referrers
            ? KindCatalog.references(to: control.subject).filter { $0.kind == kind } : []
    }

    /// True if the answer is a list of resources whose properties the program goes on to read.
    var showsResources: Bool {
        if case .candidates = query.form { return true }
        return query.macro == .filter || query.macro == .map
    }
}
