import Foundation
import KafkaLog
import Testing

/// Profiles and suppressions that come by their topics, while the detector runs and before it starts.
@Suite(.serialized, .enabled(if: BuiltBinary.path != nil, "the plumbline executable was not built"))
struct DocumentTests {
    /// A suppression that is in force for a month.
    static func suppression(_ id: String, account: String, control: String = Estate.control) -> String {
        let day = 86_400.0
        let (begin, end) = (text(Date() - day), text(Date() + 30 * day))
        return #"{"id":"\#(id)","control":"\#(control)","scope":{"account":"\#(account)"},"reason":"known","#
            + #""requested_by":"ida","approval":{"by":"ada","at":"\#(begin)"},"created":"\#(begin)","expires":"\#(end)"}"#
    }

    private static func text(_ date: Date) -> String { ISO8601DateFormatter().string(from: date) }

    /// The accounts whose findings were last told as suppressed.
    private func suppressed(_ outputs: [Output]) -> Set<String> {
        var last: [String: Output] = [:]
        for output in Estate.findings(outputs) { last[output.key] = output }
        return Set(
            last.values.compactMap { output in
                guard output.text.contains(#""status":"suppressed""#) else { return nil }
                return output.text.firstMatch(of: /"account_key":"aws:(\d+)"/).map { String($0.output.1) }
            })
    }

    @Test(arguments: Cluster.all)
    func `a suppression by its topic counts on a running detector, and its taking back too`(
        _ cluster: Cluster
    )
        throws
    {
        let station = try Station(cluster)
        let estate = Estate(0..<6)
        try station.feed("inventory", estate.inventory)
        let detector = try station.run("run")
        _ = try station.read("state") { Estate.known($0).count >= estate.accounts.count }
        try station.feed("cloudtrail", estate.openings)
        _ = try station.read("findings") { Estate.uids($0).count >= 6 }

        try station.feed(
            "suppressions", [("s-1", Self.suppression("s-1", account: estate.accounts[2]))])
        let quiet = try station.read("findings") { !suppressed($0).isEmpty }
        #expect(suppressed(quiet) == [estate.accounts[2]], "\(detector.errors)")

        try station.takeBack("suppressions", "s-1")
        let again = try station.read("findings") {
            Estate.findings($0).count > Estate.findings(quiet).count && suppressed($0).isEmpty
        }
        #expect(suppressed(again).isEmpty, "\(detector.errors)")
        // The engines that were opened anew go on.
        try station.feed("cloudtrail", estate.closings)
        let all = try station.read("findings") { Estate.closed($0).count >= 6 }
        #expect(Set(Estate.closed(all).map(\.key)) == Estate.uids(again), "\(detector.errors)")
        #expect(Estate.closed(all).count == 6, "\(detector.errors)")
        detector.terminate()
        #expect(detector.exitCode() == 0, "\(detector.errors)")
    }

    @Test(arguments: Cluster.all)
    func `a detector that starts knows the topics' documents before its first record`(_ cluster: Cluster)
        throws
    {
        let station = try Station(cluster)
        let estate = Estate(0..<4)
        try station.feed(
            "suppressions", estate.accounts.map { ("s-\($0)", Self.suppression("s-\($0)", account: $0)) })
        try station.feed("inventory", estate.inventory)
        try station.feed("cloudtrail", estate.openings)
        let detector = try station.run("run")
        let findings = try station.read("findings") { Estate.uids($0).count >= 4 }
        #expect(suppressed(findings) == Set(estate.accounts), "\(detector.errors)")
        #expect(Estate.findings(findings).count == 4, "\(detector.errors)")
        detector.terminate()
        #expect(detector.exitCode() == 0, "\(detector.errors)")
    }

    @Test(arguments: Cluster.all)
    func `a document that is refused is one dead letter, and the last good one stays in force`(
        _ cluster: Cluster
    ) throws {
        let station = try Station(cluster)
        let estate = Estate(0..<1)
        let good = Self.suppression("s-1", account: estate.accounts[0])
        try station.feed("suppressions", [("s-1", good), ("s-1", good.replacing("known", with: ""))])
        try station.feed(
            "profiles", [("p", #"{"provider":"AWS","version":"5.0","levels":["L3"]}"#)])
        try station.feed("inventory", estate.inventory)
        try station.feed("cloudtrail", estate.openings)
        let first = try station.run("run")
        let letters = try station.read("dead-letters") { $0.count >= 2 }
        #expect(letters.count == 2, "\(first.errors)")
        #expect(letters.allSatisfy { $0.text.contains("refused-document") })
        #expect(
            letters.contains { $0.text.contains("levels[0]") && $0.text.contains(station.topic("profiles")) })
        #expect(
            letters.contains { $0.text.contains("reason") && $0.text.contains(station.topic("suppressions")) }
        )
        let findings = try station.read("findings") { !Estate.findings($0).isEmpty }
        #expect(suppressed(findings) == Set(estate.accounts), "\(first.errors)")
        first.terminate()
        #expect(first.exitCode() == 0, "\(first.errors)")

        // Nobody tells of them again; the next one is told of, by one of two workers.
        let workers = [try station.run("run"), try station.run("run", instance: "two")]
        #expect(comesTrue { workers.allSatisfy { $0.errors.contains("partitions run") } })
        try station.feed("suppressions", [("s-2", Self.suppression("s-1", account: estate.accounts[0]))])
        let all = try station.read("dead-letters") { $0.count >= 3 }
        Thread.sleep(forTimeInterval: 2)
        let later = try station.read("dead-letters", seconds: 1) { $0.count > 3 }
        #expect(all.count == 3 && later.count == 3, "\(workers.map(\.errors))")
    }

    private static let example =
        #"{"provider":"AWS","region":"eu-west-1","version":"1.5.0","levels":["L1"],"resources":[{"type":"EC2_INSTANCE","#
        + #""exclusions":[{"tag_key":"Environment","values":["Development"]}]},{"type":"S3_BUCKET","exclusions":[]}],"#
        + #""auto_remediation_enabled":false}"#

    @Test(arguments: Cluster.all)
    func `a profile that is posted is answered with what it selects, and counts on the running detector`(
        _ cluster: Cluster
    ) throws {
        let station = try Station(cluster)
        let port = AdminPage.anyPort
        let detector = try station.run("run", variables: ["PLUMBLINE_HTTP_PORT": "\(port)"])
        #expect(comesTrue { detector.errors.contains("partitions run") }, "\(detector.errors)")
        let answer = try AdminPage.post("/v1/assessments/benchmarks", Self.example, port)
        #expect(answer.contains("202 Accepted"), "\(answer)")
        #expect(answer.contains(#""type":"S3_BUCKET""#))
        #expect(answer.contains("EC2_INSTANCE selects no control in AWS 1.5 L1"), "\(answer)")
        #expect(
            comesTrue { detector.errors.components(separatedBy: "partitions run").count == 3 },
            "\(detector.errors)")
        let written = try station.read("profiles") { !$0.isEmpty }
        #expect(written.map(\.text) == [Self.example] && written.first?.key == "aws-1.5")

        let unknown = try AdminPage.post(
            "/v1/assessments/benchmarks", Self.example.replacing("S3_BUCKET", with: "S3_BUKET"), port)
        #expect(
            unknown.contains("400 Bad Request") && unknown.contains(#""field":"resources[1].type""#),
            "\(unknown)")
        let narrow = try AdminPage.post(
            "/v1/assessments/benchmarks",
            Self.example.replacing(#"["Development"]"#, with: #"["Development","Test"]"#),
            port)
        #expect(narrow.contains("403 Forbidden") && narrow.contains(#""field":"resources""#), "\(narrow)")
        #expect(try station.read("profiles", seconds: 2) { $0.count > 1 }.count == 1)
        detector.terminate()
        #expect(detector.exitCode() == 0, "\(detector.errors)")
    }
}
