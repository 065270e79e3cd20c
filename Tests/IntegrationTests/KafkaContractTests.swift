import DriftEngine
import LogContract
import Testing

@Suite(.serialized) struct KafkaContractTests {
    /// The clauses that say nothing of transactions, which the mock does not have.
    private static let plain: [ContractClause] = [
        .silentUntilStart, .startGoesBack, .limitsHold, .stopSilences,
    ]

    @Test(arguments: plain)
    func `on the mock, which has no transactions, inputs keep the contract`(_ clause: ContractClause) throws {
        let violation = clause.violation(on: try KafkaLogUnderTest(.mock))
        #expect(violation == nil)
    }

    /// Without transactions nobody waits for what is undecided, and nobody is fenced.
    @Test(arguments: Cluster.all, [ContractClause.commitShowsAll, .abortShowsNothing, .lostMemberIsRefused])
    func `without transactions a commit makes all visible and an abort nothing`(
        _ cluster: Cluster, _ clause: ContractClause
    ) throws {
        let log = try KafkaLogUnderTest(cluster, isDirect: true)
        // Only the commit asks the group.
        if clause == .lostMemberIsRefused { return try Self.lostMemberIsRefused(log) }
        let violation = clause.violation(on: log)
        #expect(violation == nil)
    }

    private static func lostMemberIsRefused(_ log: KafkaLogUnderTest) throws {
        let former = log.makeClient("a")
        try former.outputs.open()
        for _ in 0..<600 where try former.inputs.serveGroup().contains(.assigned([0])) == false {
            log.pause()
        }
        try former.outputs.begin()
        try former.outputs.sendNumbers([CommitNumber(partition: 0, number: 1)])
        let heir = log.makeClient("b")
        for _ in 0..<600 where try heir.inputs.serveGroup().contains(.assigned([0])) == false { log.pause() }
        #expect(throws: LogFailure.self) { try former.outputs.commit() }
        #expect(try heir.inputs.committedNumber(of: 0) == nil)
    }

    @Test(
        .enabled(if: Cluster.all.count > 1, "PLUMBLINE_TEST_BROKERS names no cluster"),
        arguments: Cluster.all.dropFirst(), ContractClause.allCases)
    func `a real cluster keeps the whole contract`(_ cluster: Cluster, _ clause: ContractClause) throws {
        let violation = clause.violation(on: try KafkaLogUnderTest(cluster))
        #expect(violation == nil)
    }
}
