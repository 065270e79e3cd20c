import CloudModel
import Controls
import JSONTokens
import ResourceGraph
import Simulation
import WireFormats

@testable import DriftEngine

/// An engine over the built-in controls and everything that it has emitted.
struct EngineFixture {
    let engine: PartitionEngine
    var effects = EffectBuffer()

    static let catalog: ControlCatalog = {
        do {
            return try ControlCatalog.builtIn()
        } catch {
            preconditionFailure("the built-in controls do not compile: \(error)")
        }
    }()

    init(catalog: ControlCatalog = EngineFixture.catalog, options: EngineOptions = EngineOptions()) {
        engine = PartitionEngine(catalog: catalog, options: options)
    }

    init(_ engine: PartitionEngine) { self.engine = engine }

    @discardableResult
    mutating func take(_ line: [UInt8], offset: Int64 = 0) -> StepReport {
        engine.step(
            line.span, at: RecordPosition(source: "test", partition: 0, offset: offset), into: &effects)
    }

    @discardableResult
    mutating func take(_ text: String) -> StepReport { take(Array(text.utf8)) }

    mutating func take(all lines: [[UInt8]]) {
        for (index, line) in lines.enumerated() { take(line, offset: Int64(index)) }
    }

    var findings: [FindingRecord] {
        effects.effects.compactMap { if case .finding(let finding) = $0 { finding } else { nil } }
    }

    /// Every verdict as text, by control and resource; equal texts, equal truth.
    var verdicts: [String] {
        catchUp()
        return engine.verdicts.sortedKeys.compactMap { key in
            guard let last = engine.verdicts[key], let present = engine.evaluation(of: key), !isGone(key)
            else { return nil }
            return text(key, last.verdict, present)
        }.sorted()
    }

    /// The same from scratch: every control over the graph, its verdict by walking, its stamp by an evaluator that has
    /// kept nothing yet.
    var verdictsFromScratch: [String] {
        catchUp()
        let evaluator = Evaluator(engine.catalog, engine.graph, gathers: false)
        evaluator.now = engine.time
        evaluator.silences = engine.evaluator.silences
        evaluator.regionSilences = engine.evaluator.regionSilences
        let gathering = Evaluator(engine.catalog, engine.graph)
        gathering.now = engine.time
        gathering.silences = engine.evaluator.silences
        gathering.regionSilences = engine.evaluator.regionSilences
        return engine.catalog.allSubjects(in: engine.graph).map {
            let present = engine.judgesFeeds[Int($0.control)] ? engine.feedTime : nil
            return text($0, evaluator.evaluate($0, at: present).verdict, gathering.evaluate($0, at: present))
        }.sorted()
    }

    /// The findings that are open, with their status.
    var openFindings: [String] {
        engine.findings.open().map { "\($0.state.uid) \($0.state.status)" }.sorted()
    }

    private func catchUp() {
        var effects = EffectBuffer()
        engine.catchUpFeeds(into: &effects)
    }

    private func isGone(_ key: EvaluationKey) -> Bool {
        engine.graph.existence(of: key.subject) == .absent
    }

    private func text(_ key: EvaluationKey, _ verdict: Verdict, _ evaluation: Evaluation) -> String {
        let id = engine.graph.id(of: key.subject)
        return
            "\(engine.catalog.controls[Int(key.control)].facts.id) \(id.account) \(id.region) \(id.nativeID) "
            + "\(verdict) \(evaluation.since.nanoseconds) \(evaluation.cause?.eventID ?? "-")"
    }
}

/// Records of one account and region, just as long as a test needs.
enum Records {
    static func event(
        _ source: String, _ name: String, at seconds: Int, request: String, response: String = "null",
        id: String? = nil, extra: String = ""
    ) -> String {
        let time = Timestamp(seconds: 1_770_000_000 + Int64(seconds)).rfc3339
        return
            #"{"eventVersion":"1.11","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::111122223333:user/ida","#
            + #""accountId":"111122223333","userName":"ida"},"eventTime":"\#(time)","#
            + #""eventSource":"\#(source).amazonaws.com","eventName":"\#(name)","awsRegion":"eu-west-1","#
            + #""sourceIPAddress":"203.0.113.7","userAgent":"test","requestParameters":\#(request),"#
            + #""responseElements":\#(response),\#(extra)"eventID":"\#(id ?? "\(name)-\(seconds)")","readOnly":false,"#
            + #""eventType":"AwsApiCall","managementEvent":true,"recipientAccountId":"111122223333"}"#
    }

    static func rule(_ cidr: String, port: Int = 22) -> String {
        #"{"groupId":"sg-1","ipPermissions":{"items":[{"ipProtocol":"tcp","fromPort":\#(port),"toPort":\#(port),"#
            + #""groups":{},"ipRanges":{"items":[{"cidrIp":"\#(cidr)"}]},"ipv6Ranges":{},"prefixListIds":{}}]}}"#
    }

    static func open(at seconds: Int, cidr: String = "0.0.0.0/0", id: String? = nil) -> String {
        event("ec2", "AuthorizeSecurityGroupIngress", at: seconds, request: rule(cidr), id: id)
    }

    static func close(at seconds: Int, cidr: String = "0.0.0.0/0", id: String? = nil) -> String {
        event("ec2", "RevokeSecurityGroupIngress", at: seconds, request: rule(cidr), id: id)
    }

    static func inventory(at seconds: Int, rules: String = "[]", tags: String = "[]") -> String {
        #"{"inventory_id":"i-\#(seconds)","account":"aws:111122223333","region":"eu-west-1","#
            + #""kind":"AWS::EC2::SecurityGroup","id":"sg-1","#
            + #""observed_at":"\#(Timestamp(seconds: 1_770_000_000 + Int64(seconds)).rfc3339)","#
            + #""properties":{"GroupName":"web","SecurityGroupIngress":\#(rules),"SecurityGroupEgress":[],"Tags":\#(tags)}}"#
    }
}
