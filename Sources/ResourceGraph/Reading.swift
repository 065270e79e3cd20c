public import CloudModel
public import JSONTokens

/// What the graph knows of one property at one instant.
public struct Reading: Sendable {
    /// How much is known.
    public let state: State
    /// When what is known was written, in event time; the distant past if it was never observed.
    public let time: Timestamp
    /// The event or observation that wrote it; nil if it was never observed.
    public let cause: CauseRecord?
    /// For a set, its certain elements by canonical content; empty for a register.
    public let elements: [ElementReading]

    /// How much is known of a property.
    public enum State: Hashable, Sendable {
        /// The value; null says that there is none. For a set, all elements.
        case known(FlatValue)
        /// A set of which some elements are certain and others may exist; the list of the certain ones.
        case incomplete(FlatValue, Gap)
        /// Nothing certain.
        case unknown(Gap)
    }

    /// Why something is not known.
    public enum Gap: String, Hashable, Sendable {
        /// No event and no observation ever showed it.
        case neverObserved = "never observed"
        /// An event changed it without showing how.
        case notInEvent = "value not in event"
        /// Records contradict each other and nothing newer decides.
        case ambiguous = "ambiguous"
    }

    /// The value if it is known whole.
    public var value: FlatValue? {
        if case .known(let value) = state { return value }
        return nil
    }

    /// Why it is not known whole, or nil if it is.
    public var gap: Gap? {
        switch state {
        case .known: nil
        case .incomplete(_, let gap), .unknown(let gap): gap
        }
    }

    static let neverObserved = Reading(
        state: .unknown(.neverObserved), time: .distantPast, cause: nil, elements: [])
}

extension Reading: Equatable {
    /// True if both say the same and name the same cause.
    public static func == (left: Reading, right: Reading) -> Bool {
        guard left.time == right.time, left.state == right.state else { return false }
        if left.cause !== right.cause {
            guard left.cause?.eventID == right.cause?.eventID,
                left.cause?.isObservation == right.cause?.isObservation
            else { return false }
        }
        return left.elements == right.elements
    }
}

/// One certain element of a set.
public struct ElementReading: Sendable, Equatable {
    /// The content.
    public let value: FlatValue
    /// The provider's id for it; nil if unknown.
    public let id: String?
    /// When it came, in event time.
    public let time: Timestamp
    /// What brought it.
    public let cause: CauseRecord

    /// True if both are the same element brought by the same cause.
    public static func == (left: ElementReading, right: ElementReading) -> Bool {
        guard left.time == right.time, left.value == right.value, left.id == right.id else { return false }
        return left.cause === right.cause
            || (left.cause.eventID == right.cause.eventID
                && left.cause.isObservation == right.cause.isObservation)
    }
}

/// Whether a resource exists at one instant.
public enum Existence: Hashable, Sendable {
    case exists
    case absent
    /// Its creation and its deletion, or a deletion and an observation, contradict each other.
    case ambiguous
}
