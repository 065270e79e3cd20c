import JSONTokens

/// What an evaluator keeps from one evaluation to the next to be faster; no value and no cost depends on it.
struct EvaluationCaches {
    var patterns = PatternCache()
    var calls = CallCache()
}

/// Answers of functions by their arguments. When it is full it is emptied, so it never holds more than its limits.
struct CallCache {
    /// The most answers that are kept.
    static let maximumCount = 512
    /// The most bytes that the arguments of the kept answers have together, and those of one call.
    static let maximumBytes = 1 << 20
    static let maximumCallBytes = 1 << 16

    struct Answer {
        let value: Value
        /// What the call cost when it was made.
        let cost: Int
    }

    private var answers: [Key: Answer] = [:]
    private var byteCount = 0

    /// The answer to a call that was made before.
    func answer(to key: Key) -> Answer? { answers[key] }

    /// Keeps the answer to a call.
    mutating func store(_ answer: Answer, for key: Key) {
        if answers.count >= CallCache.maximumCount || byteCount + key.byteCount > CallCache.maximumBytes {
            answers.removeAll(keepingCapacity: true)
            byteCount = 0
        }
        byteCount += key.byteCount
        // A view would keep the whole of what it is a part of.
        answers[key.standingAlone] = answer
    }

    /// A function with its arguments, compared by their bytes.
    struct Key: Hashable {
        private let function: String
        private let arguments: [Value]
        let byteCount: Int

        /// The key, or nil if an argument is of a kind that is not kept, or too long.
        init?(_ function: String, _ arguments: [Value]) {
            var byteCount = function.utf8.count
            for argument in arguments {
                guard let count = Key.byteCount(argument) else { return nil }
                byteCount += count
            }
            guard byteCount <= CallCache.maximumCallBytes else { return nil }
            self.init(function, arguments, byteCount)
        }

        private init(_ function: String, _ arguments: [Value], _ byteCount: Int) {
            self.function = function
            self.arguments = arguments
            self.byteCount = byteCount
        }

        var standingAlone: Key {
            Key(
                function,
                arguments.map { argument in
                    if case .flat(let view) = argument { .flat(view.value.view) } else { argument }
                }, byteCount)
        }

        static func == (left: Key, right: Key) -> Bool {
            left.function == right.function && left.arguments.count == right.arguments.count
                && zip(left.arguments, right.arguments).allSatisfy(Key.areSame)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(function)
            for argument in arguments {
                switch argument {
                case .flat(let view): view.hashSample(into: &hasher)
                case .string(let text): hasher.combine(text)
                case .int(let number): hasher.combine(number)
                default: break
                }
            }
        }

        private static func byteCount(_ value: Value) -> Int? {
            switch value {
            case .flat(let view): view.byteCount
            case .string(let text): text.utf8.count
            case .int, .bool, .null: 8
            default: nil
            }
        }

        private static func areSame(_ left: Value, _ right: Value) -> Bool {
            switch (left, right) {
            case (.flat(let left), .flat(let right)): left == right
            case (.string(let left), .string(let right)): left.utf8.elementsEqual(right.utf8)
            case (.int(let left), .int(let right)): left == right
            case (.bool(let left), .bool(let right)): left == right
            case (.null, .null): true
            default: false
            }
        }
    }
}
