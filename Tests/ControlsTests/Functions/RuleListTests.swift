import Testing

@testable import Controls

@Suite struct RuleListTests {
    private static func rule(
        _ block: String, _ rest: String = "'IpProtocol': 'tcp', 'FromPort': 22, 'ToPort': 22"
    ) -> String {
        "{'CidrIp': '\(block)', \(rest)}"
    }

    private static func open(_ rules: [String], _ options: String = "") throws -> String {
        let list = "dyn([\(rules.joined(separator: ", "))])"
        return try ExpressionProbe.value(
            "\(list).openToIPv4Internet(['tcp', 'udp'], [22, 3389]\(options)).size()")
    }

    private static let parts = ["1.0.0.0/8", "2.0.0.0/8", "3.0.0.0/8"]

    @Test(arguments: [
        ([rule("0.0.0.0/0")], "1"), ([], "0"), (parts.map { rule($0) }, "3"),
        (parts.prefix(1).map { rule($0) }, "0"),
        ([rule("0.0.0.0/0"), rule("1.0.0.0/8")], "1"),
        // Parts on different ports do not add up; on ranges that share one they do.
        ([rule(parts[0]), rule(parts[1], "'IpProtocol': 'tcp', 'FromPort': 80, 'ToPort': 80")], "0"),
        ([rule(parts[0]), rule(parts[1], "'IpProtocol': 'tcp', 'FromPort': 0, 'ToPort': 1024")], "2"),
        ([rule(parts[0]), rule(parts[1], "'IpProtocol': 'udp', 'FromPort': 22, 'ToPort': 22")], "0"),
        ([rule(parts[0]), rule(parts[1], "'IpProtocol': '-1'")], "2"),
        ([rule("0.0.0.0/0", "'IpProtocol': '1', 'FromPort': 22, 'ToPort': 22")], "0"),
        ([rule("0.0.0.0/0", "'IpProtocol': 'icmp', 'FromPort': -1, 'ToPort': -1")], "0"),
        ([rule("0.0.0.0/0", "'IpProtocol': '6', 'FromPort': -1, 'ToPort': -1")], "1"),
        ([rule("0.0.0.0/0", "'IpProtocol': 'tcp', 'FromPort': 23, 'ToPort': 3388")], "0"),
        (["{'IpProtocol': '-1', 'CidrIpv6': '::/0'}"], "0"),
        (["{'IpProtocol': '-1', 'SourceSecurityGroupId': 'sg-1'}"], "0"),
        (["{'IpProtocol': '-1', 'SourcePrefixListId': 'pl-1'}"], "unknown"),
        (["{'IpProtocol': 'tcp', 'FromPort': 443, 'ToPort': 443, 'SourcePrefixListId': 'pl-1'}"], "0"),
        (["{'IpProtocol': '-1', 'SourcePrefixListId': 'pl-1'}", rule("0.0.0.0/0")], "1"),
    ])
    func `rules of a security group are judged together`(rules: [String], count: String) throws {
        #expect(try Self.open(rules) == count)
    }

    @Test(arguments: [
        ("8.0.0.0/16", ", {'maximumPublicPrefix': 16}", "1"),
        ("8.0.0.0/17", ", {'maximumPublicPrefix': 16}", "0"),
        ("0.0.0.0/1", ", {'maximumPublicPrefix': 0}", "0"),
        ("0.0.0.0/6", ", {'maximumPublicPrefix': 5}", "0"),
        ("8.8.8.8/32", ", {'maximumPublicPrefix': 99}", "1"),
        ("0.0.0.0/1", ", {'maximumPublicPrefix': -1}", "0"),
    ])
    func `how small a public block may be is a parameter`(block: String, options: String, count: String)
        throws
    {
        #expect(try Self.open([Self.rule(block)], options) == count)
    }

    @Test(arguments: [
        ("['0.0.0.0/0']", "1"), ("['10.0.0.0/8']", "0"), ("['1.0.0.0/8', '2.0.0.0/8', '3.0.0.0/8']", "1"),
    ])
    func `a prefix list counts by its blocks where they are known`(blocks: String, count: String) throws {
        let rule = "{'IpProtocol': '-1', 'SourcePrefixListId': 'pl-1'}"
        #expect(try Self.open([rule], ", {'prefixLists': {'pl-1': \(blocks)}}") == count)
        #expect(try Self.open([rule], ", {'prefixLists': {'pl-2': \(blocks)}}") == "unknown")
    }

    private static func entry(
        _ number: Int, _ action: String, _ block: String,
        _ rest: String = "'Protocol': '6', 'FromPort': 22, 'ToPort': 22",
        isEgress: Bool = false
    ) -> String {
        "{'RuleNumber': \(number), 'RuleAction': '\(action)', 'Egress': \(isEgress), 'CidrBlock': '\(block)', \(rest)}"
    }

    @Test(arguments: [
        ([entry(100, "allow", "0.0.0.0/0")], "1", "1"), ([entry(100, "deny", "0.0.0.0/0")], "0", "0"),
        ([entry(100, "allow", "0.0.0.0/0"), entry(99, "deny", "0.0.0.0/0")], "0", "1"),
        ([entry(100, "allow", "0.0.0.0/0"), entry(101, "deny", "0.0.0.0/0")], "1", "1"),
        ([entry(100, "allow", "0.0.0.0/0"), entry(99, "deny", "0.0.0.0/0", "'Protocol': '17'")], "1", "1"),
        ([entry(100, "allow", "0.0.0.0/0"), entry(99, "deny", "0.0.0.0/0", "'Protocol': '-1'")], "0", "1"),
        (
            [
                entry(100, "allow", "0.0.0.0/0"), entry(1, "deny", "0.0.0.0/1"),
                entry(2, "deny", "128.0.0.0/1"),
            ], "0", "1"
        ),
        ([entry(100, "allow", "0.0.0.0/0"), entry(1, "deny", "0.0.0.0/1")], "1", "1"),
        (
            [entry(9, "allow", "1.0.0.0/8"), entry(8, "allow", "2.0.0.0/8"), entry(7, "allow", "3.0.0.0/8")],
            "3", "3"
        ),
        (
            [entry(9, "allow", "1.0.0.0/8"), entry(8, "allow", "2.0.0.0/8"), entry(7, "deny", "2.0.0.0/7")],
            "0", "2"
        ),
        ([entry(100, "allow", "0.0.0.0/0", isEgress: true)], "0", "0"),
        ([entry(100, "allow", "0.0.0.0/0", "'Protocol': '1', 'FromPort': 22, 'ToPort': 22")], "0", "0"),
        ([entry(100, "allow", "0.0.0.0/0", "'Protocol': '-1'")], "1", "1"), ([], "0", "0"),
    ])
    func `the first entry of a network ACL that matches decides, if order counts`(
        entries: [String], ordered: String, unordered: String
    ) throws {
        let list = "dyn([\(entries.joined(separator: ", "))])"
        let call = "\(list).entriesOpenToIPv4Internet(['tcp'], [22],"
        #expect(try ExpressionProbe.value("\(call) true).size()") == ordered)
        #expect(try ExpressionProbe.value("\(call) false).size()") == unordered)
    }

    private static func azure(_ priority: Int, _ access: String, _ source: String, _ rest: String = "")
        -> String
    {
        let sources =
            source.hasPrefix("[")
            ? "'sourceAddressPrefixes': \(source)" : "'sourceAddressPrefix': '\(source)'"
        let targets = rest.contains("destinationAddress") ? "" : "'destinationAddressPrefix': '*', "
        let ports = rest.contains("destinationPort") ? "" : "'destinationPortRange': '22', "
        return "{'priority': \(priority), 'access': '\(access)', 'direction': 'Inbound', 'protocol': 'Tcp', "
            + "'sourcePortRange': '*', \(targets)\(ports)\(rest)\(rest.isEmpty ? "" : ", ")\(sources)}"
    }

    @Test(arguments: [
        ([azure(100, "Allow", "*")], "1"), ([azure(100, "Allow", "internet")], "1"),
        ([azure(100, "Allow", "['10.0.0.0/8', '0.0.0.0/0']")], "1"), ([azure(100, "Allow", "::/0")], "1"),
        ([azure(100, "Allow", "AzureLoadBalancer")], "0"), ([azure(100, "Allow", "203.0.113.0/24")], "0"),
        ([azure(100, "Allow", "['1.0.0.0/8', '2.0.0.0/8']")], "1"),
        ([azure(100, "Allow", "1.0.0.0/8"), azure(110, "Allow", "2.0.0.0/8")], "2"),
        ([azure(100, "Allow", "*"), azure(90, "Deny", "Internet")], "0"),
        ([azure(100, "Allow", "*"), azure(110, "Deny", "Internet")], "1"),
        ([azure(100, "Allow", "*"), azure(90, "Deny", "0.0.0.0/0")], "1"),
        ([azure(100, "Allow", "0.0.0.0/0"), azure(90, "Deny", "0.0.0.0/0")], "0"),
        ([azure(100, "Allow", "*"), azure(90, "Deny", "*", "'destinationPortRange': '23'")], "1"),
        (
            [azure(100, "Allow", "*"), azure(90, "Deny", "*", "'destinationPortRanges': ['80', '20-25']")],
            "0"
        ),
        ([azure(100, "Allow", "*"), azure(90, "Deny", "*", "'destinationAddressPrefix': '10.0.0.4'")], "1"),
        ([azure(100, "Allow", "*", "'destinationPortRange': '*'")], "1"),
        ([azure(100, "Allow", "*", "'destinationPortRange': '80'")], "0"),
    ])
    func `rules of Azure are asked by priority`(rules: [String], count: String) throws {
        let list = "dyn([\(rules.joined(separator: ", "))])"
        #expect(try ExpressionProbe.value("\(list).openToInternet(['tcp'], [22]).size()") == count)
    }
}
