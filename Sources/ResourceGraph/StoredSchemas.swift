internal import CloudModel

/// The property lists with which resources were stored, so that what is stored by position is never read by another list.
///
/// Properties are found again by name; one that the present list lacks is dropped, as if it had never been written.
struct StoredSchemas {
    private var positions: [Key: [PropertyID?]] = [:]

    private struct Key: Hashable {
        let kind: ResourceKind
        let digest: Int64
    }

    init() {}

    /// Takes up a list that resources of a kind may have been stored with.
    mutating func add(_ kind: ResourceKind, _ digest: Int64, _ names: [String]) {
        guard digest != kind.schema.digest else { return }
        let present = kind.schema.storedNames
        positions[Key(kind: kind, digest: digest)] = names.map { name in
            present.firstIndex(of: name).map { PropertyID(index: $0) }
        }
    }

    /// How positions in the list with this digest are read.
    func reader(of kind: ResourceKind, _ digest: Int64) throws(StateError) -> StoredProperties {
        if digest == kind.schema.digest { return StoredProperties(count: kind.schema.properties.count) }
        guard let positions = positions[Key(kind: kind, digest: digest)] else {
            throw StateError("a \(kind.name) was stored with a list of properties that is not known")
        }
        return StoredProperties(positions: positions)
    }
}

/// How stored positions of properties are read.
struct StoredProperties {
    private let count: Int
    /// By stored position, the property; nil where positions are those of today.
    private let positions: [PropertyID?]?

    /// Positions are those of today.
    init(count: Int) {
        self.count = count
        positions = nil
    }

    init(positions: [PropertyID?]) {
        count = positions.count
        self.positions = positions
    }

    /// The property at a stored position; nil if there is none of its name any more.
    func property(_ stored: Int64) throws(StateError) -> PropertyID? {
        guard stored >= 0, stored < count else { throw StateError("unknown property") }
        return positions.map { $0[Int(stored)] } ?? PropertyID(index: Int(stored))
    }
}
