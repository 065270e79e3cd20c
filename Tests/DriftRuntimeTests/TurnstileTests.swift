import Foundation
import Synchronization
import Testing

@testable import DriftRuntime

@Suite struct TurnstileTests {
    private final class Count: Sendable {
        private let value = Mutex((now: 0, most: 0))
        var most: Int { value.withLock { $0.most } }
        func add(_ step: Int) {
            value.withLock { value in
                value.now += step
                value.most = max(value.most, value.now)
            }
        }
    }

    @Test func `one works at a time, sixteen are there at most, and the next come in when they have gone`() {
        let (turnstile, count) = (Turnstile(), Count())
        let (gate, ended) = (DispatchSemaphore(value: 0), DispatchGroup())
        for _ in 0..<Turnstile.maximumPresent {
            ended.enter()
            Thread.detachNewThread {
                let passed: Void? = turnstile.pass {
                    count.add(1)
                    gate.wait()
                    count.add(-1)
                }
                if passed != nil { ended.leave() }
            }
        }
        while turnstile.presentCount < Turnstile.maximumPresent { Thread.sleep(forTimeInterval: 0.01) }
        #expect(turnstile.pass { true } == nil)
        for _ in 0..<Turnstile.maximumPresent { gate.signal() }
        ended.wait()
        #expect(count.most == 1)
        // The last of them may not have left it yet.
        while turnstile.presentCount > 0 { Thread.sleep(forTimeInterval: 0.01) }
        #expect(turnstile.pass { true } == true)
    }
}
