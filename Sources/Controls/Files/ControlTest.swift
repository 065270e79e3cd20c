public import CloudModel
public import JSONTokens

/// One example of a control's file: a small world and the verdict that is expected in it.
public struct ControlTest: Sendable {
    /// What the example shows.
    public let name: String
    /// The subject.
    public let resource: TestResource
    /// What is known of the subject's account; nothing unless given.
    public let account: [TestProperty]
    /// Other resources of the account.
    public let related: [TestResource]
    /// True if an inventory of every kind is closed, so that what is not here does not exist.
    public let hasCompleteScopes: Bool
    /// The present instant; nil for the instant at which the world was observed, 2025-01-01T00:00:00Z.
    public let now: Timestamp?
    /// Parameters that differ from the control's.
    public let params: [ControlParameter]
    /// The verdict's name.
    public let expected: Expectation
    /// The calls that the plan must have; nil if the plan is not compared.
    public let plan: [APICall]?
    /// The calls that undo; nil if they are not compared.
    public let inverse: [APICall]?
    /// Whether the guard must hold; nil if it is not compared.
    public let guardHolds: Bool?
    /// The line of the file where the test stands.
    public let line: Int

    /// The verdicts that a test can expect.
    public enum Expectation: String, Sendable, CaseIterable {
        case pass
        case fail
        case unknown
        case notApplicable
    }
}

/// A resource of a test's world.
public struct TestResource: Sendable {
    /// Which resource.
    public let id: ResourceID
    /// What has been observed of it.
    public let properties: [TestProperty]
}

/// One observed property of a test's resource. What is not listed has never been observed.
public struct TestProperty: Sendable {
    /// The property.
    public let property: PropertyID
    /// What was observed.
    public let content: Content

    /// What was observed.
    public enum Content: Sendable {
        /// A register's value.
        case value(FlatValue)
        /// The elements of a set; if it is not complete there may be more.
        case elements([SetElement], isComplete: Bool)
    }
}
