import CloudModel
import Testing

@testable import DriftEngine

@Suite struct TransactionMachineTests {
    /// A machine at the first moment when it wants this action, for a batch of two records.
    static func machine(at action: TransactionMachine.Action) -> TransactionMachine {
        var machine = TransactionMachine()
        while machine.next != action {
            if machine.next == .rest { machine.batchReady(count: 2) } else { machine.succeeded() }
        }
        return machine
    }

    static let inTransaction: [TransactionMachine.Action] = [.send(0), .send(1), .sendNumbers, .commit]

    @Test func `a batch goes through all steps in order`() {
        var machine = TransactionMachine()
        var actions: [TransactionMachine.Action] = []
        for _ in 0..<7 {
            if machine.next == .rest { machine.batchReady(count: 2) }
            actions.append(machine.next)
            machine.succeeded()
        }
        #expect(actions == [.open, .begin, .send(0), .send(1), .sendNumbers, .commit, .begin])
    }

    @Test(arguments: inTransaction)
    func `a retriable failure repeats the same call`(action: TransactionMachine.Action) {
        var machine = Self.machine(at: action)
        #expect(machine.failed(.retriable) == .wait)
        #expect(machine.next == action)
    }

    @Test(arguments: inTransaction)
    func `after an abort the batch starts over`(action: TransactionMachine.Action) {
        var machine = Self.machine(at: action)
        #expect(machine.failed(.abortable) == .goOn)
        #expect(machine.next == .abort)
        machine.succeeded()
        #expect(machine.next == .begin)
        machine.succeeded()
        #expect(machine.next == .send(0))
        #expect(machine.abortCount == 1)
    }

    @Test(arguments: inTransaction + [.begin, .open])
    func `after a fatal failure all engines are dropped before anything else`(
        action: TransactionMachine.Action
    ) {
        var machine = Self.machine(at: action)
        #expect(machine.failed(.fatal) == .dropEngines)
        #expect(machine.next == .open)
        machine.succeeded()
        #expect(machine.isIdle)
    }

    @Test(arguments: [TransactionMachine.Action.send(1), .sendNumbers])
    func `a lost partition aborts a transaction that was not offered for commit`(
        action: TransactionMachine.Action
    ) {
        var machine = Self.machine(at: action)
        machine.partitionsLost(remaining: 1)
        #expect(machine.next == .abort)
        machine.partitionsLost(remaining: 0)
        machine.succeeded()
        #expect(machine.isIdle)
    }

    @Test func `a commit that was tried is only ever tried again`() {
        var machine = Self.machine(at: .commit)
        #expect(machine.failed(.retriable) == .wait)
        machine.partitionsLost(remaining: 0)
        #expect(machine.next == .commit)
        machine.succeeded()
        #expect(machine.isIdle)
    }

    @Test func `a failed abort is tried again`() {
        var machine = Self.machine(at: .send(0))
        _ = machine.failed(.abortable)
        #expect(machine.failed(.abortable) == .wait)
        #expect(machine.next == .abort)
    }

    @Test func `a position survives as a state record`() {
        var position = LoopPosition()
        position.advance(to: Timestamp(seconds: 12))
        let passed = [("b", 7), ("a", 1), ("b", 7), ("b", 8)].map { topic, offset in
            position.pass(RecordPosition(source: topic, partition: 3, offset: Int64(offset)))
        }
        #expect(passed == [true, true, false, true])
        let restored = LoopPosition(stateValue: position.stateValue)
        #expect(restored == position)
        #expect(restored?.inputOffsets(of: 3).map(\.topic) == ["a", "b"])
        #expect(LoopPosition(stateValue: Array("2 0\n".utf8)) == nil)
        #expect(LoopPosition(stateValue: Array("1 0\nx\n".utf8)) == nil)
    }
}
