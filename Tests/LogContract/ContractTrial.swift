import CloudModel
import DriftEngine
import WireFormats

/// The steps that clauses share: each call is repeated while its failure is retriable, as the loop does it.
struct ContractTrial<Log: LogUnderTest> {
    typealias Client = LogClient<Log.Inputs, Log.Outputs, Log.States>

    let log: Log
    private static var maximumTries: Int { 600 }

    init(_ log: Log) {
        self.log = log
    }

    func require(_ condition: Bool, _ what: String) throws(ContractViolation) {
        if !condition { throw ContractViolation(what) }
    }

    /// Does a call until it is done.
    func done<Answer>(
        _ what: String, _ call: () throws(LogFailure) -> Answer
    ) throws(ContractViolation) -> Answer {
        for _ in 0..<Self.maximumTries {
            do throws(LogFailure) {
                return try call()
            } catch {
                guard error.recovery == .retriable else { throw ContractViolation("\(what): \(error)") }
                log.pause()
            }
        }
        throw ContractViolation("\(what): does not come to an end")
    }

    /// Does a call that has to fail for good, and returns how it failed.
    func failing(
        _ what: String, _ call: () throws(LogFailure) -> Void
    ) throws(ContractViolation) -> LogFailure.Recovery {
        for _ in 0..<Self.maximumTries {
            switch Result(catching: call) {
            case .success: throw ContractViolation("\(what): succeeded")
            case .failure(let failure):
                if failure.recovery != .retriable { return failure.recovery }
                log.pause()
            }
        }
        throw ContractViolation("\(what): does not come to an end")
    }

    /// An opened client that owns the partition.
    func owner(_ name: String) throws(ContractViolation) -> Client {
        let client = log.makeClient(name)
        try done("open") { () throws(LogFailure) in try client.outputs.open() }
        try waitForAssignment(of: client)
        return client
    }

    func waitForAssignment(of client: Client) throws(ContractViolation) {
        for _ in 0..<Self.maximumTries {
            let changes = try done("serve") { () throws(LogFailure) in try client.inputs.serveGroup() }
            if changes.contains(.assigned([0])) { return }
            log.pause()
        }
        throw ContractViolation("the partition is never assigned")
    }

    func start(_ client: Client, at next: Int64?) throws(ContractViolation) {
        let offsets = next.map { [InputOffset(topic: log.inputTopic, partition: 0, next: $0)] } ?? []
        try done("start") { () throws(LogFailure) in try client.inputs.start(0, at: offsets) }
    }

    /// Polls until that many records came, or until for a while none did.
    func poll(
        _ client: Client, count: Int, limit: Int = 100
    ) throws(ContractViolation) -> [(offset: Int64, value: [UInt8])] {
        var records: [(offset: Int64, value: [UInt8])] = []
        var silentPolls = 0
        while records.count < count && silentPolls < 20 {
            let before = records.count
            _ = try done("poll") { () throws(LogFailure) in
                try client.inputs.poll(BatchLimit(records: limit)) { record, bytes in
                    records.append((record.position.offset, bytes.indices.map { bytes[$0] }))
                }
            }
            try require(records.count - before <= limit, "a poll lent more than \(limit) records")
            silentPolls = records.count == before ? silentPolls + 1 : 0
            if records.count == before { log.pause() }
        }
        return records
    }

    /// Begins a transaction with one output, one state record and, if wanted, a number.
    func fill(_ client: Client, value: UInt8, number: Int64?) throws(ContractViolation) {
        try done("begin") { () throws(LogFailure) in try client.outputs.begin() }
        let finding = OutputRecord(topic: .findings, key: [1], value: [value], headers: [])
        try done("send") { () throws(LogFailure) in try client.outputs.send(finding, to: nil) }
        let state = OutputRecord(topic: .state, key: [1], value: [value], headers: [])
        try done("send state") { () throws(LogFailure) in try client.outputs.send(state, to: 0) }
        guard let number else { return }
        try done("send number") { () throws(LogFailure) in
            try client.outputs.sendNumbers(numbers(number))
        }
    }

    func numbers(_ number: Int64) -> [CommitNumber] { [CommitNumber(partition: 0, number: number)] }

    func commit(_ client: Client) throws(ContractViolation) {
        try done("commit") { () throws(LogFailure) in try client.outputs.commit() }
    }

    func abort(_ client: Client) throws(ContractViolation) {
        try done("abort") { () throws(LogFailure) in try client.outputs.abort() }
    }

    /// The values of the state's records once a restore is at its end; nil if it does not get there.
    func restore(_ client: Client) throws(ContractViolation) -> [UInt8]? {
        var values: [UInt8] = []
        for _ in 0..<200 {
            let progress = try done("read state") { () throws(LogFailure) in
                try client.states.read(0, maximumCount: 10) { values += $0.value }
            }
            if progress.isAtEnd { return values }
            log.pause()
        }
        return nil
    }
}
