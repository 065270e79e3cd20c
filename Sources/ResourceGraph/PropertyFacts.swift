internal import CloudModel

/// What is known of one property: its facts, of a register or of a set, and what they say now.
struct PropertyFacts {
    /// Empty where the property is a set.
    var register = Register()
    /// Empty where the property is a register.
    var set = ElementSet()
    /// Computed anew where something changed.
    var reading = Reading.neverObserved
}

/// The facts of a resource's properties, with room only for those that something was ever written to.
///
/// A schema may name 64 properties of which a resource shows five: the entries stand by rising property, and one's place is
/// the number of properties before it that have one.
struct PropertyTable {
    /// The properties that have an entry.
    private(set) var written: PropertySet = []
    private var entries: [PropertyFacts] = []

    /// What is known of a property; nil if nothing was ever written to it.
    subscript(property: PropertyID) -> PropertyFacts? {
        written.contains(PropertySet(property)) ? entries[place(of: property)] : nil
    }

    /// What is known of a property, in place; the entry is made if there is none.
    subscript(made property: PropertyID) -> PropertyFacts {
        _read { yield entries[place(of: property)] }
        _modify {
            let place = place(of: property)
            if !written.contains(PropertySet(property)) {
                written.insert(PropertySet(property))
                entries.insert(PropertyFacts(), at: place)
            }
            yield &entries[place]
        }
    }

    /// Forgets everything.
    mutating func removeAll() {
        written = []
        entries = []
    }

    private func place(of property: PropertyID) -> Int {
        let before = PropertySet(property).rawValue &- 1
        return (written.rawValue & before).nonzeroBitCount
    }
}
