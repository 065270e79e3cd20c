import Foundation
import KafkaLog
import Testing

/// What operators see of the built `plumbline run`, and what it does under pressure.
@Suite(.serialized, .enabled(if: BuiltBinary.path != nil, "the plumbline executable was not built"))
struct OperationTests {
    @Test func `health, readiness and metrics tell what the detector did`() throws {
        let station = try Station()
        let estate = Estate(0..<5)
        let port = AdminPage.anyPort
        let detector = try station.run(
            "run", variables: ["PLUMBLINE_HTTP_PORT": "\(port)", "PLUMBLINE_LOG_FORMAT": "json"])
        try station.feed("inventory", estate.inventory)
        _ = try station.read("state") { Estate.known($0).count >= estate.accounts.count }
        try station.feed("cloudtrail", estate.openings + [("x", "no event")])
        _ = try station.read("findings") { Estate.uids($0).count >= 5 }
        let isReady = try comesTrue { try AdminPage.get("/readyz", port).contains("3 of 3 partitions run") }
        #expect(isReady, "\(detector.errors)")
        #expect(try AdminPage.get("/healthz", port).hasPrefix("HTTP/1.1 200"))
        let isCounted = try comesTrue {
            let page = try AdminPage.get("/metrics", port)
            return page.contains("plumbline_outputs_total{topic=\"dead-letters\"} 1")
                && page.contains("plumbline_outputs_total{topic=\"alerts\"} 5")
        }
        #expect(isCounted)
        let page = try AdminPage.get("/metrics", port)
        #expect(page.contains("plumbline_outputs_total{topic=\"alerts\"} 5"))
        #expect(page.contains("plumbline_partitions{state=\"running\"} 3"))
        #expect(
            page.contains("plumbline_lag_records{topic=\"\(station.topic("cloudtrail"))\",partition=\"0\"} 0")
        )
        #expect(page.contains("plumbline_finding_delay_seconds_bucket{le=\"+Inf\"}"))
        #expect(!page.contains("plumbline_finding_delay_seconds_count 0\n"))
        #expect(page.contains("plumbline_events_total{partition=\"0\",class=\"changing\"}"))
        #expect(page.contains("process_resident_memory_bytes "))
        let lines = detector.errors.split(separator: "\n")
        #expect(!lines.isEmpty && lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") }, "\(lines)")
        detector.terminate()
        #expect(detector.exitCode() == 0, "\(detector.errors)")
    }

    @Test func `a port that is taken is refused with a hint`() throws {
        let station = try Station()
        let port = AdminPage.anyPort
        let first = try station.run("run", variables: ["PLUMBLINE_HTTP_PORT": "\(port)"])
        let isServing = try comesTrue { try AdminPage.get("/healthz", port).hasPrefix("HTTP/1.1 200") }
        #expect(isServing, "\(first.errors)")
        let second = try station.run("run", instance: "two", variables: ["PLUMBLINE_HTTP_PORT": "\(port)"])
        #expect(second.exitCode() == 1)
        #expect(second.errors.contains("http.port"), "\(second.errors)")
    }

    @Test func `outputs that are slow and refused for a while stall the input and lose nothing`() throws {
        let station = try Station()
        let mock = try #require(station.mock)
        let estate = Estate(0..<40)
        try station.feed("inventory", estate.inventory)
        let detector = try station.run("run", batchRecords: 5)
        _ = try station.read("state") { Estate.known($0).count >= estate.accounts.count }
        // As a topic without room answers: not enough replicas, again and again; and every answer takes its time.
        let refusals = Array(repeating: KafkaErrorCode(rawValue: 19), count: 40)
        mock.fail(next: .produce, with: refusals)
        try mock.setRoundTrip(milliseconds: 60)
        try station.feed("cloudtrail", estate.openings)
        Thread.sleep(forTimeInterval: 3)
        try mock.setRoundTrip(milliseconds: 0)
        let findings = try station.read("findings") { Estate.uids($0).count >= 40 }
        #expect(Estate.uids(findings).count == 40, "\(detector.errors)")
        #expect(detector.isRunning)
    }
}
