import CloudModel
import Foundation
import KafkaLog
import Testing

@testable import DriftRuntime

/// The built `plumbline route` against the mock cluster, in front of a detector.
@Suite(.serialized, .enabled(if: BuiltBinary.path != nil, "the plumbline executable was not built"))
struct RouteTests {
    @Test func `raw envelopes without keys become findings of the accounts that they are about`() throws {
        let station = try Station()
        try station.makeRawTopics(["raw-one", "raw-two"])
        let estate = Estate(0..<12)
        try station.feed("inventory", estate.inventory)
        let detector = try station.run("run")
        _ = try station.read("state") { Estate.known($0).count >= estate.accounts.count }
        let router = try station.run("route", variables: ["PLUMBLINE_ROUTE_SOURCES": station.rawTopics])
        let events = estate.openings.map(\.value)
        let half = events.count / 2
        try station.feed("raw-one", [("", #"{"Records":[\#(events[..<half].joined(separator: ","))]}"#)])
        try station.feed("raw-two", events[half...].map { ("same", $0) } + [("same", "no event")])

        let findings = try station.read("findings") { Estate.uids($0).count >= 12 }
        #expect(Estate.uids(findings).count == 12, "\(router.errors)\(detector.errors)")
        let letters = try station.read("dead-letters") { !$0.isEmpty }
        #expect(letters.count == 1 && letters.first?.text.contains("not-json") == true)
        let routed = try station.read("cloudtrail") { $0.count >= events.count }
        #expect(Set(routed.map(\.key)) == Set(estate.accounts.map { "aws:" + $0 }))
        let first = try #require(routed.first { $0.headers["source_topic"]?.hasSuffix("raw-one") == true })
        #expect(first.headers["source_offset"] == "0" && first.headers["source_index"] != nil)
        router.terminate()
        #expect(router.exitCode() == 0, "\(router.errors)")
    }

    @Test func `a router tells how it stands and what it did, source by source`() throws {
        let station = try Station()
        try station.makeRawTopics(["raw-one", "raw-two"])
        let port = AdminPage.anyPort
        let router = try station.run(
            "route",
            variables: [
                "PLUMBLINE_ROUTE_SOURCES": station.rawTopics, "PLUMBLINE_ROUTE_HTTP_PORT": "\(port)",
            ])
        try station.feed("raw-one", Estate(0..<3).openings.map { ("", $0.value) } + [("", "no event")])
        var page = ""
        let (one, two) = (station.topic("raw-one"), station.topic("raw-two"))
        _ = try comesTrue {
            page = try AdminPage.get("/metrics", port)
            return page.contains("plumbline_records_total{source=\"\(one)\"} 4")
        }
        #expect(page.contains("plumbline_records_total{source=\"\(one)\"} 4"), "\(page)\(router.errors)")
        #expect(page.contains("plumbline_records_total{source=\"\(two)\"} 0"))
        #expect(page.contains("plumbline_route_documents_total{source=\"\(one)\",partition=\"0\"} 3"))
        #expect(page.contains("plumbline_route_failures_total{source=\"\(one)\",partition=\"0\"} 1"))
        #expect(page.contains("plumbline_lag_records{topic=\"\(one)\",partition=\"0\"} 0"))
        // The worker of each source joins a group of its own, when it gets to it.
        var ready = ""
        _ = try comesTrue {
            ready = try AdminPage.get("/readyz", port)
            return ready.hasPrefix("HTTP/1.1 200")
        }
        let wanted = "\(one): 1 of 1 partitions run; \(two): 2 of 2 partitions run"
        #expect(ready.hasPrefix("HTTP/1.1 200") && ready.contains(wanted), "\(ready)")
    }

    @Test func `a record in which the router died three times is a dead letter, and the next one is routed`()
        throws
    {
        let station = try Station()
        try station.makeRawTopics(["raw-one", "raw-two"])
        let place = RecordPosition(source: station.topic("raw-one"), partition: 0, offset: 0)
        let mark = station.folder.path + "/crash-mark-route-\(place.source)"
        for _ in 0..<3 { try CrashMark(path: mark, limit: 3).enter(place) }
        let router = try station.run(
            "route",
            variables: [
                "PLUMBLINE_ROUTE_SOURCES": station.rawTopics,
                "PLUMBLINE_STATE_DIRECTORY": station.folder.path,
            ])
        try station.feed("raw-one", Estate(0..<2).openings.map { ("", $0.value) })
        let letters = try station.read("dead-letters") { !$0.isEmpty }
        #expect(letters.first?.text.contains("\"poison\"") == true, "\(letters.map(\.text))\(router.errors)")
        let routed = try station.read("cloudtrail") { !$0.isEmpty }
        #expect(routed.map(\.key) == ["aws:" + Estate(1..<2).accounts[0]])
    }

    @Test(arguments: [("", "route.sources: it is missing"), ("x.state", "that route or the detector writes")])
    func `sources that make no sense are refused`(_ sources: String, _ wanted: String) throws {
        let station = try Station()
        let own = sources.replacing("x.state", with: station.topic("state"))
        let router = try station.run("route", variables: own.isEmpty ? [:] : ["PLUMBLINE_ROUTE_SOURCES": own])
        #expect(router.exitCode() == 2)
        #expect(router.errors.contains(wanted), "\(router.errors)")
    }
}

extension Station {
    var rawTopics: String { [topic("raw-one"), topic("raw-two")].joined(separator: ",") }

    func makeRawTopics(_ bases: [String]) throws {
        for (number, base) in bases.enumerated() {
            try mock?.createTopic(topic(base), partitionCount: number + 1)
        }
    }
}
