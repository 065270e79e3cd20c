import Testing

@testable import DriftEngine
@testable import DriftRuntime

@Suite struct ReadinessTests {
    @Test(arguments: [
        (0, 0, false, false, "waiting: the group has not shared out the partitions"),
        (0, 0, true, true, "0 of 0 partitions run"),
        (1, 3, true, false, "1 of 3 partitions run"),
        (3, 3, true, true, "3 of 3 partitions run"),
        (3, 3, false, false, "waiting: the group has not shared out the partitions"),
    ])
    func `ready is who was given its partitions, maybe none, and runs them`(
        _ running: Int, _ owned: Int, _ isAssigned: Bool, _ isReady: Bool, _ detail: String
    ) {
        let readiness = Readiness(running: running, of: owned, isAssigned: isAssigned, .running)
        #expect(readiness.isReady == isReady && readiness.detail == detail)
    }

    @Test(arguments: [true, false])
    func `whoever waits for brokers, or lost them, is not ready and says why`(_ isLost: Bool) {
        let failure = LogFailure(.retriable, "no coordinator")
        let readiness = Readiness(
            running: 3, of: 3, isAssigned: true, isLost ? .stopped(failure) : .waiting(failure))
        #expect(!readiness.isReady && readiness.detail == "waiting: no coordinator")
    }
}
