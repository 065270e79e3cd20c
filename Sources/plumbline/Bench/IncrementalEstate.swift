import CloudModel
import Controls
import DriftEngine
import WireFormats

/// One account with very many resources, and changes to single ones of them.
///
/// Half of the resources are VPCs, half are flow logs of them. The controls read all of them: one asks whether any flow log
/// records rejected traffic, one whether all are active, one joins each VPC with its flow logs.
struct IncrementalEstate {
    private static let files = [
        """
        id: aws.ec2.bench-exists
        title: A flow log records rejected traffic
        severity: high
        subject: AWS::::Account
        scope: account
        pass: resources('AWS::EC2::FlowLog').exists(f, f.TrafficType == 'REJECT' && f.FlowLogStatus == 'ACTIVE')

        """,
        """
        id: aws.ec2.bench-all
        title: All flow logs are active
        severity: high
        subject: AWS::::Account
        scope: account
        pass: resources('AWS::EC2::FlowLog').all(f, f.FlowLogStatus == 'ACTIVE')
        evidence: resources('AWS::EC2::FlowLog').filter(f, f.FlowLogStatus != 'ACTIVE').map(f, idOf(f))

        """,
        """
        id: aws.ec2.bench-join
        title: The VPC has an active flow log
        severity: high
        subject: AWS::EC2::VPC
        pass: resources('AWS::EC2::FlowLog').exists(f, f.ResourceId == id && f.FlowLogStatus == 'ACTIVE')

        """,
    ]
    private static let start: Int64 = 1_790_000_000

    let engine: PartitionEngine
    private var effects = EffectBuffer()
    private let pairs: Int
    private var number = 0

    /// The account with about so many resources, all known, all in order.
    init(resources: Int) throws {
        let files = IncrementalEstate.files.enumerated().map {
            (path: "\($0.offset).yaml", bytes: Array($0.element.utf8))
        }
        var options = EngineOptions()
        options.historyWindowSeconds = 1_800
        engine = PartitionEngine(
            catalog: try ControlCatalog(compiling: files, benchmarks: []), options: options)
        pairs = max(1, resources / 2)
        take(record("AWS::::Account", "account", #""EnabledRegions":["eu-west-1"]"#, 0, region: ""))
        for pair in 0..<pairs {
            take(record("AWS::EC2::VPC", "vpc-\(pair)", #""CidrBlock":"10.0.0.0/16""#, 0))
            take(flowLog(pair, "ACTIVE", 0))
        }
        for kind in ["AWS::EC2::VPC", "AWS::EC2::FlowLog"] { take(closing(kind)) }
        while !engine.isSettled { engine.work(into: &effects) }
        effects.removeAll()
    }

    /// Turns a flow log off or on again, another one each time. Returns the work that it made.
    mutating func change() -> StepReport {
        let pair = (number / 2 * 7_919) % pairs
        let isOn = number % 2 == 1
        number += 1
        let report = take(flowLog(pair, isOn ? "ACTIVE" : "INACTIVE", Int64(number)))
        effects.removeAll()
        return report
    }

    @discardableResult
    private mutating func take(_ line: [UInt8]) -> StepReport {
        engine.step(line.span, at: RecordPosition(source: "bench", partition: 0, offset: 0), into: &effects)
    }

    private func flowLog(_ pair: Int, _ status: String, _ seconds: Int64) -> [UInt8] {
        record(
            "AWS::EC2::FlowLog", "fl-\(pair)",
            #""ResourceId":"vpc-\#(pair)","TrafficType":"\#(pair == 0 ? "REJECT" : "ALL")","FlowLogStatus":"\#(status)""#,
            seconds)
    }

    private func record(
        _ kind: String, _ id: String, _ properties: String, _ seconds: Int64, region: String = "eu-west-1"
    ) -> [UInt8] {
        let time = Timestamp(seconds: IncrementalEstate.start + seconds).rfc3339
        let text =
            #"{"account":"aws:111122223333","region":"\#(region)","kind":"\#(kind)","id":"\#(id)","#
            + #""observed_at":"\#(time)","properties":{\#(properties)}}"#
        return Array(text.utf8)
    }

    private func closing(_ kind: String) -> [UInt8] {
        let time = Timestamp(seconds: IncrementalEstate.start - 1).rfc3339
        let text =
            #"{"inventory_id":"bench","account":"aws:111122223333","region":"eu-west-1","kind":"\#(kind)","#
            + #""started_at":"\#(time)","items":0,"complete":true}"#
        return Array(text.utf8)
    }
}
