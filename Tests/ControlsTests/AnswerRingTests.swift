import CloudModel
import ResourceGraph
import Testing

@testable import Controls

struct AnswerRingTests {
    /// An account of which that many answers of evaluations are kept.
    private func account(_ number: Int32, answers count: Int32) -> AccountAnswers {
        let answers = AccountAnswers(ResourceHandle(index: number))
        for subject in 0..<count {
            let key = EvaluationKey(control: 1, subject: ResourceHandle(index: subject))
            answers.edges.set(.evaluation(key), [.group(0)])
        }
        return answers
    }

    private func ring(_ accounts: [AccountAnswers]) -> AnswerRing {
        var ring = AnswerRing()
        for account in accounts {
            ring.add(account)
            for _ in 0..<account.count { ring.noteAnswer() }
        }
        return ring
    }

    @Test func `accounts go until few enough answers are left, those that were asked for last`() {
        let accounts = (0..<4 as Range<Int32>).map { account($0, answers: 10) }
        var ring = ring(accounts)
        for account in accounts { account.isUsed = false }
        accounts[0].isUsed = true
        accounts[2].isUsed = true
        #expect(ring.trim(to: 20) { _ in true }.map(\.index) == [1, 3])
        #expect(ring.trim(to: 20) { _ in true }.isEmpty)
        #expect(Set(ring.trim(to: 0) { _ in true }.map(\.index)) == [0, 2])
    }

    @Test func `under the limit nothing goes, however often it is asked`() {
        var ring = ring([account(0, answers: 10), account(1, answers: 10)])
        for _ in 0..<3 { #expect(ring.trim(to: 40) { _ in true }.isEmpty) }
    }

    @Test func `a large account stays for good and counts no more`() {
        let accounts = [account(0, answers: 100), account(1, answers: 10)]
        var ring = ring(accounts)
        for account in accounts { account.isUsed = false }
        #expect(ring.trim(to: 10) { $0.index != 0 }.isEmpty)
        #expect(ring.trim(to: 9) { _ in true }.map(\.index) == [1])
    }
}
