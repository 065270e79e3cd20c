public import CloudModel

/// The effects of the steps since it was last emptied, in order.
public struct EffectBuffer: Sendable {
    /// The effects.
    public private(set) var effects: [Effect] = []

    /// An empty buffer.
    public init() {}

    /// True if nothing is wished for.
    public var isEmpty: Bool { effects.isEmpty }

    /// Forgets the effects; call it once they are committed.
    public mutating func removeAll() { effects.removeAll(keepingCapacity: true) }

    mutating func append(_ effect: Effect) { effects.append(effect) }
}
