import CloudModel
import DriftEngine
import WireFormats

extension ContractTrial {
    func silentUntilStart() throws(ContractViolation) {
        for value in 0..<3 as Range<UInt8> { log.feed([value]) }
        let client = try owner("a")
        let early = try poll(client, count: 1)
        try require(early.isEmpty, "it lent records before the start")
        try start(client, at: nil)
        let records = try poll(client, count: 3)
        try require(records.map(\.value) == [[0], [1], [2]], "it lent \(records)")
    }

    func startGoesBack() throws(ContractViolation) {
        for value in 0..<4 as Range<UInt8> { log.feed([value]) }
        let client = try owner("a")
        try start(client, at: 2)
        let late = try poll(client, count: 2)
        try require(late.map(\.offset) == [2, 3], "from 2 on it lent \(late)")
        try start(client, at: 1)
        let again = try poll(client, count: 3)
        try require(again.map(\.offset) == [1, 2, 3], "from 1 on it lent \(again)")
    }

    func limitsHold() throws(ContractViolation) {
        for value in 0..<10 as Range<UInt8> { log.feed([value]) }
        let client = try owner("a")
        try start(client, at: nil)
        let records = try poll(client, count: 10, limit: 3)
        try require(records.map(\.offset) == Array(0..<10), "it lent \(records)")
    }

    func stopSilences() throws(ContractViolation) {
        let client = try owner("a")
        try start(client, at: nil)
        client.inputs.stop(0)
        log.feed([1])
        let silent = try poll(client, count: 1)
        try require(silent.isEmpty, "it lent records after the stop")
        try start(client, at: nil)
        let records = try poll(client, count: 1)
        try require(records.count == 1, "it lent nothing after the second start")
    }

    func commitShowsAll() throws(ContractViolation) {
        log.feed([9])
        let client = try owner("a")
        try fill(client, value: 5, number: 1)
        let early = log.values(on: .findings, isCommitted: true)
        try require(early.isEmpty, "outputs show before the commit")
        try commit(client)
        let seen = log.values(on: .findings, isCommitted: true)
        try require(seen == [[5]], "a reader saw \(seen)")
        let committed = try number(client)
        try require(committed == 1, "the number is \(String(describing: committed))")
        try begin(client, from: nil)
        let state = try restore(client)
        try require(state == [5], "the state is \(String(describing: state))")
        let end = client.outputs.stateEnd(of: 0)
        try begin(client, from: end)
        let rest = try restore(client)
        try require(end != nil && rest == [], "behind \(end ?? -1) there is \(String(describing: rest))")
    }

    private func number(_ client: Client) throws(ContractViolation) -> Int64? {
        try done("number") { () throws(LogFailure) in try client.inputs.committedNumber(of: 0) }
    }

    private func begin(_ client: Client, from next: Int64?) throws(ContractViolation) {
        _ = try done("begin state") { () throws(LogFailure) in try client.states.begin(0, from: next) }
    }

    func abortShowsNothing() throws(ContractViolation) {
        let client = try owner("a")
        try fill(client, value: 5, number: 1)
        try abort(client)
        let seen = log.values(on: .findings, isCommitted: true)
        try require(seen.isEmpty, "a reader saw \(seen)")
        let committed = try number(client)
        try require(committed == nil, "the number is \(String(describing: committed))")
        try fill(client, value: 5, number: 1)
        try commit(client)
        let after = log.values(on: .findings, isCommitted: true)
        try require(after == [[5]], "after the second try a reader saw \(after)")
    }

    func undecidedNumbersWait() throws(ContractViolation) {
        let client = try owner("a")
        try fill(client, value: 5, number: 1)
        let early = Result { () throws(LogFailure) in try client.inputs.committedNumber(of: 0) }
        guard case .failure(let failure) = early else { throw ContractViolation("they were told") }
        try require(failure.recovery == .retriable, "\(failure)")
        try commit(client)
        let committed = try number(client)
        try require(committed == 1, "the number is \(String(describing: committed))")
    }

    func restoreWaits() throws(ContractViolation) {
        let writer = try owner("a")
        try fill(writer, value: 5, number: 1)
        let sent = log.values(on: .state, isCommitted: false)
        try require(sent == [[5]], "the open transaction shows \(sent)")
        let reader = log.makeClient("b")
        try begin(reader, from: nil)
        let early = try done("read state") { () throws(LogFailure) in
            try reader.states.read(0, maximumCount: 10) { _ in }
        }
        try require(!early.isAtEnd, "the restore ends before the open transaction does")
        try commit(writer)
        let state = try restore(reader)
        try require(state == [5], "the state is \(String(describing: state))")
    }

    func successorFences() throws(ContractViolation) {
        let predecessor = try owner("a")
        try fill(predecessor, value: 5, number: 1)
        let successor = log.makeClient("a")
        try done("open") { () throws(LogFailure) in try successor.outputs.open() }
        let recovery = try failing("the predecessor's commit") { () throws(LogFailure) in
            try predecessor.outputs.commit()
        }
        try require(recovery == .fatal, "the predecessor's commit is \(recovery)")
        let seen = log.values(on: .findings, isCommitted: true)
        try require(seen.isEmpty, "a reader saw \(seen)")
    }

    func lostMemberIsRefused() throws(ContractViolation) {
        let former = try owner("a")
        try fill(former, value: 5, number: nil)
        let heir = log.makeClient("b")
        try done("open") { () throws(LogFailure) in try heir.outputs.open() }
        try waitForAssignment(of: heir)
        let recovery = try failing("the former member's number") { () throws(LogFailure) in
            try former.outputs.sendNumbers(numbers(1))
        }
        try require(recovery != .retriable, "the former member's number is \(recovery)")
        try? done("abort") { () throws(LogFailure) in try former.outputs.abort() }
        let seen = log.values(on: .findings, isCommitted: true)
        try require(seen.isEmpty, "a reader saw \(seen)")
    }
}
