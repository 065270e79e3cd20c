internal import CloudModel
internal import Expressions
internal import JSONTokens

/// Rules of AWS security groups, as the properties SecurityGroupIngress and SecurityGroupEgress hold them.
enum AWSRuleFunctions {
    static let group = FunctionGroup(
        "Security groups of AWS",
        [openRules(.v4), openRules(.v6), admitsIPv4, admitsIPv6, admitsPort, ipPermission])

    private static let rules = ["SecurityGroupIngress", "SecurityGroupEgress"].map { property in
        KindTypes.elementType(of: "AWS::EC2::SecurityGroup", property)
    }

    private static let ssh = "{'IpProtocol': 'tcp', 'FromPort': 20, 'ToPort': 25, 'CidrIp': '0.0.0.0/0'}"

    private static func openRules(_ family: AddressRanges.Family) -> CloudFunction {
        let name = family == .v4 ? "openToIPv4Internet" : "openToIPv6Internet"
        let field = family == .v4 ? "CidrIp" : "CidrIpv6"
        let everything = family == .v4 ? "0.0.0.0/0" : "::/0"
        let halves = family == .v4 ? ["0.0.0.0/1", "128.0.0.0/1"] : ["2000::/4", "3000::/4"]
        let rule = "{'\(field)': '\(everything)', 'IpProtocol': '-1'}"
        return CloudFunction(
            "rules.\(name)(protocols, ports, options)",
            """
            The rules that open one of the ports over one of the protocols to the \(family == .v4 ? "IPv4" : "IPv6") \
            internet, alone or, where several hold a part each, together. Protocol -1 covers every port; types and codes of \
            ICMP are no ports. Blocks are the internet if they hold as many public addresses as a prefix of \
            `maximumPublicPrefix` bits does (\(AddressRanges.maximumPublicPrefix(family)) unless the options say \
            otherwise). A rule that points at a prefix list is unknown, unless the option `prefixLists` maps the list's id \
            to its blocks. The options may be left out.
            """,
            examples: [
                ("dyn([\(rule)]).\(name)(['tcp'], [22]).size()", "1"),
                (
                    "dyn([{'IpProtocol': 'icmp', 'FromPort': 22, 'ToPort': 22, '\(field)': '\(everything)'}]).\(name)(['tcp'], [22])",
                    "[]"
                ),
                (
                    "dyn(\(halves).map(b, {'IpProtocol': 'tcp', '\(field)': b})).\(name)(['tcp'], [22]).size()"
                        .replacing("\"", with: "'"), "2"
                ),
                (
                    "dyn([{'IpProtocol': '-1', 'SourcePrefixListId': 'pl-1'}]).\(name)(['tcp'], [22])",
                    "unknown"
                ),
                (
                    "dyn([{'IpProtocol': '-1', 'SourcePrefixListId': 'pl-1'}]).\(name)(['tcp'], [22], "
                        + "{'prefixLists': {'pl-1': ['\(everything)']}}).size()", "1"
                ),
            ],
            rules.flatMap { rule in openRules(name, family, rule) })
    }

    /// With and without options.
    private static func openRules(
        _ name: String, _ family: AddressRanges.Family, _ rule: ExpressionType
    ) -> [FunctionDeclaration] {
        let asked: [ExpressionType] = [.list(.string), .list(.int)]
        return [asked, asked + [.map(.string, .dyn)]].map { parameters in
            var declaration = FunctionDeclaration(
                method: name, on: .list(rule), parameters, returns: .list(rule),
                .general { open(family, $0) })
            declaration.acceptsIncompleteLists = true
            return declaration
        }
    }

    private static let admitsIPv4 = CloudFunction(
        "rule.admitsIPv4Internet()",
        "True if the rule's CidrIp alone is the internet; unknown if the rule points at a prefix list.",
        examples: [
            ("dyn(\(ssh)).admitsIPv4Internet()", "true"),
            ("dyn({'CidrIp': '10.0.0.0/8'}).admitsIPv4Internet()", "false"),
            ("dyn({'SourcePrefixListId': 'pl-1'}).admitsIPv4Internet()", "unknown"),
        ],
        rules.map { rule in
            FunctionDeclaration(
                method: "admitsIPv4Internet", on: rule, returns: .bool, .unary { admitsInternet($0, .v4) })
        })

    private static let admitsIPv6 = CloudFunction(
        "rule.admitsIPv6Internet()",
        "True if the rule's CidrIpv6 alone is the internet; unknown if the rule points at a prefix list.",
        examples: [
            ("dyn({'CidrIpv6': '2000::/3'}).admitsIPv6Internet()", "true"),
            ("dyn(\(ssh)).admitsIPv6Internet()", "false"),
        ],
        rules.map { rule in
            FunctionDeclaration(
                method: "admitsIPv6Internet", on: rule, returns: .bool, .unary { admitsInternet($0, .v6) })
        })

    private static let admitsPort = CloudFunction(
        "rule.admitsPort(protocol, port)",
        "True if the rule's protocol is the given one or every one, and its range of ports contains the port.",
        examples: [
            ("dyn(\(ssh)).admitsPort('tcp', 22)", "true"), ("dyn(\(ssh)).admitsPort('udp', 22)", "false"),
            ("dyn({'IpProtocol': '-1'}).admitsPort('udp', 53)", "true"),
        ],
        rules.map { rule in
            FunctionDeclaration(
                method: "admitsPort", on: rule, [.string, .int], returns: .bool,
                .general { arguments in
                    guard let view = arguments[0].view else { return .bool(false) }
                    let rule = SecurityGroupRule(view: view)
                    return .bool(rule.admits(ProtocolName(arguments[1].readText), arguments[2].readInt ?? -1))
                })
        })

    private static let ipPermission = CloudFunction(
        "rule.ipPermission()", "The rule as the EC2 API takes it in `IpPermissions`.",
        examples: [
            (
                "dyn(\(ssh)).ipPermission()",
                #"{"FromPort":20,"IpProtocol":"tcp","IpRanges":[{"CidrIp":"0.0.0.0/0"}],"ToPort":25}"#
            )
        ],
        rules.map { rule in
            FunctionDeclaration(
                method: "ipPermission", on: rule, returns: .map(.string, .dyn),
                .unary { Value(flat: IPPermission.flat($0.view)) })
        })

    private static func admitsInternet(_ rule: Value, _ family: AddressRanges.Family) -> Value {
        guard let view = rule.view else { return .bool(false) }
        let rule = SecurityGroupRule(view: view)
        if let list = view.member("SourcePrefixListId")?.string {
            return .unknown(OpenGroup.content(of: list))
        }
        return .bool(rule.block(family).map(AddressBlock.isInternet) ?? false)
    }

    private static func content(_ list: String) -> UnknownSet {
        UnknownSet("the content of prefix list \(list)")
    }

    private static func open(_ family: AddressRanges.Family, _ arguments: [Value]) -> Value {
        let options = arguments.count > 3 ? arguments[3].view : nil
        let prefix =
            options?.member("maximumPublicPrefix")?.int.map(Int.init(clamping:))
            ?? AddressRanges.maximumPublicPrefix(family)
        let answer = OpenGroup(family, arguments[0], maximumPublicPrefix: prefix)
        var rules: [FlatView] = []
        var unknown: UnknownSet?
        if !answer.isNarrow {
            let question = OpenRules(family, arguments[1], arguments[2], maximumPublicPrefix: prefix)
            (rules, unknown) = answer.rules(question, prefixLists: options?.member("prefixLists"))
        }
        if rules.isEmpty, let missing = unknown ?? arguments[0].missingElements { return .unknown(missing) }
        return rules.isEmpty ? noRules : .list(ListValue(rules.map { .flat($0) }))
    }

    private static let noRules = Value.list(ListValue([]))
}
