internal import CloudModel
internal import JSONTokens

/// A policy inside a user, group or role.
enum InlinePolicy {
    /// The element, which has the policy's name as id.
    static func element(_ name: String, _ document: FlatValue) -> SetElement {
        SetElement(
            FlatValue(map: [("PolicyDocument", document), ("PolicyName", FlatValue(name))]), id: name)
    }
}
