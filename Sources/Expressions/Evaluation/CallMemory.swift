internal import JSONTokens

/// The results of dear functions, by their arguments. Results are functions of the arguments alone, so keeping them changes
/// nothing but the time that an evaluation takes.
final class CallMemory {
    /// One call.
    private struct Call: Hashable {
        let function: String
        let first: FlatValue
        let second: FlatValue
    }

    /// Above this many results all are forgotten.
    private static let maximumCount = 4096
    private var results: [Call: Value] = [:]

    /// The result of a call, which the body gives if it is not kept.
    func result(
        of function: String, _ first: Value, _ second: Value, _ body: (Value, Value) -> Value
    ) -> Value {
        guard let left = first.flatValue, let right = second.flatValue else { return body(first, second) }
        let call = Call(function: function, first: left, second: right)
        if let known = results[call] { return known }
        let result = body(first, second)
        if results.count >= CallMemory.maximumCount { results.removeAll(keepingCapacity: true) }
        results[call] = result
        return result
    }
}
