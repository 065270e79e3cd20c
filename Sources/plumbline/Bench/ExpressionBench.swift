import Controls
import DriftRuntime
import Expressions
import JSONTokens

/// `plumbline bench expressions`: what one evaluation costs.
struct ExpressionBench {
    let rounds: Int

    /// Controls as they are evaluated in the engine, each on the subject of one of its own tests. One line a control.
    private static let controls: [(control: String, test: String)] = [
        ("aws.ec2.sg-no-ipv4-public-admin-ports", "five rules, two of them open on other ports"),
        ("aws.rds.rds-storage-encrypted", "encrypted"),
        ("aws.iam.iam-no-full-admin-policy-attached", "an attached policy that allows some things"),
        ("aws.iam.role-trust-policy-narrow", "the own account"),
        ("aws.cloudwatch.monitor-root-usage", "the whole chain"),
    ]

    func run() throws {
        var lines: [(name: String, nanoseconds: Double)] = [("plain rule in CEL", plainRule())]
        let library = try ControlLibrary.builtIn()
        for (id, test) in Self.controls {
            guard let file = library.controls.first(where: { $0.id == id }),
                let rehearsal = try ControlRehearsal(file, test: test)
            else { throw RuntimeFailure(.environment, "\(id) has no test `\(test)`") }
            lines.append((id, median { _ = rehearsal.verdict() }))
        }
        Terminal.line("expressions: \(rounds) rounds of \(Self.count) evaluations")
        for line in lines {
            let padding = String(repeating: " ", count: max(1, 48 - line.name.count))
            Terminal.line("  \(line.name)\(padding)\(Int(line.nanoseconds.rounded())) ns")
        }
    }

    private static let count = 100_000

    /// Nanoseconds of one call, the median over the rounds.
    private func median(_ body: () -> Void) -> Double {
        var times: [Double] = []
        for _ in 0..<rounds {
            let start = ContinuousClock.now
            for _ in 0..<Self.count { body() }
            let duration = (ContinuousClock.now - start).components
            times.append(
                (Double(duration.seconds) * 1e9 + Double(duration.attoseconds) * 1e-9) / Double(Self.count))
        }
        return times.sorted()[times.count / 2]
    }
}

/// The rule that other implementations of CEL can evaluate as well; `scripts/compare-cel.py` holds us against one.
extension ExpressionBench {
    /// No port of administration is open to the internet.
    static let rule = """
        !resource.SecurityGroupIngress.exists(r, r.CidrIp == '0.0.0.0/0' && (r.IpProtocol == '-1' \
        || params.ports.exists(p, r.FromPort <= p && p <= r.ToPort)))
        """

    /// A group of five rules, two of them open on other ports.
    static let resource = """
        {"SecurityGroupIngress":[\
        {"IpProtocol":"tcp","FromPort":443,"ToPort":443,"CidrIp":"0.0.0.0/0"},\
        {"IpProtocol":"tcp","FromPort":80,"ToPort":80,"CidrIp":"0.0.0.0/0"},\
        {"IpProtocol":"tcp","FromPort":22,"ToPort":22,"CidrIp":"10.0.0.0/8"},\
        {"IpProtocol":"udp","FromPort":53,"ToPort":53,"CidrIp":"10.0.0.0/8"},\
        {"IpProtocol":"tcp","FromPort":8000,"ToPort":9000,"CidrIp":"192.168.0.0/16"}]}
        """

    static let params = #"{"ports":[22,3389]}"#

    /// Rule and variables as one line of JSON.
    static func describe() throws {
        let line = FlatValue(map: [
            ("rule", FlatValue(rule)), ("resource", try FlatValue(json: resource)),
            ("params", try FlatValue(json: params)),
        ])
        Terminal.line(line.description)
    }

    private func plainRule() -> Double {
        let host = PlainHost()
        var names = NameTable()
        let environment = Environment(variables: [
            .init("resource", .map(.string, .dyn)), .init("params", .map(.string, .dyn)),
        ])
        guard let program = try? Program(Self.rule, in: environment, names: &names) else {
            preconditionFailure("the rule of the bench compiles")
        }
        let evaluator = Expressions.Evaluator()
        guard case .bool(true) = evaluator.evaluate(program, in: host) else {
            preconditionFailure("the rule of the bench holds")
        }
        return median { _ = evaluator.evaluate(program, in: host) }
    }
}

/// Gives the variables of the plain rule.
private final class PlainHost: Activation {
    private let values: [Value]

    init() {
        values = [ExpressionBench.resource, ExpressionBench.params].map { text in
            (try? FlatValue(json: text)).map { Value(flat: $0) } ?? .null
        }
    }

    func variable(_ index: Int) -> Value { values[index] }
    func field(_ name: Int32, of object: ObjectHandle) -> Value? { nil }
    func call(_ function: Int, _ arguments: [Value]) -> Value { .null }
}
