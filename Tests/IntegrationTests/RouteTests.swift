import Foundation
import KafkaLog
import Testing

/// The built `plumbline route` against the mock cluster, in front of a detector.
@Suite(.serialized, .enabled(if: BuiltBinary.path != nil, "the plumbline executable was not built"))
struct RouteTests {
    @Test func `raw envelopes without keys become findings of the accounts that they are about`() throws {
        let station = try Station()
        try station.makeRawTopics(["raw-one", "raw-two"])
        let estate = Estate(0..<12)
        try station.feed("inventory", estate.inventory)
        let detector = try station.run("run")
        _ = try station.read("state") { $0.count >= estate.accounts.count }
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
        #expect(router.exitCode(withinSeconds: 20) == 0, "\(router.errors)")
    }

    @Test(arguments: [("", "route.sources: it is missing"), ("x.state", "that route or the detector writes")])
    func `sources that make no sense are refused`(_ sources: String, _ wanted: String) throws {
        let station = try Station()
        let own = sources.replacing("x.state", with: station.topic("state"))
        let router = try station.run("route", variables: own.isEmpty ? [:] : ["PLUMBLINE_ROUTE_SOURCES": own])
        #expect(router.exitCode(withinSeconds: 30) == 2)
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
