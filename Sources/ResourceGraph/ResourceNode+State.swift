internal import CloudModel
internal import JSONTokens

extension ResourceNode {
    /// Every fact about the resource in canonical form: equal facts, equal bytes.
    var stored: FlatValue {
        var causes = CauseTable()
        let life = FlatValue(
            list: lifecycle.facts.map {
                FlatValue(list: [
                    FlatValue($0.time), FlatValue(Int64($0.kind.rawValue)), FlatValue($0.operation),
                ])
            })
        let registers = FlatValue(
            list: self.registers.keys.sorted().map { property in
                FlatValue(list: [
                    FlatValue(Int64(property.index)),
                    ResourceNode.value(of: self.registers[property]?.log, &causes),
                ])
            })
        let sets = FlatValue(
            list: self.sets.keys.sorted().map { property in
                FlatValue(list: [
                    FlatValue(Int64(property.index)),
                    ResourceNode.value(of: self.sets[property] ?? ElementSet(), &causes),
                ])
            })
        let operations = FlatValue(
            list: self.operations.keys.sorted().map { key in
                FlatValue(list: [
                    FlatValue(key), (self.operations[key] ?? HeldOperation()).stored(&causes),
                ])
            })
        let touch = FlatValue(optional: self.touch.map { causes.position(of: $0) })
        return FlatValue(list: [causes.value, life, registers, sets, operations, touch])
    }

    /// Puts stored facts in place of whatever is known.
    func restore(_ value: FlatValue) throws(StateError) {
        var reader = StateReader(value.view)
        let causes = try CauseTable(reader.next())
        lifecycle = Lifecycle()
        for element in try reader.next().elements {
            var fact = StateReader(element)
            let time = try fact.time()
            guard let kind = Lifecycle.Kind(rawValue: UInt8(truncatingIfNeeded: try fact.int())) else {
                throw StateError("unknown kind of fact")
            }
            _ = lifecycle.insert(Lifecycle.Fact(time: time, kind: kind, operation: try fact.optionalString()))
        }
        registers = [:]
        for element in try reader.next().elements {
            var entry = StateReader(element)
            let property = PropertyID(index: Int(try entry.int()))
            registers[property] = Register(log: try ResourceNode.log(entry.next(), causes))
        }
        sets = [:]
        for element in try reader.next().elements {
            var entry = StateReader(element)
            let property = PropertyID(index: Int(try entry.int()))
            sets[property] = try ResourceNode.set(entry.next(), causes)
        }
        operations = [:]
        for element in try reader.next().elements {
            var entry = StateReader(element)
            operations[try entry.string()] = try HeldOperation(stored: entry.next(), causes)
        }
        touch = nil
        if let position = try reader.optionalValue()?.view.int { touch = try causes.cause(at: position) }
    }

    private static func value(of log: VersionLog?, _ causes: inout CauseTable) -> FlatValue {
        var list: [FlatValue] = []
        for version in log?.versions ?? [] {
            list.append(
                FlatValue(list: [
                    FlatValue(version.time), FlatValue(Int64(version.rank)),
                    FlatValue(optional: version.value),
                    causes.position(of: version.cause), FlatValue(version.operation),
                ]))
        }
        return FlatValue(list: list)
    }

    private static func log(_ view: FlatView, _ causes: CauseTable) throws(StateError) -> VersionLog {
        var log = VersionLog()
        for element in view.elements {
            var reader = StateReader(element)
            _ = log.insert(
                Version(
                    time: try reader.time(), rank: UInt8(truncatingIfNeeded: try reader.int()),
                    value: try reader.optionalValue(), cause: try causes.cause(at: reader.int()),
                    operation: try reader.optionalString()))
        }
        return log
    }

    private static func value(of set: ElementSet, _ causes: inout CauseTable) -> FlatValue {
        var contents: [FlatValue] = []
        for content in set.contents.keys.sorted() {
            for fact in set.contents[content] ?? [] {
                contents.append(
                    FlatValue(list: [
                        content, FlatValue(fact.time), FlatValue(fact.isInsertion),
                        causes.position(of: fact.cause), FlatValue(fact.operation),
                    ]))
            }
        }
        var identities: [FlatValue] = []
        for id in set.identities.keys.sorted() {
            for fact in set.identities[id] ?? [] {
                identities.append(
                    FlatValue(list: [
                        FlatValue(id), FlatValue(fact.time), FlatValue(optional: fact.content),
                        causes.position(of: fact.cause), FlatValue(fact.operation),
                    ]))
            }
        }
        return FlatValue(list: [
            value(of: set.wholes, &causes), FlatValue(list: contents), FlatValue(list: identities),
        ])
    }

    private static func set(_ view: FlatView, _ causes: CauseTable) throws(StateError) -> ElementSet {
        var reader = StateReader(view)
        var set = ElementSet()
        set.wholes = try log(reader.next(), causes)
        for element in try reader.next().elements {
            var fact = StateReader(element)
            let content = try fact.next().value
            _ = set.insert(
                ElementSet.ContentFact(
                    time: try fact.time(), isInsertion: try fact.bool(),
                    cause: try causes.cause(at: fact.int()),
                    operation: try fact.optionalString()), of: content)
        }
        for element in try reader.next().elements {
            var fact = StateReader(element)
            let id = try fact.string()
            _ = set.insert(
                ElementSet.IdentityFact(
                    time: try fact.time(), content: try fact.optionalValue(),
                    cause: try causes.cause(at: fact.int()), operation: try fact.optionalString()), of: id)
        }
        return set
    }
}
