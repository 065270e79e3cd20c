import Foundation

/// Waits until a condition holds; false if it does not within the time, which is long since only what fails waits it out.
func comesTrue(withinSeconds seconds: Double = 90, _ condition: () throws -> Bool) rethrows -> Bool {
    let end = Date() + seconds
    while Date() < end {
        if try condition() { return true }
        Thread.sleep(forTimeInterval: 0.1)
    }
    return try condition()
}
