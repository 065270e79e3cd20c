import Testing

@Suite struct AWSNetworkTests {
    static let vpc = awsLine("AWS::EC2::VPC", "vpc-1")
    static let subnet = awsLine("AWS::EC2::Subnet", "subnet-1")
    static let table = awsLine("AWS::EC2::RouteTable", "rtb-1")
    static let association = awsLine("AWS::EC2::SubnetRouteTableAssociation", "rtbassoc-1")
    static let acl = awsLine("AWS::EC2::NetworkAcl", "acl-1")
    static let flowLog = awsLine("AWS::EC2::FlowLog", "fl-1")
    static let peering = awsLine("AWS::EC2::VPCPeeringConnection", "pcx-1")
    static let endpoint = awsLine("AWS::EC2::VPCEndpoint", "vpce-1")

    static func ec2(_ name: String, _ request: String, _ response: String = #"{"_return":true}"#) -> String {
        AWSEC2Tests.ec2(name, request, response)
    }

    static let cases = vpcCases + routeCases + aclCases + flowLogCases + peeringCases + endpointCases

    private static let vpcAnswer = #"""
        {"vpc":{"vpcId":"vpc-1","state":"pending","ownerId":"111122223333","cidrBlock":"10.0.0.0/16",
        "cidrBlockAssociationSet":{"items":[{"cidrBlock":"10.0.0.0/16","associationId":"vpc-cidr-assoc-1",
        "cidrBlockState":{"state":"associated"}}]},"ipv6CidrBlockAssociationSet":{},"tagSet":{},"isDefault":false}}
        """#
    private static let vpcLines = [
        "create \(vpc)", #"VpcId = "vpc-1""#, #"CidrBlock = "10.0.0.0/16""#, "IsDefault = false", "Tags = []",
        ##"CidrBlockAssociationSet = [#vpc-cidr-assoc-1 {"CidrBlock":"10.0.0.0/16"}]"##,
    ]

    static let vpcCases: [AWSCase] = [
        AWSCase(
            "a new VPC",
            ec2("CreateVpc", #"{"cidrBlock":"10.0.0.0/16"}"#, vpcAnswer), vpcLines),
        AWSCase("a default VPC", ec2("CreateDefaultVpc", "null", vpcAnswer), vpcLines),
        AWSCase("a VPC goes", ec2("DeleteVpc", #"{"vpcId":"vpc-1"}"#), ["delete \(vpc)"]),
        AWSCase(
            "a block more",
            ec2(
                "AssociateVpcCidrBlock", #"{"vpcId":"vpc-1","cidrBlock":"10.1.0.0/16"}"#,
                #"""
                {"AssociateVpcCidrBlockResponse":{"vpcId":"vpc-1","cidrBlockAssociation":{"associationId":"vpc-cidr-assoc-2",
                "cidrBlock":"10.1.0.0/16","cidrBlockState":{"state":"associating"}}}}
                """#),
            [
                "modify \(vpc)",
                ##"CidrBlockAssociationSet + #vpc-cidr-assoc-2 {"CidrBlock":"10.1.0.0/16"}"##,
            ]),
        AWSCase(
            "a block of Amazon's own is not told at once",
            ec2("AssociateVpcCidrBlock", #"{"vpcId":"vpc-1","amazonProvidedIpv6CidrBlock":true}"#),
            ["modify \(vpc)", "CidrBlockAssociationSet = ?"]),
        AWSCase(
            "a block less",
            ec2(
                "DisassociateVpcCidrBlock", #"{"associationId":"vpc-cidr-assoc-2"}"#,
                #"""
                {"vpcId":"vpc-1","cidrBlockAssociation":{"associationId":"vpc-cidr-assoc-2","cidrBlock":"10.1.0.0/16",
                "cidrBlockState":{"state":"disassociating"}}}
                """#), ["modify \(vpc)", "CidrBlockAssociationSet - #vpc-cidr-assoc-2"]),
        AWSCase(
            "a new subnet", ec2("CreateSubnet", #"{"vpcId":"vpc-1"}"#, subnetAnswer),
            subnetLines),
        AWSCase("a default subnet", ec2("CreateDefaultSubnet", "{}", subnetAnswer), subnetLines),
        AWSCase("a subnet goes", ec2("DeleteSubnet", #"{"subnetId":"subnet-1"}"#), ["delete \(subnet)"]),
    ]

    private static let subnetAnswer = #"""
        {"subnet":{"subnetId":"subnet-1","vpcId":"vpc-1","cidrBlock":"10.0.1.0/24","ownerId":"111122223333",
        "tagSet":{"items":[{"key":"a","value":"true"}]}}}
        """#
    private static let subnetLines = [
        "create \(subnet)", #"SubnetId = "subnet-1""#, #"VpcId = "vpc-1""#, #"CidrBlock = "10.0.1.0/24""#,
        ##"Tags = [#a {"Key":"a","Value":"true"}]"##,
    ]

    static let routeCases: [AWSCase] = [
        AWSCase(
            "a new table has the local route",
            ec2(
                "CreateRouteTable", #"{"vpcId":"vpc-1"}"#,
                #"""
                {"routeTable":{"routeTableId":"rtb-1","vpcId":"vpc-1","ownerId":"111122223333","routeSet":{"items":[
                {"destinationCidrBlock":"10.0.0.0/16","gatewayId":"local","state":"active","origin":"CreateRouteTable"}]},
                "associationSet":{},"propagatingVgwSet":{},"tagSet":{}}}
                """#),
            [
                "create \(table)", #"RouteTableId = "rtb-1""#, #"VpcId = "vpc-1""#, "IsMain = false",
                ##"Routes = [#10.0.0.0/16 {"DestinationCidrBlock":"10.0.0.0/16","GatewayId":"local"}]"##,
                "Tags = []",
            ]),
        AWSCase(
            "a new route",
            ec2(
                "CreateRoute",
                #"{"routeTableId":"rtb-1","destinationCidrBlock":"10.9.0.0/16","vpcPeeringConnectionId":"pcx-1"}"#
            ),
            [
                "modify \(table)",
                ##"Routes #10.9.0.0/16 := {"DestinationCidrBlock":"10.9.0.0/16","VpcPeeringConnectionId":"pcx-1"}"##,
            ]),
        AWSCase(
            "a route back to its local target",
            ec2(
                "ReplaceRoute",
                #"{"routeTableId":"rtb-1","destinationCidrBlock":"10.0.0.0/16","localTarget":true}"#),
            [
                "modify \(table)",
                ##"Routes #10.0.0.0/16 := {"DestinationCidrBlock":"10.0.0.0/16","GatewayId":"local"}"##,
            ]),
        AWSCase(
            "a route goes",
            ec2("DeleteRoute", #"{"routeTableId":"rtb-1","destinationCidrBlock":"0.0.0.0/0"}"#),
            ["modify \(table)", "Routes - #0.0.0.0/0"]),
        AWSCase(
            "a route without a destination leaves the routes unknown",
            ec2("CreateRoute", #"{"routeTableId":"rtb-1"}"#), ["modify \(table)", "Routes = ?"]),
        AWSCase("a table goes", ec2("DeleteRouteTable", #"{"routeTableId":"rtb-1"}"#), ["delete \(table)"]),
        AWSCase(
            "a subnet takes a table",
            ec2(
                "AssociateRouteTable", #"{"routeTableId":"rtb-1","subnetId":"subnet-1"}"#,
                #"{"associationId":"rtbassoc-1","associationState":{"state":"associated"}}"#),
            ["create \(association)", #"RouteTableId = "rtb-1""#, #"SubnetId = "subnet-1""#]),
        AWSCase(
            "a subnet leaves its table, named by the association alone",
            ec2("DisassociateRouteTable", #"{"associationId":"rtbassoc-1"}"#), ["delete \(association)"]),
        AWSCase(
            "a subnet changes its table, and the record does not say which subnet",
            ec2(
                "ReplaceRouteTableAssociation", #"{"associationId":"rtbassoc-0","routeTableId":"rtb-1"}"#,
                #"{"newAssociationId":"rtbassoc-1","associationState":{"state":"associated"}}"#),
            [
                "delete \(awsLine("AWS::EC2::SubnetRouteTableAssociation", "rtbassoc-0"))", "modify \(table)",
                "IsMain = ?", "create \(association)", #"RouteTableId = "rtb-1""#, "SubnetId = ?",
            ]),
    ]

    private static let denial =
        #"{"CidrBlock":"0.0.0.0/0","Egress":false,"Protocol":"-1","RuleAction":"deny","RuleNumber":32767}"#

    static let aclCases: [AWSCase] = [
        AWSCase(
            "a new ACL denies everything",
            ec2(
                "CreateNetworkAcl", #"{"vpcId":"vpc-1"}"#,
                #"""
                {"networkAcl":{"networkAclId":"acl-1","vpcId":"vpc-1","ownerId":"111122223333","default":false,"entrySet":{
                "items":[{"ruleNumber":32767,"protocol":"-1","ruleAction":"deny","egress":false,"cidrBlock":"0.0.0.0/0",
                "icmpTypeCode":{},"portRange":{}}]},"associationSet":{},"tagSet":{}}}
                """#),
            [
                "create \(acl)", #"VpcId = "vpc-1""#, "IsDefault = false",
                "Entries = [#ingress:32767 \(denial)]", "Tags = []",
            ]),
        AWSCase(
            "a new entry",
            ec2(
                "CreateNetworkAclEntry",
                #"""
                {"networkAclId":"acl-1","ruleNumber":10,"egress":false,"ruleAction":"allow","icmpTypeCode":{},
                "portRange":{"from":22,"to":22},"aclProtocol":"6","cidrBlock":"0.0.0.0/0"}
                """#),
            [
                "modify \(acl)",
                ##"Entries #ingress:10 := {"CidrBlock":"0.0.0.0/0","Egress":false,"FromPort":22,"Protocol":"6","##
                    + #""RuleAction":"allow","RuleNumber":10,"ToPort":22}"#,
            ]),
        AWSCase(
            "an entry takes another's place",
            ec2(
                "ReplaceNetworkAclEntry",
                #"""
                {"networkAclId":"acl-1","ruleNumber":"10","egress":true,"ruleAction":"deny","portRange":{},
                "aclProtocol":"-1","ipv6CidrBlock":"::/0"}
                """#),
            [
                "modify \(acl)",
                ##"Entries #egress:10 := {"Egress":true,"Ipv6CidrBlock":"::/0","Protocol":"-1","RuleAction":"deny","##
                    + #""RuleNumber":10}"#,
            ]),
        AWSCase(
            "an entry goes",
            ec2("DeleteNetworkAclEntry", #"{"networkAclId":"acl-1","ruleNumber":10,"egress":false}"#),
            ["modify \(acl)", "Entries - #ingress:10"]),
        AWSCase(
            "an entry without an action leaves the entries unknown",
            ec2("CreateNetworkAclEntry", #"{"networkAclId":"acl-1","ruleNumber":10}"#),
            ["modify \(acl)", "Entries = ?"]),
        AWSCase("an ACL goes", ec2("DeleteNetworkAcl", #"{"networkAclId":"acl-1"}"#), ["delete \(acl)"]),
        AWSCase(
            "which subnets use an ACL is no property",
            ec2("ReplaceNetworkAclAssociation", #"{"networkAclId":"acl-1","associationId":"aclassoc-1"}"#),
            ["irrelevant no-governed-property"]),
    ]

    static func flowLogs(_ resources: String, answer: String) -> String {
        ec2(
            "CreateFlowLogs",
            #"""
            {"CreateFlowLogsRequest":{"ResourceId":\#(resources),"ResourceType":"VPC","LogDestinationType":"s3",
            "LogDestination":"arn:aws:s3:::logs","TrafficType":"REJECT","TagSpecification":{"ResourceType":"vpc-flow-log",
            "tag":1,"Tag":{"Value":true,"tag":1,"Key":"a"}}}}
            """#, #"{"CreateFlowLogsResponse":{"xmlns":"x","requestId":"r",\#(answer)}}"#)
    }
    static let flowLogFacts = [
        #"ResourceType = "VPC""#, #"TrafficType = "REJECT""#, #"LogDestinationType = "s3""#,
        #"LogDestination = "arn:aws:s3:::logs""#,
    ]
    private static let flowLogEnd = [
        #"FlowLogStatus = default "ACTIVE""#, ##"Tags = [#a {"Key":"a","Value":"true"}]"##,
    ]

    static let flowLogCases: [AWSCase] = [
        AWSCase(
            "one flow log for one VPC",
            flowLogs(
                #"{"tag":1,"content":"vpc-1"}"#,
                answer: #""unsuccessful":"","flowLogIdSet":{"item":"fl-1"}"#),
            ["create \(flowLog)"] + flowLogFacts + [#"ResourceId = "vpc-1""#] + flowLogEnd),
        AWSCase(
            "which of two flow logs is of which VPC is not told",
            flowLogs(
                #"[{"tag":1,"content":"vpc-1"},{"tag":2,"content":"vpc-2"}]"#,
                answer: #""unsuccessful":"","flowLogIdSet":{"item":["fl-1","fl-2"]}"#),
            ["create \(flowLog)"] + flowLogFacts + ["ResourceId = ?"] + flowLogEnd
                + ["create \(awsLine("AWS::EC2::FlowLog", "fl-2"))"] + flowLogFacts + ["ResourceId = ?"]
                + flowLogEnd),
        AWSCase(
            "the one VPC that did not fail",
            flowLogs(
                #"[{"tag":1,"content":"vpc-1"},{"tag":2,"content":"vpc-2"}]"#,
                answer:
                    #""unsuccessful":{"item":{"resourceId":"vpc-2","error":{"code":"x"}}},"flowLogIdSet":{"item":"fl-1"}"#
            ), ["create \(flowLog)"] + flowLogFacts + [#"ResourceId = "vpc-1""#] + flowLogEnd),
        AWSCase(
            "all of them failed although there is no error code",
            flowLogs(
                #"{"tag":1,"content":"vpc-1"}"#,
                answer: #""unsuccessful":{"item":{"resourceId":"vpc-1"}},"flowLogIdSet":"""#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a flow log goes",
            ec2(
                "DeleteFlowLogs", #"{"DeleteFlowLogsRequest":{"FlowLogId":{"content":"fl-1","tag":1}}}"#,
                #"{"DeleteFlowLogsResponse":{"requestId":"r","unsuccessful":"","xmlns":"x"}}"#),
            ["delete \(flowLog)"]),
        AWSCase(
            "a flow log that would not go stays",
            ec2(
                "DeleteFlowLogs", #"{"DeleteFlowLogsRequest":{"FlowLogId":{"content":"fl-1","tag":1}}}"#,
                #"{"DeleteFlowLogsResponse":{"unsuccessful":{"item":{"resourceId":"fl-1"}}}}"#),
            ["irrelevant no-governed-property"]),
    ]

    private static let connection = #"""
        {"vpcPeeringConnection":{"vpcPeeringConnectionId":"pcx-1","requesterVpcInfo":{"ownerId":"111122223333",
        "vpcId":"vpc-1","cidrBlock":"10.0.0.0/16","cidrBlockSet":{"items":[{"cidrBlock":"10.0.0.0/16"},
        {"cidrBlock":"10.1.0.0/16"}]},"region":"eu-west-1"},"accepterVpcInfo":{"ownerId":"999988887777","vpcId":"vpc-2",
        "region":"eu-west-1"},"status":{"code":"initiating-request","message":"m"},"tagSet":{}}}
        """#

    static let peeringCases: [AWSCase] = [
        AWSCase(
            "a request to peer",
            ec2("CreateVpcPeeringConnection", #"{"vpcId":"vpc-1","peerVpcId":"vpc-2"}"#, connection),
            [
                "create \(peering)", #"VpcId = "vpc-1""#, #"PeerVpcId = "vpc-2""#,
                #"PeerOwnerId = "999988887777""#, #"PeerRegion = "eu-west-1""#,
                #"RequesterCidrBlocks = ["10.0.0.0/16","10.1.0.0/16"]"#,
                #"StatusCode = "initiating-request""#, "Tags = []",
            ]),
        AWSCase(
            "an acceptance without an answer",
            ec2("AcceptVpcPeeringConnection", #"{"vpcPeeringConnectionId":"pcx-1"}"#),
            ["modify \(peering)", #"StatusCode = "active""#]),
        AWSCase(
            "a rejection", ec2("RejectVpcPeeringConnection", #"{"vpcPeeringConnectionId":"pcx-1"}"#),
            ["modify \(peering)", #"StatusCode = "rejected""#]),
        AWSCase(
            "a connection goes",
            ec2("DeleteVpcPeeringConnection", #"{"vpcPeeringConnectionId":"pcx-1"}"#),
            ["delete \(peering)"]),
    ]

    static func newEndpoint(_ state: String) -> String {
        ec2(
            "CreateVpcEndpoint",
            #"{"CreateVpcEndpointRequest":{"VpcId":"vpc-1","ServiceName":"com.amazonaws.eu-west-1.s3"}}"#,
            #"""
            {"CreateVpcEndpointResponse":{"vpcEndpoint":{"vpcEndpointId":"vpce-1","vpcEndpointType":"Gateway",
            "vpcId":"vpc-1","serviceName":"com.amazonaws.eu-west-1.s3","state":"\#(state)","policyDocument":
            "{\"Version\":\"2008-10-17\"}","routeTableIdSet":{"item":"rtb-1"},"ownerId":"111122223333"}}}
            """#)
    }
    static func newEndpointLines(_ state: String) -> [String] {
        [
            "create \(endpoint)", #"VpcId = "vpc-1""#, #"ServiceName = "com.amazonaws.eu-west-1.s3""#,
            #"VpcEndpointType = "Gateway""#, "State = \(state)",
            #"PolicyDocument = {"Version":"2008-10-17"}"#, #"RouteTableIds = ["rtb-1"]"#, "Tags = []",
        ]
    }

    static let endpointCases: [AWSCase] = [
        AWSCase("a new endpoint", newEndpoint("available"), newEndpointLines(#""available""#)),
        AWSCase(
            "a pending endpoint becomes available without an event", newEndpoint("pending"),
            newEndpointLines("?")),
        AWSCase(
            "an endpoint's tables",
            ec2(
                "ModifyVpcEndpoint",
                #"""
                {"ModifyVpcEndpointRequest":{"VpcEndpointId":"vpce-1","AddRouteTableId":{"tag":1,"content":"rtb-2"},
                "RemoveRouteTableId":[{"tag":1,"content":"rtb-1"}]}}
                """#),
            ["modify \(endpoint)", #"RouteTableIds - "rtb-1""#, #"RouteTableIds + "rtb-2""#]),
        AWSCase(
            "an endpoint's policy falls back to its default",
            ec2("ModifyVpcEndpoint", #"{"vpcEndpointId":"vpce-1","resetPolicy":true}"#),
            ["modify \(endpoint)", "PolicyDocument = ?"]),
        AWSCase(
            "endpoints go",
            ec2(
                "DeleteVpcEndpoints",
                #"{"DeleteVpcEndpointsRequest":{"VpcEndpointId":[{"tag":1,"content":"vpce-1"},{"tag":2,"content":"vpce-2"}]}}"#,
                #"{"DeleteVpcEndpointsResponse":{"unsuccessful":{"item":{"resourceId":"vpce-2"}}}}"#),
            ["delete \(endpoint)"]),
    ]

    @Test(arguments: cases) func `an event of networks decodes to its changes`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
