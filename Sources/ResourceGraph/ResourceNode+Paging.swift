internal import CloudModel

extension ResourceNode {
    /// True if there is anything to let go of.
    var hasFacts: Bool {
        !isPagedOut
            && !(lifecycle.facts.isEmpty && properties.written.isEmpty && operations.isEmpty && touch == nil)
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
