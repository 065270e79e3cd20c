internal import CloudModel

/// The least privilege that a worker needs for the AWS controls of a catalogue, as an IAM policy.
public struct AccessPolicy: Hashable, Sendable {
    /// Whose role it is for.
    public enum Role: Sendable {
        /// The reader, which answers re-read requests.
        case reader
        /// The remediation worker.
        case remediation
    }

    /// The statement's name.
    public let name: String
    /// The IAM actions, sorted.
    public let actions: [String]

    /// What the AWS controls that a catalogue selects need of a role.
    public init(_ role: Role, for catalog: ControlCatalog) {
        let controls = catalog.controls.filter { $0.subject.schema.provider == .aws }
        switch role {
        case .reader:
            name = "PlumblineRead"
            let kinds = Set(controls.flatMap { [$0.subject] + $0.footprint.others.map(\.kind) })
            let calls = controls.flatMap(\.file.reread) + kinds.flatMap(ListingCalls.calls)
            // Which regions are enabled decides whether any inventory is complete.
            actions = calls.isEmpty ? [] : SDKCall.permissions(for: calls + [Self.regionsCall])
        case .remediation:
            name = "PlumblineRemediate"
            let needed = controls.compactMap(\.remediation).filter(\.hasCalls).flatMap(\.permissions)
            actions = Set(needed).sorted()
        }
    }

    /// The policy document, indented; a policy without actions has no statement.
    public var json: String {
        let lines = actions.map { "        \"\($0)\"" }.joined(separator: ",\n")
        let statement = """
            {
                  "Sid": "\(name)",
                  "Effect": "Allow",
                  "Action": [
            \(lines)
                  ],
                  "Resource": "*"
                }
            """
        return """
            {
              "Version": "2012-10-17",
              "Statement": [\(actions.isEmpty ? "" : "\n    \(statement)\n  ")]
            }

            """
    }

    /// The call that tells which regions an account has enabled.
    static let regionsCall = "ec2:DescribeRegions"
}
