import Testing

/// A resource as the lines of decoded changes name it.
func awsLine(_ kind: String, _ id: String, region: String = "eu-west-1") -> String {
    "\(kind) aws:111122223333 \(region) \(id)"
}

@Suite struct AWSEC2Tests {
    static let instance = awsLine("AWS::EC2::Instance", "i-1")
    static let interface = awsLine("AWS::EC2::NetworkInterface", "eni-1")
    static let attachment = awsLine("AWS::EC2::NetworkInterfaceAttachment", "eni-attach-1")
    static let list = awsLine("AWS::EC2::PrefixList", "pl-1")
    static let profileARN = "arn:aws:iam::111122223333:instance-profile/teams/web"
    static let association = #"""
        {"associationId":"iip-assoc-1","instanceId":"i-1","iamInstanceProfile":{"arn":"\#(profileARN)","id":"AIPA1"},
        "state":"associating"}
        """#

    static func ec2(_ name: String, _ request: String, _ response: String = #"{"_return":true}"#) -> String {
        cloudTrailRecord("ec2", name, request: request, response: response)
    }

    static let cases = instanceCases + profileCases + interfaceCases + listCases

    static let instanceCases: [AWSCase] = [
        AWSCase(
            "the answer to a launch holds what is in force",
            ec2(
                "RunInstances",
                #"{"instancesSet":{"items":[{"imageId":"ami-1","minCount":1,"maxCount":1}]}}"#,
                #"""
                {"reservationId":"r-1","ownerId":"111122223333","groupSet":{},"instancesSet":{"items":[{"instanceId":"i-1",
                "instanceState":{"code":0,"name":"pending"},"subnetId":"subnet-1","vpcId":"vpc-1",
                "tagSet":{"items":[{"key":"a","value":"b"}]},"groupSet":{"items":[{"groupId":"sg-2"},{"groupId":"sg-1"}]},
                "networkInterfaceSet":{"items":[{"networkInterfaceId":"eni-1","subnetId":"subnet-1","vpcId":"vpc-1",
                "groupSet":{"items":[{"groupId":"sg-1"}]},"attachment":{"attachmentId":"eni-attach-1"},"tagSet":{}}]},
                "iamInstanceProfile":{"arn":"\#(profileARN)","id":"AIPA1"},"metadataOptions":{"state":"pending",
                "httpTokens":"required","httpPutResponseHopLimit":2,"httpEndpoint":"enabled"}}]}}
                """#),
            [
                "create \(instance)", #"VpcId = "vpc-1""#, #"SubnetId = "subnet-1""#,
                #"IamInstanceProfile = "web""#,
                #"MetadataOptions = {"HttpEndpoint":"enabled","HttpPutResponseHopLimit":2,"HttpTokens":"required"}"#,
                #"SecurityGroupIds = ["sg-1" "sg-2"]"#, ##"Tags = [#a {"Key":"a","Value":"b"}]"##,
                "modify \(interface)", #"VpcId = "vpc-1""#, #"SubnetId = "subnet-1""#,
                #"GroupSet = ["sg-1"]"#, "Tags = []", "create \(attachment)",
                #"NetworkInterfaceId = "eni-1""#, #"InstanceId = "i-1""#,
            ]),
        AWSCase(
            "a launch without a profile has none, and options that nobody tells are never observed",
            ec2("RunInstances", "{}", #"{"instancesSet":{"items":[{"instanceId":"i-1"}]}}"#),
            [
                "create \(instance)", "VpcId = null", "SubnetId = null", "IamInstanceProfile = null",
                "Tags = []",
            ]),
        AWSCase(
            "a launch without an answer is blind, and something came", ec2("RunInstances", "{}", "null"),
            ["blind"] + unnamed("AWS::EC2::Instance") + unnamed("AWS::EC2::NetworkInterface")
                + unnamed("AWS::EC2::NetworkInterfaceAttachment")),
        AWSCase(
            "a termination",
            ec2(
                "TerminateInstances", #"{"instancesSet":{"items":[{"instanceId":"i-1"}]}}"#,
                #"""
                {"instancesSet":{"items":[{"instanceId":"i-1","currentState":{"code":32,"name":"shutting-down"}}]}}
                """#), ["delete \(instance)"]),
        AWSCase(
            "a spot instance that EC2 takes back",
            cloudTrailRecord(
                "ec2", "BidEvictedEvent", extra: #""serviceEventDetails":{"instanceIdSet":["i-1"]},"#),
            ["delete \(instance)"]),
        AWSCase(
            "metadata options in the nested style",
            ec2(
                "ModifyInstanceMetadataOptions",
                #"{"ModifyInstanceMetadataOptionsRequest":{"InstanceId":"i-1","HttpTokens":"optional"}}"#,
                #"""
                {"ModifyInstanceMetadataOptionsResponse":{"instanceId":"i-1","xmlns":"x","instanceMetadataOptions":{
                "state":"pending","httpTokens":"optional","httpEndpoint":"enabled","httpPutResponseHopLimit":1}}}
                """#),
            [
                "modify \(instance)",
                #"MetadataOptions = {"HttpEndpoint":"enabled","HttpPutResponseHopLimit":1,"HttpTokens":"optional"}"#,
            ]),
        AWSCase(
            "metadata options of a request alone are not whole",
            ec2("ModifyInstanceMetadataOptions", #"{"instanceId":"i-1","httpTokens":"required"}"#),
            ["modify \(instance)", "MetadataOptions = ?"]),
        AWSCase(
            "a region's metadata defaults",
            ec2(
                "ModifyInstanceMetadataDefaults",
                #"{"ModifyInstanceMetadataDefaultsRequest":{"HttpTokens":"required","HttpEndpoint":"enabled"}}"#
            ),
            [
                "modify \(awsLine("AWS::::Account", "account"))",
                #"InstanceMetadataDefaults = {"HttpEndpoint":"enabled","HttpTokens":"required"}"#,
            ]),
        AWSCase(
            "a part of a region's metadata defaults",
            ec2("ModifyInstanceMetadataDefaults", #"{"httpTokens":"required"}"#),
            ["modify \(awsLine("AWS::::Account", "account"))", "InstanceMetadataDefaults = ?"]),
        AWSCase(
            "an instance's groups",
            ec2(
                "ModifyInstanceAttribute",
                #"{"instanceId":"i-1","groupSet":{"items":[{"groupId":"sg-3"}]}}"#),
            ["modify \(instance)", #"SecurityGroupIds = ["sg-3"]"#]),
        AWSCase(
            "another attribute",
            ec2("ModifyInstanceAttribute", #"{"instanceId":"i-1","disableApiTermination":{"value":false}}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "an instance's tags",
            ec2(
                "CreateTags",
                #"{"resourcesSet":{"items":[{"resourceId":"i-1"},{"resourceId":"ami-1"}]},"tagsSet":{"items":[{"key":"a","value":"b"}]}}"#
            ), ["modify \(instance)", ##"Tags #a := {"Key":"a","Value":"b"}"##]),
        AWSCase(
            "an unknown call on a profile's association is blind",
            ec2("FreezeIamInstanceProfile", #"{"instanceId":"i-1"}"#), ["blind", "touch \(instance)"]),
    ]

    static let profileCases: [AWSCase] = [
        AWSCase(
            "a profile comes",
            ec2(
                "AssociateIamInstanceProfile",
                #"{"AssociateIamInstanceProfileRequest":{"InstanceId":"i-1","IamInstanceProfile":{"Name":"web"}}}"#,
                #"{"AssociateIamInstanceProfileResponse":{"iamInstanceProfileAssociation":\#(association)}}"#),
            ["modify \(instance)", #"IamInstanceProfile = "web""#]),
        AWSCase(
            "a profile is replaced",
            ec2(
                "ReplaceIamInstanceProfileAssociation",
                #"{"ReplaceIamInstanceProfileAssociationRequest":{"AssociationId":"iip-assoc-1"}}"#,
                #"{"ReplaceIamInstanceProfileAssociationResponse":{"iamInstanceProfileAssociation":\#(association)}}"#
            ), ["modify \(instance)", #"IamInstanceProfile = "web""#]),
        AWSCase(
            "a profile goes",
            ec2(
                "DisassociateIamInstanceProfile",
                #"{"DisassociateIamInstanceProfileRequest":{"AssociationId":"iip-assoc-1"}}"#,
                #"{"DisassociateIamInstanceProfileResponse":{"iamInstanceProfileAssociation":\#(association)}}"#
            ),
            ["modify \(instance)", "IamInstanceProfile = null"]),
        AWSCase(
            "an association without its instance is blind",
            ec2("DisassociateIamInstanceProfile", #"{"associationId":"iip-assoc-1"}"#), ["blind"]),
    ]

    static let interfaceCases: [AWSCase] = [
        AWSCase(
            "a new interface",
            ec2(
                "CreateNetworkInterface", #"{"subnetId":"subnet-1","groupSet":{}}"#,
                #"""
                {"networkInterface":{"networkInterfaceId":"eni-1","subnetId":"subnet-1","vpcId":"vpc-1",
                "groupSet":{"items":[{"groupId":"sg-1","groupName":"default"}]},"tagSet":{}}}
                """#),
            [
                "create \(interface)", #"VpcId = "vpc-1""#, #"SubnetId = "subnet-1""#,
                #"GroupSet = ["sg-1"]"#, "Tags = []",
            ]),
        AWSCase(
            "an interface goes", ec2("DeleteNetworkInterface", #"{"networkInterfaceId":"eni-1"}"#),
            ["delete \(interface)"]),
        AWSCase(
            "an interface is attached",
            ec2(
                "AttachNetworkInterface",
                #"{"networkInterfaceId":"eni-1","instanceId":"i-1","deviceIndex":1}"#,
                #"{"attachmentId":"eni-attach-1","networkCardIndex":0}"#),
            ["create \(attachment)", #"NetworkInterfaceId = "eni-1""#, #"InstanceId = "i-1""#]),
        AWSCase(
            "an interface is detached, named by the attachment alone",
            ec2("DetachNetworkInterface", #"{"attachmentId":"eni-attach-1","force":false}"#),
            ["delete \(attachment)"]),
        AWSCase(
            "an interface's groups",
            ec2(
                "ModifyNetworkInterfaceAttribute",
                #"{"networkInterfaceId":"eni-1","groupSet":{"items":[{"groupId":"sg-2"}]}}"#),
            ["modify \(interface)", #"GroupSet = ["sg-2"]"#]),
        AWSCase(
            "an interface's description",
            ec2(
                "ModifyNetworkInterfaceAttribute",
                #"{"networkInterfaceId":"eni-1","description":{"value":"d"}}"#),
            ["irrelevant no-governed-property"]),
    ]

    static let listCases: [AWSCase] = [
        AWSCase(
            "a new prefix list",
            ec2(
                "CreateManagedPrefixList",
                #"""
                {"CreateManagedPrefixListRequest":{"PrefixListName":"offices","AddressFamily":"IPv4","MaxEntries":5,
                "Entry":{"tag":1,"Cidr":"203.0.113.9/24","Description":"d"}}}
                """#,
                #"{"CreateManagedPrefixListResponse":{"prefixList":{"prefixListId":"pl-1","state":"create-in-progress"}}}"#
            ),
            [
                "create \(list)", #"PrefixListName = "offices""#, #"AddressFamily = "IPv4""#,
                #"Entries = [{"Cidr":"203.0.113.0/24"}]"#, "Tags = []",
            ]),
        AWSCase(
            "entries come and go",
            ec2(
                "ModifyManagedPrefixList",
                #"""
                {"ModifyManagedPrefixListRequest":{"PrefixListId":"pl-1","CurrentVersion":1,
                "AddEntry":[{"tag":1,"Cidr":"0.0.0.0/0"}],"RemoveEntry":{"tag":1,"Cidr":"10.0.0.0/8"}}}
                """#),
            ["modify \(list)", #"Entries - {"Cidr":"10.0.0.0/8"}"#, #"Entries + {"Cidr":"0.0.0.0/0"}"#]),
        AWSCase(
            "an older version's entries are not told",
            ec2(
                "RestoreManagedPrefixListVersion",
                #"{"RestoreManagedPrefixListVersionRequest":{"PrefixListId":"pl-1","PreviousVersion":1}}"#),
            ["modify \(list)", "Entries = ?"]),
        AWSCase(
            "a prefix list goes",
            ec2("DeleteManagedPrefixList", #"{"DeleteManagedPrefixListRequest":{"PrefixListId":"pl-1"}}"#),
            ["delete \(list)"]),
    ]

    @Test(arguments: cases) func `an event of EC2 decodes to its changes`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
