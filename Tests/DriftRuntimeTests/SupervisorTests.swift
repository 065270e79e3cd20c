import Logging
import Testing

@testable import DriftEngine
@testable import DriftRuntime

@Suite struct SupervisorTests {
    private let start = ContinuousClock.now
    private var supervisor = Supervisor(Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })

    private func report(_ standing: RunReport.Standing, _ change: (inout RunReport) -> Void = { _ in })
        -> RunReport
    {
        var report = RunReport()
        report.standing = standing
        change(&report)
        return report
    }

    private let trouble = LogFailure(.retriable, "no coordinator")

    @Test mutating func `all is well: it goes on`() throws {
        #expect(try supervisor.judge(report(.running), [0], of: 1) == .goOn)
    }

    @Test mutating func `rounds that get nothing done wait longer and longer, up to a bound`() throws {
        var pauses: [Int] = []
        for _ in 0..<8 {
            if case .pause(let milliseconds) = try supervisor.judge(report(.waiting(trouble)), [], of: 1) {
                pauses.append(milliseconds)
            }
        }
        #expect(pauses == [50, 100, 200, 400, 800, 1_600, 2_000, 2_000])
        #expect(try supervisor.judge(report(.running), [0], of: 1) == .goOn)
        #expect(try supervisor.judge(report(.waiting(trouble)), [], of: 1) == .pause(milliseconds: 50))
    }

    @Test mutating func `clients are made anew after a pause that grows with each loss lately`() throws {
        var pauses = [supervisor.renewalMilliseconds]
        for _ in 0..<4 {
            try supervisor.noteLost(trouble, now: start)
            pauses.append(supervisor.renewalMilliseconds)
        }
        #expect(pauses == [0, 100, 400, 1_600, 6_400])
        try supervisor.noteLost(trouble, now: start + .seconds(121))
        #expect(supervisor.renewalMilliseconds == 100)
    }

    @Test mutating func `trouble with one partition does not slow the others`() throws {
        let report = report(.waiting(trouble)) { $0.steppedRecords = 1 }
        #expect(try supervisor.judge(report, [0], of: 2) == .goOn)
    }

    @Test mutating func `lost clients are made anew, but not for ever`() throws {
        let stopped = report(.stopped(LogFailure(.fatal, "fenced")))
        for _ in 0..<4 { #expect(try supervisor.judge(stopped, [], of: 1, now: start) == .renew) }
        #expect(throws: RuntimeFailure.self) { try supervisor.judge(stopped, [], of: 1, now: start) }
    }

    @Test mutating func `losses that are far apart are forgotten`() throws {
        let stopped = report(.stopped(LogFailure(.fatal, "fenced")))
        for round in 0..<20 {
            let now = start + .seconds(60 * round)
            #expect(try supervisor.judge(stopped, [], of: 1, now: now) == .renew)
        }
    }

    @Test mutating func `a lost producer counts as a loss`() throws {
        let lost = report(.waiting(LogFailure(.fatal, "fenced"))) { $0.droppedEngines = true }
        for _ in 0..<4 { _ = try supervisor.judge(lost, [], of: 1, now: start) }
        #expect(throws: RuntimeFailure.self) { try supervisor.judge(lost, [], of: 1, now: start) }
    }

    @Test mutating func `a batch that is aborted again and again ends the process with the reason`() throws {
        let aborted = report(.waiting(LogFailure(.abortable, "record too large"))) { $0.abortsOfBatch = 8 }
        let failure = #expect(throws: RuntimeFailure.self) { try supervisor.judge(aborted, [0], of: 1) }
        #expect(failure?.description.contains("record too large") == true)
        #expect(failure?.exitCode == 1)
    }
}
