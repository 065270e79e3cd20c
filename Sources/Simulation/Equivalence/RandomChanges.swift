internal import CloudModel
internal import JSONTokens

/// Random changes to a small estate of one account with two regions: writes, unknown writes, elements that come and go,
/// deletions, readings that find nothing, contradictions within a second, lateness, complete inventories, regions that are
/// enabled, events that name no resource.
struct RandomChanges {
    static let account = AccountKey(.aws, "111122223333")
    private static let regions = ["r-1", "r-2"]

    private var numbers: SeededGenerator
    private var clock: Int64 = 1_000
    private var number = 0
    /// The other half of an event that names no resource.
    private var waiting: GraphChange?

    init(_ numbers: SeededGenerator) {
        self.numbers = numbers
    }

    mutating func next() -> GraphChange {
        if let change = waiting.take() { return change }
        number += 1
        clock += Int64(numbers.below(3))
        switch numbers.below(24) {
        case 0: return closing()
        case 1:
            let regions = enabledRegions()
            return .resource(change(ofAccount: { .replace($0.property("EnabledRegions"), regions) }))
        case 2:
            let isOn = FlatValue(numbers.below(2) == 0)
            return .resource(change(ofAccount: { .set($0.property("EbsEncryptionByDefault"), isOn) }))
        case 3: return unnamed()
        case 4: return .resource(missing())
        default: return .resource(change())
        }
    }

    /// An event about a resource that it does not name.
    private mutating func unnamed() -> GraphChange {
        let kind = KindCatalog.kind(numbers.pick(ExpressionGrammar.kinds))
        let id = ResourceID.unnamed(kind, account: RandomChanges.account, region: region(of: kind))
        let cause = cause(isObservation: false)
        waiting = .resource(ResourceChange(resource: id, cause: cause, lifecycle: .delete))
        return .resource(ResourceChange(resource: id, cause: cause, lifecycle: .create))
    }

    /// A reading that looked for a resource and did not find it.
    private mutating func missing() -> ResourceChange {
        ResourceChange(resource: resource(), cause: cause(isObservation: true), lifecycle: .delete)
    }

    private mutating func enabledRegions() -> [SetElement] {
        let names = numbers.below(4) == 0 ? RandomChanges.regions : Array(RandomChanges.regions.prefix(1))
        return names.map { SetElement(FlatValue($0)) }
    }

    private mutating func closing() -> GraphChange {
        let kind = KindCatalog.kind(numbers.pick(ExpressionGrammar.kinds))
        return .scope(
            ScopeClosing(
                inventoryID: "i-\(number)", account: RandomChanges.account, region: region(of: kind),
                kind: kind,
                startedAt: Timestamp(seconds: clock - Int64(numbers.below(200))), itemCount: 0))
    }

    private mutating func region(of kind: ResourceKind) -> String {
        let region = numbers.pick(RandomChanges.regions)
        return kind.schema.scope == .regional ? region : ""
    }

    private mutating func cause(isObservation: Bool? = nil) -> CauseRecord {
        let isLate = numbers.below(6) == 0
        let time = clock - Int64(isLate ? numbers.below(60) : 0)
        return CauseRecord(
            eventID: "e-\(number)", time: Timestamp(seconds: time), action: "test", actor: nil,
            isObservation: isObservation ?? (numbers.below(8) == 0))
    }

    private mutating func change(ofAccount write: (ResourceKind) -> PropertyWrite) -> ResourceChange {
        let id = ResourceID.account(RandomChanges.account, .aws)
        return ResourceChange(
            resource: id, cause: cause(), lifecycle: .modify,
            writes: [write(id.kind)])
    }

    private mutating func change() -> ResourceChange {
        let id = resource()
        let lifecycle: ResourceChange.Lifecycle =
            switch numbers.below(12) {
            case 0: .delete
            case 1, 2: .create
            default: .modify
            }
        var writes: [PropertyWrite] = []
        if lifecycle != .delete { for _ in 0...numbers.below(4) { writes.append(write(id.kind)) } }
        return ResourceChange(resource: id, cause: cause(), lifecycle: lifecycle, writes: writes)
    }

    private mutating func resource() -> ResourceID {
        let kind = KindCatalog.kind(numbers.pick(ExpressionGrammar.kinds))
        return ResourceID(
            kind: kind, account: RandomChanges.account, region: region(of: kind),
            nativeID: "n-\(1 + numbers.below(5))")
    }

    private mutating func write(_ kind: ResourceKind) -> PropertyWrite {
        let property = PropertyID(index: numbers.below(kind.schema.properties.count))
        let schema = kind.schema[property]
        if numbers.below(12) == 0 { return .unknown(property) }
        if schema.shape == .set {
            guard case .list(let element) = schema.type else { return .unknown(property) }
            let value = SetElement(value(element))
            switch numbers.below(3) {
            case 0: return .replace(property, numbers.below(2) == 0 ? [] : [value])
            case 1: return .remove(property, value.value)
            default: return .insert(property, value)
            }
        }
        return .set(property, numbers.below(10) == 0 ? .null : value(schema.type))
    }

    private mutating func value(_ type: ValueType) -> FlatValue {
        switch type {
        case .bool: FlatValue(numbers.below(2) == 0)
        case .int: FlatValue(Int64(numbers.below(3)))
        case .double: FlatValue(Double(numbers.below(3)))
        case .string, .timestamp: FlatValue(numbers.pick(ExpressionGrammar.texts))
        case .list(let element): FlatValue(list: (0..<numbers.below(3)).map { _ in value(element) })
        case .map: FlatValue(map: [])
        case .object(let members):
            FlatValue(map: members.keys.sorted().prefix(2).map { ($0, value(members[$0] ?? .bool)) })
        case .any: FlatValue(numbers.pick(ExpressionGrammar.texts))
        case .word(let words): FlatValue(numbers.pick(words))
        }
    }
}
