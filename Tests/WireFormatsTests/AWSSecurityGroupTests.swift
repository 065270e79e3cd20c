import Testing

/// One record and what it must decode to.
struct AWSCase: CustomTestStringConvertible, Sendable {
    let claim: String
    let record: String
    let expected: [String]
    var testDescription: String { claim }

    init(_ claim: String, _ record: String, _ expected: [String]) {
        self.claim = claim
        self.record = record
        self.expected = expected
    }
}

@Suite struct AWSSecurityGroupTests {
    static let group = "AWS::EC2::SecurityGroup aws:111122223333 eu-west-1 sg-1"
    static let ssh = #"{"CidrIp":"0.0.0.0/0","FromPort":22,"IpProtocol":"tcp","ToPort":22}"#

    static let cases: [AWSCase] = [
        AWSCase(
            "a new group has its defaults",
            cloudTrailRecord(
                "ec2", "CreateSecurityGroup",
                request: #"""
                    {"groupName":"web","groupDescription":"d","vpcId":"vpc-1","tagSpecificationSet":{"items":[
                    {"resourceType":"security-group","tags":[{"key":"a","value":"b"}]}]}}
                    """#, response: #"{"_return":true,"groupId":"sg-1"}"#),
            [
                "create \(group)", #"GroupName = "web""#, #"GroupDescription = "d""#, #"VpcId = "vpc-1""#,
                "SecurityGroupIngress = default []",
                #"SecurityGroupEgress = default [{"CidrIp":"0.0.0.0/0","IpProtocol":"-1"}]"#,
                ##"Tags = [#a {"Key":"a","Value":"b"}]"##,
            ]),
        AWSCase(
            "a new group without an id is blind",
            cloudTrailRecord("ec2", "CreateSecurityGroup", request: #"{"groupName":"web"}"#),
            ["blind"] + unnamed("AWS::EC2::SecurityGroup")),
        AWSCase(
            "a deletion by id",
            cloudTrailRecord("ec2", "DeleteSecurityGroup", request: #"{"groupId":"sg-1"}"#),
            ["delete \(group)"]),
        AWSCase(
            "a deletion by name is blind",
            cloudTrailRecord("ec2", "DeleteSecurityGroup", request: #"{"groupName":"web"}"#),
            ["blind"] + unnamed("AWS::EC2::SecurityGroup")),
        AWSCase(
            "the answer's rules carry their ids",
            cloudTrailRecord(
                "ec2", "AuthorizeSecurityGroupIngress",
                request: #"{"groupId":"sg-1","ipPermissions":{"items":[]}}"#,
                response: #"""
                    {"_return":true,"securityGroupRuleSet":{"items":[{"groupId":"sg-1","groupOwnerId":"111122223333",
                    "securityGroupRuleId":"sgr-1","isEgress":false,"ipProtocol":"tcp","fromPort":22,"toPort":22,
                    "cidrIpv4":"208.236.235.254/0"}]}}
                    """#),
            ["modify \(group)", "SecurityGroupIngress + #sgr-1 \(ssh)"]),
        AWSCase(
            "each source is a rule of its own",
            cloudTrailRecord(
                "ec2", "AuthorizeSecurityGroupIngress",
                request: #"""
                    {"groupId":"sg-1","ipPermissions":{"items":[{"ipProtocol":"6","fromPort":22,"toPort":"22",
                    "groups":{"items":[{"groupId":"sg-2","userId":"111122223333"},{"groupId":"sg-3","userId":"9"}]},
                    "ipRanges":{"items":[{"cidrIp":"0.0.0.0/0","description":"x"}]},
                    "ipv6Ranges":{"items":[{"cidrIpv6":"2001:DB8:0:0::1/32"}]},
                    "prefixListIds":{"items":[{"prefixListId":"pl-1"}]}}]}}
                    """#),
            [
                "modify \(group)", "SecurityGroupIngress + \(ssh)",
                #"SecurityGroupIngress + {"CidrIpv6":"2001:db8::/32","FromPort":22,"IpProtocol":"tcp","ToPort":22}"#,
                #"SecurityGroupIngress + {"FromPort":22,"IpProtocol":"tcp","SourcePrefixListId":"pl-1","ToPort":22}"#,
                #"SecurityGroupIngress + {"FromPort":22,"IpProtocol":"tcp","SourceSecurityGroupId":"sg-2","ToPort":22}"#,
                #"SecurityGroupIngress + {"FromPort":22,"IpProtocol":"tcp","SourceSecurityGroupId":"sg-3","#
                    + #""SourceSecurityGroupOwnerId":"9","ToPort":22}"#,
            ]),
        AWSCase(
            "plain lists count as lists",
            cloudTrailRecord(
                "ec2", "AuthorizeSecurityGroupEgress",
                request: #"""
                    {"groupId":"sg-1","ipPermissions":[{"ipProtocol":"-1","fromPort":-1,"toPort":-1,
                    "ipRanges":[{"cidrIp":"10.1.2.3/8"}]}]}
                    """#),
            ["modify \(group)", #"SecurityGroupEgress + {"CidrIp":"10.0.0.0/8","IpProtocol":"-1"}"#]),
        AWSCase(
            "flat fields of old calls",
            cloudTrailRecord(
                "ec2", "AuthorizeSecurityGroupIngress",
                request:
                    #"{"groupId":"sg-1","ipPermissions":{},"cidrIp":"0.0.0.0/0","ipProtocol":"TCP","fromPort":22,"toPort":22}"#
            ),
            ["modify \(group)", "SecurityGroupIngress + \(ssh)"]),
        AWSCase(
            "a rule whose source is only a name is unknown",
            cloudTrailRecord(
                "ec2", "AuthorizeSecurityGroupIngress",
                request: #"""
                    {"groupId":"sg-1","ipPermissions":{"items":[{"ipProtocol":"tcp","fromPort":1,"toPort":2,
                    "groups":{"items":[{"groupName":"elb","userId":"amazon-elb"}]}}]}}
                    """#), ["modify \(group)", "SecurityGroupIngress = ?"]),
        AWSCase(
            "a rule with an unreadable port is unknown",
            cloudTrailRecord(
                "ec2", "AuthorizeSecurityGroupIngress",
                request:
                    #"{"groupId":"sg-1","cidrIp":"0.0.0.0/0","ipProtocol":"tcp","fromPort":"x","toPort":22}"#),
            ["modify \(group)", "SecurityGroupIngress = ?"]),
        AWSCase(
            "a revocation by content",
            cloudTrailRecord(
                "ec2", "RevokeSecurityGroupIngress",
                request: #"""
                    {"groupId":"sg-1","ipPermissions":{"items":[{"ipProtocol":"tcp","fromPort":22,"toPort":22,
                    "ipRanges":{"items":[{"cidrIp":"0.0.0.0/0"}]}}]}}
                    """#, response: #"{"_return":true}"#),
            ["modify \(group)", "SecurityGroupIngress - \(ssh)"]),
        AWSCase(
            "a revocation by id and by the answer's content",
            cloudTrailRecord(
                "ec2", "RevokeSecurityGroupEgress",
                request: #"""
                    {"groupId":"sg-1","securityGroupRuleIds":{"items":[{"securityGroupRuleId":"sgr-1"},
                    {"securityGroupRuleId":"sgr-2"}]}}
                    """#,
                response: #"""
                    {"revokedSecurityGroupRuleSet":{"items":[{"securityGroupRuleId":"sgr-1","groupId":"sg-1",
                    "isEgress":true,"ipProtocol":"-1","fromPort":-1,"toPort":-1,"cidrIpv4":"0.0.0.0/0"}]}}
                    """#),
            [
                "modify \(group)", "SecurityGroupEgress - #sgr-2",
                #"SecurityGroupEgress - {"CidrIp":"0.0.0.0/0","IpProtocol":"-1"}"#,
            ]),
        AWSCase(
            "a modification in the nested style",
            cloudTrailRecord(
                "ec2", "ModifySecurityGroupRules",
                request: #"""
                    {"ModifySecurityGroupRulesRequest":{"GroupId":"sg-1","SecurityGroupRule":{"tag":1,
                    "SecurityGroupRuleId":"sgr-1","SecurityGroupRule":{"IpProtocol":"tcp","FromPort":22,"ToPort":22,
                    "CidrIpv4":"0.0.0.0/0"}}}}
                    """#, response: #"{"ModifySecurityGroupRulesResponse":{"return":true}}"#),
            [
                "modify \(group)", "SecurityGroupIngress #sgr-1 ~ \(ssh)",
                "SecurityGroupEgress #sgr-1 ~ \(ssh)",
            ]),
        AWSCase(
            "a modification in the list style",
            cloudTrailRecord(
                "ec2", "ModifySecurityGroupRules",
                request: #"""
                    {"groupId":"sg-1","securityGroupRules":{"items":[{"securityGroupRuleId":"sgr-1","securityGroupRule":
                    {"ipProtocol":"tcp","fromPort":22,"toPort":22,"cidrIpv4":"0.0.0.0/0"}}]}}
                    """#),
            [
                "modify \(group)", "SecurityGroupIngress #sgr-1 ~ \(ssh)",
                "SecurityGroupEgress #sgr-1 ~ \(ssh)",
            ]),
        AWSCase(
            "a modification without content is unknown",
            cloudTrailRecord("ec2", "ModifySecurityGroupRules", request: #"{"groupId":"sg-1"}"#),
            ["modify \(group)", "SecurityGroupIngress = ?", "SecurityGroupEgress = ?"]),
        AWSCase(
            "an unknown name on groups is blind and touches them",
            cloudTrailRecord("ec2", "FrobSecurityGroup", request: #"{"x":{"GroupId":"sg-1"}}"#),
            ["blind", "touch \(group)"]),
        AWSCase(
            "descriptions are no property",
            cloudTrailRecord(
                "ec2", "UpdateSecurityGroupRuleDescriptionsIngress", request: #"{"groupId":"sg-1"}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a rule of another account's group is foreign",
            cloudTrailRecord(
                "ec2", "AuthorizeSecurityGroupIngress", request: #"{"groupId":"sg-1"}"#,
                response: #"""
                    {"securityGroupRuleSet":{"items":[{"groupId":"sg-1","groupOwnerId":"999","ipProtocol":"tcp",
                    "fromPort":22,"toPort":22,"cidrIpv4":"0.0.0.0/0"}]}}
                    """#), ["irrelevant foreign"]),
        AWSCase(
            "tags of governed resources only",
            cloudTrailRecord(
                "ec2", "CreateTags",
                request: #"""
                    {"resourcesSet":{"items":[{"resourceId":"vol-1"},{"resourceId":"sg-1"},{"resourceId":"sg-2"}]},
                    "tagsSet":{"items":[{"key":"Env","value":"dev"},{"key":"n","value":true}]}}
                    """#, response: #"{"unsuccessfulSet":{"items":[{"resourceId":"sg-2"}]}}"#),
            [
                "modify \(group)", ##"Tags #Env := {"Key":"Env","Value":"dev"}"##,
                ##"Tags #n := {"Key":"n","Value":"true"}"##,
            ]),
        AWSCase(
            "hidden tags are unknown",
            cloudTrailRecord(
                "ec2", "CreateTags",
                request: #"""
                    {"resourcesSet":{"items":[{"resourceId":"sg-1"}]},
                    "tagsSet":{"items":[{"key":"Env","value":"HIDDEN_DUE_TO_SECURITY_REASONS"}]}}
                    """#), ["modify \(group)", "Tags = ?"]),
        AWSCase(
            "tags go by key, by key and value, or all",
            cloudTrailRecord(
                "ec2", "DeleteTags",
                request: #"""
                    {"resourcesSet":{"items":[{"resourceId":"sg-1"}]},
                    "tagsSet":{"items":[{"key":"a"},{"key":"b","value":"c"}]}}
                    """#), ["modify \(group)", "Tags - #a", #"Tags - {"Key":"b","Value":"c"}"#]),
        AWSCase(
            "tags of other resources are not governed",
            cloudTrailRecord(
                "ec2", "CreateTags", request: #"{"resourcesSet":{"items":[{"resourceId":"vol-1"}]}}"#),
            ["irrelevant not-governed"]),
    ]

    @Test(arguments: cases) func `a security group event decodes to its changes`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }

    static let blocks: [(given: String, kept: String?)] = [
        ("10.1.2.3/8", "10.0.0.0/8"), ("10.1.2.3", "10.1.2.3/32"), ("1.2.3.4/0", "0.0.0.0/0"),
        ("10.0.0.0/33", nil), ("256.0.0.0/8", nil), ("+1.0.0.0/8", nil), ("1.2.3/8", nil), ("", nil),
        ("10.0.0.0/8/8", nil),
        ("::/0", "::/0"), ("0:0:0:0:0:0:0:0/0", "::/0"), ("2001:0DB8:0:1:0:0:0:1/128", "2001:db8:0:1::1/128"),
        ("1:0:0:2:0:0:3:4/128", "1::2:0:0:3:4/128"), ("1:0:2:3:4:5:6:7/128", "1:0:2:3:4:5:6:7/128"),
        ("2001:db8:ffff:ffff::/36", "2001:db8:f000::/36"), ("::ffff:1.2.3.4/128", "::ffff:102:304/128"),
        ("1::2::3/64", nil), ("1:2:3:4:5:6:7:8:9/64", nil), ("1:2:3:4:5:6:7/64", nil), ("12345::/16", nil),
        ("::/129", nil),
    ]

    @Test(arguments: blocks) func `address blocks have one canonical form`(_ given: String, _ kept: String?) {
        let field = given.contains(":") ? "cidrIpv6" : "cidrIp"
        let record = cloudTrailRecord(
            "ec2", "AuthorizeSecurityGroupIngress",
            request: #"{"groupId":"sg-1","ipProtocol":"-1","\#(field)":"\#(given)"}"#)
        let name = given.contains(":") ? "CidrIpv6" : "CidrIp"
        let wanted = kept.map { #"SecurityGroupIngress + {"\#(name)":"\#($0)","IpProtocol":"-1"}"# }
        #expect(decoded(record).last == wanted ?? "SecurityGroupIngress = ?")
    }
}
