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

    @Test(
        .enabled(if: Cluster.all.count > 1, "PLUMBLINE_TEST_BROKERS names no cluster"),
        arguments: Cluster.all.dropFirst(), ContractClause.allCases)
    func `a real cluster keeps the whole contract`(_ cluster: Cluster, _ clause: ContractClause) throws {
        let violation = clause.violation(on: try KafkaLogUnderTest(cluster))
        #expect(violation == nil)
    }
}
