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
            list: properties.written.properties.compactMap { property in
                guard let log = properties[property]?.register.log, !log.versions.isEmpty else { return nil }
                return FlatValue(list: [
                    FlatValue(Int64(property.index)), ResourceNode.value(of: log, &causes),
                ])
            })
        let sets = FlatValue(
            list: properties.written.properties.compactMap { property in
                guard let set = properties[property]?.set, !set.isEmpty else { return nil }
                return FlatValue(list: [
                    FlatValue(Int64(property.index)), ResourceNode.value(of: set, &causes),
                ])
            })
        let operations = FlatValue(
            list: self.operations.keys.sorted().map { key in
                FlatValue(list: [
                    FlatValue(key), (self.operations[key] ?? HeldOperation()).stored(&causes),
                ])
            })
        let touch = FlatValue(optional: self.touch.map { causes.position(of: $0) })
        let schema = FlatValue(kind.schema.digest)
        return FlatValue(list: [schema, causes.value, life, registers, sets, operations, touch])
    }

    /// Puts stored facts in place of whatever is known. What is said of a property that there is no more is dropped.
    func restore(_ value: FlatValue, _ schemas: StoredSchemas) throws(StateError) {
        var reader = StateReader(value.view)
        let stored = try schemas.reader(of: kind, reader.int())
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
        properties.removeAll()
        gaps = allProperties
        hasEdits = false
        for element in try reader.next().elements {
            var entry = StateReader(element)
            guard let property = try stored.property(entry.int()) else { continue }
            properties[made: property].register = Register(log: try ResourceNode.log(entry.next(), causes))
        }
        for element in try reader.next().elements {
            var entry = StateReader(element)
            guard let property = try stored.property(entry.int()) else { continue }
            let set = try ResourceNode.set(entry.next(), causes)
            properties[made: property].set = set
            hasEdits = hasEdits || set.identities.contains { $0.facts.contains(where: \.isEdit) }
        }
        operations = [:]
        for element in try reader.next().elements {
            var entry = StateReader(element)
            operations[try entry.string()] = try HeldOperation(stored: entry.next(), causes, stored)
        }
        touch = nil
        if let position = try reader.optionalValue()?.view.int { touch = try causes.cause(at: position) }
    }

    private static func value(of log: VersionLog<FlatValue>, _ causes: inout CauseTable) -> FlatValue {
        value(of: log, &causes) { $0 }
    }

    private static func value<Value>(
        of log: VersionLog<Value>, _ causes: inout CauseTable, _ flat: (Value) -> FlatValue
    ) -> FlatValue {
        var list: [FlatValue] = []
        for version in log.versions {
            list.append(
                FlatValue(list: [
                    FlatValue(version.time), FlatValue(Int64(version.rank)),
                    FlatValue(optional: version.value.map(flat)), causes.position(of: version.cause),
                    FlatValue(version.operation),
                ]))
        }
        return FlatValue(list: list)
    }

    private static func log(_ view: FlatView, _ causes: CauseTable) throws(StateError) -> VersionLog<
        FlatValue
    > {
        var log = VersionLog<FlatValue>()
        for element in view.elements { _ = log.insert(try version(element, causes) { $0 }) }
        return log
    }

    private static func version<Value>(
        _ view: FlatView, _ causes: CauseTable, _ read: (FlatValue) -> Value
    ) throws(StateError) -> Version<Value> {
        var reader = StateReader(view)
        return Version(
            time: try reader.time(), rank: UInt8(truncatingIfNeeded: try reader.int()),
            value: try reader.optionalValue().map(read), cause: try causes.cause(at: reader.int()),
            operation: try reader.optionalString())
    }

    private static func value(of set: ElementSet, _ causes: inout CauseTable) -> FlatValue {
        var contents: [FlatValue] = []
        for entry in set.contents {
            for fact in entry.facts {
                contents.append(
                    FlatValue(list: [
                        entry.content, FlatValue(fact.time), FlatValue(fact.isInsertion),
                        causes.position(of: fact.cause), FlatValue(fact.operation),
                    ]))
            }
        }
        var identities: [FlatValue] = []
        for entry in set.identities {
            for fact in entry.facts {
                identities.append(
                    FlatValue(list: [
                        FlatValue(entry.id), FlatValue(fact.time), FlatValue(optional: fact.content),
                        FlatValue(fact.isEdit), causes.position(of: fact.cause), FlatValue(fact.operation),
                    ]))
            }
        }
        return FlatValue(list: [
            value(of: set.wholes, &causes) { FlatValue(list: $0.contents) }, FlatValue(list: contents),
            FlatValue(list: identities),
        ])
    }

    private static func set(_ view: FlatView, _ causes: CauseTable) throws(StateError) -> ElementSet {
        var reader = StateReader(view)
        var set = ElementSet()
        for element in try reader.next().elements {
            let version = try version(element, causes) { ContentList($0.view.elements.map(\.value)) }
            _ = set.insert(whole: version)
        }
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
                    time: try fact.time(), content: try fact.optionalValue(), isEdit: try fact.bool(),
                    cause: try causes.cause(at: fact.int()), operation: try fact.optionalString()), of: id)
        }
        return set
    }
}
