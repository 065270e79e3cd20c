/// A heap whose first element precedes all others. The order is given with each call, since it may need what only the
/// caller has; it must always be the same.
public struct BinaryHeap<Element> {
    private var elements: [Element] = []

    /// An empty heap.
    public init() {}

    /// How many elements there are.
    public var count: Int { elements.count }

    /// The first element; nil if there is none.
    public var first: Element? { elements.first }

    /// Adds an element.
    public mutating func insert(_ element: Element, by precedes: (Element, Element) -> Bool) {
        elements.append(element)
        var child = elements.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard precedes(elements[child], elements[parent]) else { return }
            elements.swapAt(child, parent)
            child = parent
        }
    }

    /// Takes out the first element, of which there must be one.
    public mutating func removeFirst(by precedes: (Element, Element) -> Bool) {
        precondition(!elements.isEmpty, "an empty heap has no first element")
        elements.swapAt(0, elements.count - 1)
        elements.removeLast()
        var parent = 0
        while true {
            var best = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < elements.count && precedes(elements[child], elements[best]) {
                best = child
            }
            guard best != parent else { return }
            elements.swapAt(parent, best)
            parent = best
        }
    }

    /// Drops every element that is not wanted.
    public mutating func sweep(
        by precedes: (Element, Element) -> Bool, _ isWanted: (Element) -> Bool
    ) {
        let live = elements.filter(isWanted)
        elements = []
        for element in live { insert(element, by: precedes) }
    }
}
