internal import CloudModel
internal import JSONTokens

extension ResourceNode {
    /// Every fact about the resource in canonical form: equal facts, equal bytes.
    var stored: FlatValue {
        var writer = StateWriter()
        writer.writeRows(of: lifecycle.facts, 3) { writer, fact in
            writer.write(fact.time)
            writer.write(Int64(fact.kind.rawValue))
            writer.write(optional: fact.operation)
        }
        writer.writeList(of: properties.written.properties) { writer, property in
            guard let log = properties[property]?.register.log, !log.versions.isEmpty else { return false }
            writer.writeList(2) {
                $0.write(property)
                ResourceNode.write(log, to: &$0) { $0.write($1) }
            }
            return true
        }
        writer.writeList(of: properties.written.properties) { writer, property in
            guard let set = properties[property]?.set, !set.isEmpty else { return false }
            writer.writeList(2) {
                $0.write(property)
                ResourceNode.write(set, to: &$0)
            }
            return true
        }
        writer.writeRows(of: operations.keys.sorted(), 2) { writer, key in
            writer.write(key)
            (operations[key] ?? HeldOperation()).write(to: &writer)
        }
        writer.write(optional: touch) { $0.write($1) }
        return writer.value(schema: kind.schema.digest, members: 5)
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

    private static func write<Value>(
        _ log: VersionLog<Value>, to writer: inout StateWriter,
        _ writeValue: (inout StateWriter, Value) -> Void
    ) {
        writer.writeRows(of: log.versions, 5) { writer, version in
            writer.write(version.time)
            writer.write(Int64(version.rank))
            writer.write(optional: version.value, writeValue)
            writer.write(version.cause)
            writer.write(optional: version.operation)
        }
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

    private static func write(_ set: ElementSet, to writer: inout StateWriter) {
        writer.writeList(3) { writer in
            write(set.wholes, to: &writer) { writer, whole in
                writer.writeList(of: whole.contents) { writer, content in
                    writer.write(content)
                    return true
                }
            }
            let contents = set.contents.lazy.flatMap { entry in entry.facts.lazy.map { (entry.content, $0) } }
            writer.writeRows(of: contents, 5) { writer, row in
                writer.write(row.0)
                writer.write(row.1.time)
                writer.write(row.1.isInsertion)
                writer.write(row.1.cause)
                writer.write(optional: row.1.operation)
            }
            let identities = set.identities.lazy.flatMap { entry in entry.facts.lazy.map { (entry.id, $0) } }
            writer.writeRows(of: identities, 6) { writer, row in
                writer.write(row.0)
                writer.write(row.1.time)
                writer.write(optional: row.1.content) { $0.write($1) }
                writer.write(row.1.isEdit)
                writer.write(row.1.cause)
                writer.write(optional: row.1.operation)
            }
        }
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
