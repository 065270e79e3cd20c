import Testing

/// Baselines of EC2's kinds: AWS Config items and records in CloudFormation's spelling.
@Suite struct InventoryNetworkTests {
    static func item(_ type: String, _ id: String, _ configuration: String) -> String {
        InventoryConfigTests.item(type, id, configuration: configuration, tags: #"{"a":"b"}"#)
    }
    static let tags = ##"Tags = [#a {"Key":"a","Value":"b"}]"##

    static let configCases: [AWSCase] = [
        AWSCase(
            "an instance",
            item(
                "AWS::EC2::Instance", "i-1",
                #"""
                {"instanceId":"i-1","state":{"code":16,"name":"running"},"subnetId":"subnet-1","vpcId":"vpc-1","tags":[],
                "metadataOptions":{"state":"applied","httpTokens":"optional","httpPutResponseHopLimit":1,
                "httpEndpoint":"enabled"},"iamInstanceProfile":{"arn":"\#(AWSEC2Tests.profileARN)","id":"AIPA1"},
                "securityGroups":[{"groupName":"g","groupId":"sg-1"}]}
                """#),
            [
                "modify \(AWSEC2Tests.instance)", #"VpcId = "vpc-1""#,
                #"SubnetId = "subnet-1""#, #"IamInstanceProfile = "web""#,
                #"MetadataOptions = {"HttpEndpoint":"enabled","HttpPutResponseHopLimit":1,"HttpTokens":"optional"}"#,
                #"SecurityGroupIds = ["sg-1"]"#, tags,
            ]),
        AWSCase(
            "an old item says nothing of metadata options",
            item("AWS::EC2::Instance", "i-1", #"{"instanceId":"i-1","vpcId":"vpc-1","subnetId":"subnet-1"}"#),
            [
                "modify \(AWSEC2Tests.instance)", #"VpcId = "vpc-1""#, #"SubnetId = "subnet-1""#,
                "IamInstanceProfile = null", tags,
            ]),
        AWSCase(
            "a network ACL",
            item(
                "AWS::EC2::NetworkAcl", "acl-1",
                #"""
                {"networkAclId":"acl-1","vpcId":"vpc-1","isDefault":true,"entries":[{"ruleNumber":100,"protocol":"6",
                "ruleAction":"allow","egress":false,"cidrBlock":"0.0.0.0/0","portRange":{"from":22,"to":22}}]}
                """#),
            [
                "modify \(AWSNetworkTests.acl)", #"VpcId = "vpc-1""#, "IsDefault = true",
                ##"Entries = [#ingress:100 {"CidrBlock":"0.0.0.0/0","Egress":false,"FromPort":22,"Protocol":"6","##
                    + #""RuleAction":"allow","RuleNumber":100,"ToPort":22}]"#, tags,
            ]),
        AWSCase(
            "a route table and the subnets that use it",
            item(
                "AWS::EC2::RouteTable", "rtb-1",
                #"""
                {"routeTableId":"rtb-1","vpcId":"vpc-1","routes":[{"destinationCidrBlock":"0.0.0.0/0","gatewayId":"igw-1",
                "state":"active","origin":"CreateRoute"}],"associations":[{"routeTableAssociationId":"rtbassoc-1",
                "routeTableId":"rtb-1","main":true},{"routeTableAssociationId":"rtbassoc-1","routeTableId":"rtb-1",
                "subnetId":"subnet-1","main":false}]}
                """#),
            [
                "modify \(AWSNetworkTests.table)", #"RouteTableId = "rtb-1""#, #"VpcId = "vpc-1""#,
                "IsMain = true",
                ##"Routes = [#0.0.0.0/0 {"DestinationCidrBlock":"0.0.0.0/0","GatewayId":"igw-1"}]"##, tags,
                "modify \(AWSNetworkTests.association)", #"RouteTableId = "rtb-1""#,
                #"SubnetId = "subnet-1""#,
            ]),
        AWSCase(
            "a flow log",
            item(
                "AWS::EC2::FlowLog", "fl-1",
                #"""
                {"flowLogId":"fl-1","flowLogStatus":"ACTIVE","resourceId":"vpc-1","trafficType":"ALL",
                "logDestinationType":"cloud-watch-logs","logGroupName":"g"}
                """#),
            [
                "modify \(AWSNetworkTests.flowLog)", #"TrafficType = "ALL""#,
                #"LogDestinationType = "cloud-watch-logs""#, #"LogGroupName = "g""#, #"ResourceId = "vpc-1""#,
                #"FlowLogStatus = "ACTIVE""#, tags,
            ]),
        AWSCase(
            "a peering connection",
            item(
                "AWS::EC2::VPCPeeringConnection", "pcx-1",
                #"""
                {"accepterVpcInfo":{"cidrBlock":"10.0.0.0/28","cidrBlockSet":[{"cidrBlock":"10.0.0.0/28"}],
                "ownerId":"111122223333","vpcId":"vpc-2","region":"eu-west-1"},"requesterVpcInfo":{"vpcId":"vpc-1",
                "cidrBlock":"10.0.1.0/28"},"status":{"code":"active"}}
                """#),
            [
                "modify \(AWSNetworkTests.peering)", #"VpcId = "vpc-1""#, #"PeerVpcId = "vpc-2""#,
                #"PeerOwnerId = "111122223333""#, #"PeerRegion = "eu-west-1""#,
                #"RequesterCidrBlocks = ["10.0.1.0/28"]"#, #"AccepterCidrBlocks = ["10.0.0.0/28"]"#,
                #"StatusCode = "active""#, tags,
            ]),
        AWSCase(
            "a VPC and its blocks",
            item(
                "AWS::EC2::VPC", "vpc-1",
                #"""
                {"vpcId":"vpc-1","cidrBlock":"10.0.0.0/16","isDefault":false,"cidrBlockAssociationSet":[
                {"associationId":"vpc-cidr-assoc-1","cidrBlock":"10.0.0.0/16","cidrBlockState":{"state":"associated"}},
                {"associationId":"vpc-cidr-assoc-2","cidrBlock":"10.1.0.0/16","cidrBlockState":{"state":"disassociated"}}]}
                """#),
            [
                "modify \(AWSNetworkTests.vpc)", #"VpcId = "vpc-1""#, #"CidrBlock = "10.0.0.0/16""#,
                "IsDefault = false",
                ##"CidrBlockAssociationSet = [#vpc-cidr-assoc-1 {"CidrBlock":"10.0.0.0/16"}]"##, tags,
            ]),
        AWSCase(
            "a subnet",
            item("AWS::EC2::Subnet", "subnet-1", #"{"subnetId":"subnet-1","vpcId":"vpc-1","cidrBlock":"x"}"#),
            [
                "modify \(AWSNetworkTests.subnet)", #"SubnetId = "subnet-1""#, #"VpcId = "vpc-1""#,
                #"CidrBlock = "x""#, tags,
            ]),
        AWSCase(
            "a VPC endpoint",
            item(
                "AWS::EC2::VPCEndpoint", "vpce-1",
                #"""
                {"vpcEndpointId":"vpce-1","vpcEndpointType":"Gateway","vpcId":"vpc-1","serviceName":"s","state":"Available",
                "policyDocument":"{}","routeTableIds":["rtb-1"]}
                """#),
            [
                "modify \(AWSNetworkTests.endpoint)", #"VpcId = "vpc-1""#, #"ServiceName = "s""#,
                #"VpcEndpointType = "Gateway""#, #"State = "available""#, "PolicyDocument = {}",
                #"RouteTableIds = ["rtb-1"]"#, tags,
            ]),
        AWSCase(
            "a terminated instance is gone although it is listed",
            item(
                "AWS::EC2::Instance", "i-1", #"{"instanceId":"i-1","state":{"code":48,"name":"terminated"}}"#),
            ["delete \(AWSEC2Tests.instance)"]),
        AWSCase(
            "an instance gone",
            InventoryConfigTests.item("AWS::EC2::Instance", "i-1", status: "ResourceDeleted"),
            ["delete \(AWSEC2Tests.instance)"]),
    ]

    static func record(_ kind: String, _ id: String, _ properties: String) -> String {
        """
        {"account":"111122223333","region":"eu-west-1","kind":"\(kind)","id":"\(id)",\
        "observed_at":"2024-05-06T07:08:09Z","properties":\(properties)}
        """
    }

    static let recordCases: [AWSCase] = [
        AWSCase(
            "an instance as CloudFormation and as EC2 spell it",
            record(
                "AWS::EC2::Instance", "i-1",
                #"""
                {"State":{"Code":"16","Name":"running"},"IamInstanceProfile":null,"SecurityGroupIds":["sg-1"],
                "MetadataOptions":{"HttpTokens":"required","HttpEndpoint":"enabled","HttpProtocolIpv6":"disabled"}}
                """#),
            [
                "modify \(AWSEC2Tests.instance)", "IamInstanceProfile = null",
                #"MetadataOptions = {"HttpEndpoint":"enabled","HttpTokens":"required"}"#,
                #"SecurityGroupIds = ["sg-1"]"#,
            ]),
        AWSCase(
            "a terminated instance is gone although it is listed",
            record("AWS::EC2::Instance", "i-1", #"{"State":"terminated"}"#),
            ["delete \(AWSEC2Tests.instance)"]),
        AWSCase(
            "an ACL's entries in CloudFormation's spelling",
            record(
                "AWS::EC2::NetworkAcl", "arn:aws:ec2:eu-west-1:111122223333:network-acl/acl-1",
                #"""
                {"Entries":[{"RuleNumber":100,"Protocol":6,"RuleAction":"allow","Egress":false,"CidrBlock":"0.0.0.0/0",
                "PortRange":{"From":22,"To":22}}]}
                """#),
            [
                "modify \(AWSNetworkTests.acl)",
                ##"Entries = [#ingress:100 {"CidrBlock":"0.0.0.0/0","Egress":false,"FromPort":22,"Protocol":"6","##
                    + #""RuleAction":"allow","RuleNumber":100,"ToPort":22}]"#,
            ]),
        AWSCase(
            "an entry without an action is refused",
            record("AWS::EC2::NetworkAcl", "acl-1", #"{"Entries":[{"RuleNumber":100}]}"#),
            ["malformed bad-value: properties.Entries"]),
        AWSCase(
            "routes and prefixes",
            record(
                "AWS::EC2::RouteTable", "rtb-1",
                #"{"Routes":[{"DestinationCidrBlock":"0.0.0.0/0","NatGatewayId":"nat-1"}]}"#),
            [
                "modify \(AWSNetworkTests.table)",
                ##"Routes = [#0.0.0.0/0 {"DestinationCidrBlock":"0.0.0.0/0","NatGatewayId":"nat-1"}]"##,
            ]),
        AWSCase(
            "a prefix list",
            record("AWS::EC2::PrefixList", "pl-1", #"{"Entries":[{"Cidr":"10.0.0.1/8","Description":"d"}]}"#),
            ["modify \(AWSEC2Tests.list)", #"Entries = [{"Cidr":"10.0.0.0/8"}]"#]),
        AWSCase(
            "a policy as text",
            record("AWS::EC2::VPCEndpoint", "vpce-1", #"{"PolicyDocument":"{\"Version\":\"1\"}"}"#),
            ["modify \(AWSNetworkTests.endpoint)", #"PolicyDocument = {"Version":"1"}"#]),
    ]

    @Test(arguments: configCases) func `a Config item of a network decodes to an observation`(
        _ example: AWSCase
    ) {
        #expect(decoded(example.record) == example.expected)
    }

    @Test(arguments: recordCases) func `an inventory record of a network decodes to an observation`(
        _ example: AWSCase
    ) {
        #expect(decoded(example.record) == example.expected)
    }
}
