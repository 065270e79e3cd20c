internal import CloudModel

extension ResourceNode {
    /// True if there is anything to let go of.
    var hasFacts: Bool {
        !isPagedOut
            && !(lifecycle.facts.isEmpty && properties.written.isEmpty && operations.isEmpty && touch == nil)
    }

    /// Takes what is kept of it without its facts.
    func place(_ head: ResourceHead) {
        isPagedOut = head.hasFacts
        existence = head.existence
        gaps = head.gaps
    }

    /// Lets go of the facts; what they say of the existence and the gaps stays.
    func dropFacts() {
        isPagedOut = true
        lifecycle = Lifecycle()
        properties.removeAll()
        operations = [:]
        touch = nil
    }
}
