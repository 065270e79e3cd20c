/// One macro over a list that a host function gives, and how it can be answered without walking the list.
///
/// `resources('K').exists(k, k.Enabled)` has a *closed* body: each element's answer depends on nothing else, so a host can
/// keep it and count. `resources('K').exists(k, k.Owner == resource.Name && k.Enabled)` is *joined*: only the elements
/// with one key matter, and a host can find them in an index. Anything else is *walked*.
public struct CollectionQuery: Sendable {
    /// What is asked.
    public enum Macro: Sendable {
        case exists
        case all
        case existsOne
        case filter
        case map
    }

    /// How it can be answered.
    public enum Form: Sendable, Hashable {
        /// Element by element, each for itself.
        case closed
        /// By the elements whose field equals a text; what else is asked of them is closed.
        case joined(field: String)
        /// By the elements whose field equals a text; what else is asked of them depends on more than the element.
        case candidates(field: String)
        /// By walking the whole list.
        case walked
    }

    /// What is asked.
    public let macro: Macro
    /// The host's number of the function that gives the list.
    public let function: Int
    /// The text that the function is given.
    public let literal: String
    /// How it can be answered.
    public let form: Form
    /// The texts of other such functions that the answer for one element reads.
    public let nestedLiterals: [String]
    /// Bytes of the source before the macro's list.
    public let offset: Int

    let slot: Int32
    /// What is asked of an element beside the key; -1 for nothing.
    let body: Int32
    /// The element's field, and what it is compared with; -1 where there is no key.
    let field: Int32
    let key: Int32
}

/// What the host knows of an element's part in a query.
public struct MemberAnswer: Sendable {
    /// The element's key.
    public enum Key: Sendable, Hashable {
        /// The query has none.
        case none
        /// Its text.
        case text(String)
        /// Not known, or no value: whether it equals anything is undecided.
        case undecided
        /// No text, so it equals none.
        case foreign
    }

    /// The element's key.
    public let key: Key
    /// What the body says of the element if its key fits; for `candidates` null.
    public let value: Value
}

/// A host's answer to a query.
public enum Gathered: Sendable {
    /// The macro's value.
    case value(Value)
    /// The elements among which those that count are: the macro walks these.
    case candidates(Value)
    /// Of a filter or a map the elements that meet the condition.
    case matches(Value)
    /// None: the macro walks the whole list.
    case walk
}
