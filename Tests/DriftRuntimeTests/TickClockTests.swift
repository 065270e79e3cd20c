import CloudModel
import Testing

@testable import DriftRuntime

@Suite struct TickClockTests {
    private let start = ContinuousClock.now

    /// The ticks of a clock that shows these seconds at these seconds of real time.
    private func ticks(_ shown: [(real: Int64, wall: Int64)]) -> [Int64] {
        var clock = TickClock()
        return shown.map { moment in
            clock.tick(wall: Timestamp(seconds: moment.wall), start + .seconds(moment.real)).nanoseconds
                / 1_000_000_000
        }
    }

    @Test func `ticks are the time of day while the clock behaves`() {
        #expect(ticks([(0, 100), (1, 101), (2, 102), (60, 160)]) == [100, 101, 102, 160])
    }

    @Test func `a clock that is set back never takes the ticks with it`() {
        #expect(ticks([(0, 100), (1, 40), (2, 41), (70, 109)]) == [100, 100, 100, 109])
    }

    @Test func `a leap ahead counts only once it has lasted a minute`() {
        let year: Int64 = 31_536_000
        let shown: [(Int64, Int64)] = [
            (0, 100), (1, year), (30, year + 29), (60, year + 59), (62, year + 61),
        ]
        #expect(ticks(shown) == [100, 101, 130, 160, year + 61])
    }

    @Test func `a leap that is taken back leaves no trace`() {
        #expect(ticks([(0, 100), (1, 999_999), (2, 102), (3, 103)]) == [100, 101, 102, 103])
    }
}
