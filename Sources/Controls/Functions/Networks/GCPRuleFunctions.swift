internal import Expressions
internal import JSONTokens

/// Firewall rules of GCP.
enum GCPRuleFunctions {
    static let group = FunctionGroup("Firewall rules of GCP", [admitsPort])

    private static let admitsPort = CloudFunction(
        "allowed.admitsFirewallPort(protocol, port)",
        """
        True if the element's protocol is the given one or every one, and it names no ports or a range that contains \
        the port.
        """,
        examples: [
            ("dyn({'IPProtocol': 'tcp', 'ports': ['20-25']}).admitsFirewallPort('tcp', 22)", "true"),
            ("dyn({'IPProtocol': 'tcp'}).admitsFirewallPort('tcp', 22)", "true"),
            ("dyn({'IPProtocol': 'icmp'}).admitsFirewallPort('tcp', 22)", "false"),
        ],
        ["allowed", "denied"].map { property in
            FunctionDeclaration(
                method: "admitsFirewallPort",
                on: KindTypes.elementType(of: "compute.googleapis.com/Firewall", property),
                [.string, .int], returns: .bool,
                .general { .bool(admits($0[0], $0[1].readText, $0[2].readInt ?? -1)) })
        })

    private static func admits(_ entry: Value, _ wanted: String, _ port: Int64) -> Bool {
        guard let view = entry.view, let name = view.member("IPProtocol")?.string?.lowercased() else {
            return false
        }
        if name == "all" { return true }
        let number = ["tcp": "6", "udp": "17"][wanted.lowercased()]
        guard name == wanted.lowercased() || name == number else { return false }
        let ports = view.member("ports")?.texts ?? []
        return ports.isEmpty || ports.contains { PortRange($0)?.contains(port) ?? false }
    }
}
