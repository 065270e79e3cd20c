internal import Expressions
internal import JSONTokens

/// Rules of Azure network security groups, as the property securityRules holds them.
///
/// - `rule.allowsInternet()`: true for an inbound rule that allows a source as wide as the internet: `*`, `Any`,
///   `Internet` or such a block, alone or in a list. Example: `resource.securityRules.exists(r, r.allowsInternet())`.
/// - `rule.deniesInternet()`: true for an inbound rule that denies every source and destination.
/// - `rule.coversPort(protocol, port)`: true if the rule's protocol is the given one or every one, and one of its
///   destination ranges contains the port. Example: `r.coversPort('tcp', 22)`.
enum AzureRuleFunctions {
    private static let rule = KindTypes.elementType(
        of: "Microsoft.Network/networkSecurityGroups", "securityRules")

    static let all = [
        FunctionDeclaration(
            method: "allowsInternet", on: rule, returns: .bool, .unary { .bool(isInternet($0, "allow")) }),
        FunctionDeclaration(
            method: "deniesInternet", on: rule, returns: .bool,
            .unary { .bool(isInternet($0, "deny") && coversEveryDestination($0)) }),
        FunctionDeclaration(
            method: "coversPort", on: rule, [.string, .int], returns: .bool,
            .general { .bool(covers($0[0], $0[1].readText, $0[2].readInt ?? -1)) }),
    ]

    private static func isInternet(_ rule: Value, _ access: String) -> Bool {
        guard let view = rule.view, text(view, "access") == access, text(view, "direction") == "inbound"
        else {
            return false
        }
        return texts(view, "sourceAddressPrefix", "sourceAddressPrefixes").contains(where: isEverywhere)
    }

    private static func isEverywhere(_ source: String) -> Bool {
        switch source.lowercased() {
        case "*", "any", "internet", "<nw>/0", "/0": true
        default: AddressBlock(source)?.isInternet ?? false
        }
    }

    private static func coversEveryDestination(_ rule: Value) -> Bool {
        guard let view = rule.view else { return false }
        let sources = texts(view, "sourcePortRange", "sourcePortRanges")
        let targets = texts(view, "destinationAddressPrefix", "destinationAddressPrefixes")
        return (sources.isEmpty || sources.contains("*")) && targets.contains(where: isEverything)
    }

    private static func isEverything(_ target: String) -> Bool {
        ["*", "any", "0.0.0.0/0"].contains(target.lowercased())
    }

    private static func covers(_ rule: Value, _ wanted: String, _ port: Int64) -> Bool {
        guard let view = rule.view else { return false }
        let name = text(view, "protocol")
        guard name == "*" || name == "any" || name == wanted.lowercased() else { return false }
        return texts(view, "destinationPortRange", "destinationPortRanges").contains { contains($0, port) }
    }

    private static func contains(_ range: String, _ port: Int64) -> Bool {
        PortRange(range)?.contains(port) ?? false
    }

    private static func text(_ view: FlatView, _ name: String) -> String {
        view.member(name)?.string?.lowercased() ?? ""
    }

    private static func texts(_ view: FlatView, _ single: String, _ several: String) -> [String] {
        ((view.member(single)?.texts ?? []) + (view.member(several)?.texts ?? [])).filter { !$0.isEmpty }
    }
}

/// A port, a range of ports, or every port, as Azure and GCP write them.
struct PortRange {
    private let range: ClosedRange<Int64>

    /// Reads `22`, `20-25` or `*`; nil if the text is none of them.
    init?(_ text: String) {
        let text = text.filter { $0 != " " }
        if text == "*" {
            range = 0...65535
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int64($0) }
        guard (1...2).contains(parts.count), let first = parts[0], let last = parts[parts.count - 1],
            first <= last
        else { return nil }
        range = first...last
    }

    /// True if the port lies in the range.
    func contains(_ port: Int64) -> Bool { range.contains(port) }
}
