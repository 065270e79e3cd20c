internal import CloudModel
internal import ResourceGraph

/// The accounts whose answers may be let go of, as a clock goes round them: one that was asked for since it last came by
/// stays this time.
struct AnswerRing {
    private var accounts: [AccountAnswers] = []
    private var hand = 0
    /// At least as many answers as are kept: those counted last, and two for each that was made since, which may be a
    /// member's and a reader's.
    private var upperBound = 0

    /// Takes an account in.
    mutating func add(_ answers: AccountAnswers) { accounts.append(answers) }

    /// Takes note that an answer was made.
    mutating func noteAnswer() { upperBound += 2 }

    /// Takes accounts out until no more than `limit` answers are left, and those that are not small.
    mutating func trim(to limit: Int, isSmall: (ResourceHandle) -> Bool) -> [ResourceHandle] {
        guard upperBound > limit else { return [] }
        upperBound = accounts.reduce(0) { $0 + $1.count }
        var gone: [ResourceHandle] = []
        for _ in 0..<2 * accounts.count where upperBound > limit {
            if hand >= accounts.count { hand = 0 }
            let answers = accounts[hand]
            if answers.isUsed {
                answers.isUsed = false
                hand += 1
                continue
            }
            if isSmall(answers.account) { gone.append(answers.account) }
            upperBound -= answers.count
            accounts.swapAt(hand, accounts.count - 1)
            accounts.removeLast()
        }
        return gone
    }
}
