import Testing

@Suite struct AWSDatabaseTests {
    static let instance = awsLine("AWS::RDS::DBInstance", "db-1")
    static let cluster = awsLine("AWS::RDS::DBCluster", "c-1")
    static let group = awsLine("AWS::RDS::DBSubnetGroup", "g-1")

    static func rds(_ name: String, _ request: String, _ response: String = "null") -> String {
        cloudTrailRecord("rds", name, request: request, response: response)
    }

    /// An answer that describes an instance, with the given members besides.
    static func described(_ more: String, id: String = "db-1", multiAZ: Bool = false) -> String {
        #"""
        {"dBInstanceIdentifier":"\#(id)","engine":"mysql","dbiResourceId":"db-ABC","multiAZ":\#(multiAZ),
        "storageEncrypted":true,"kmsKeyId":"k","autoMinorVersionUpgrade":true,"publiclyAccessible":false,
        "endpoint":{"address":"a","port":3306},"dBSubnetGroup":{"dBSubnetGroupName":"g-1","vpcId":"vpc-1"},
        "vpcSecurityGroups":[{"status":"active","vpcSecurityGroupId":"sg-1"}],"tagList":[]\#(more)}
        """#
    }
    static func lines(
        name: String = "db-1", upgrades: Bool = true, isPublic: Bool = false, multiAZ: String = "false",
        cluster: String = "null"
    ) -> [String] {
        [
            #"DBInstanceIdentifier = "\#(name)""#, #"DbiResourceId = "db-ABC""#,
            "DBClusterIdentifier = \(cluster)", #"Engine = "mysql""#, "StorageEncrypted = true",
            #"KmsKeyId = "k""#, "AutoMinorVersionUpgrade = \(upgrades)", "PubliclyAccessible = \(isPublic)",
            "MultiAZ = \(multiAZ)", "Port = 3306", #"DBSubnetGroupName = "g-1""#,
            #"VPCSecurityGroups = ["sg-1"]"#, "Tags = []",
        ]
    }

    static let cases = creations + changes + clusterCases + otherCases

    static let creations: [AWSCase] =
        [
            "CreateDBInstance", "CreateDBInstanceReadReplica", "RestoreDBInstanceFromDBSnapshot",
            "RestoreDBInstanceFromS3", "RestoreDBInstanceToPointInTime",
        ].map { name in
            AWSCase(
                "\(name) answers with what is in force",
                rds(name, #"{"dBInstanceIdentifier":"db-1","publiclyAccessible":true}"#, described("")),
                ["create \(instance)"] + lines())
        } + [
            AWSCase(
                "an answer with a name alone describes nothing, so the request tells what it can",
                rds(
                    "CreateDBInstance",
                    #"{"dBInstanceIdentifier":"DB-1","engine":"neptune","storageEncrypted":true,"multiAZ":false}"#,
                    #"{"dBInstance":{"dBInstanceIdentifier":"db-1","dBInstanceStatus":"creating"}}"#),
                [
                    "create \(instance)", #"DBInstanceIdentifier = "DB-1""#, #"Engine = "neptune""#,
                    "StorageEncrypted = true", "MultiAZ = false",
                ]),
            AWSCase(
                "a new member may spread its cluster over zones",
                rds(
                    "CreateDBInstance", #"{"dBInstanceIdentifier":"db-1"}"#,
                    described(#","dBClusterIdentifier":"c-1""#)),
                ["create \(instance)"] + lines(cluster: #""c-1""#) + ["modify \(cluster)", "MultiAZ = ?"]),
        ]

    static let changes: [AWSCase] = [
        AWSCase(
            "the flags that take effect at once are those asked for",
            rds(
                "ModifyDBInstance",
                #"{"dBInstanceIdentifier":"db-1","publiclyAccessible":true,"autoMinorVersionUpgrade":false}"#,
                described(#","pendingModifiedValues":{}"#)),
            ["modify \(instance)"] + lines(upgrades: false, isPublic: true)),
        AWSCase(
            "a second zone asked for at once is on its way",
            rds(
                "ModifyDBInstance",
                #"{"dBInstanceIdentifier":"db-1","multiAZ":true,"applyImmediately":true}"#,
                described(#","pendingModifiedValues":{"multiAZ":true}"#)),
            ["modify \(instance)"] + lines(multiAZ: "?")),
        AWSCase(
            "a second zone that waits for the maintenance window is not there",
            rds(
                "ModifyDBInstance", #"{"dBInstanceIdentifier":"db-1","multiAZ":true}"#,
                described(#","pendingModifiedValues":{"multiAZ":true}"#)),
            ["modify \(instance)"] + lines()),
        AWSCase(
            "a new name at once is a new resource with the same facts",
            rds(
                "ModifyDBInstance",
                #"{"dBInstanceIdentifier":"db-1","newDBInstanceIdentifier":"DB-2","applyImmediately":true}"#,
                described("")),
            ["delete \(instance)", "create \(awsLine("AWS::RDS::DBInstance", "db-2"))"] + lines(name: "db-2")),
        AWSCase(
            "a new name later must be read",
            rds(
                "ModifyDBInstance",
                #"{"dBInstanceIdentifier":"db-1","newDBInstanceIdentifier":"db-2"}"#, described("")),
            ["modify \(instance)"] + lines() + ["touch \(instance)"]),
        AWSCase(
            "a reboot lets a pending zone come",
            rds(
                "RebootDBInstance", #"{"dBInstanceIdentifier":"db-1"}"#,
                described(#","pendingModifiedValues":{"multiAZ":true}"#)),
            ["modify \(instance)"] + lines(multiAZ: "?")),
        AWSCase(
            "a reboot without an answer must be read",
            rds("RebootDBInstance", #"{"dBInstanceIdentifier":"db-1"}"#), ["touch \(instance)"]),
        AWSCase(
            "a promoted replica",
            rds("PromoteReadReplica", #"{"dBInstanceIdentifier":"db-1"}"#, described("", multiAZ: true)),
            ["modify \(instance)"] + lines(multiAZ: "true")),
        AWSCase(
            "an instance goes",
            rds(
                "DeleteDBInstance", #"{"dBInstanceIdentifier":"DB-1","skipFinalSnapshot":true}"#,
                described(#","dBClusterIdentifier":"c-1""#)),
            ["delete \(instance)", "modify \(cluster)", "MultiAZ = ?"]),
        AWSCase(
            "an unknown call on an instance is blind",
            rds("FreezeDBInstance", #"{"dBInstanceIdentifier":"db-1"}"#), ["blind", "touch \(instance)"]),
        AWSCase(
            "a snapshot is no governed kind",
            rds("CreateDBSnapshot", #"{"dBInstanceIdentifier":"db-1"}"#), ["irrelevant no-governed-property"]),
    ]

    private static let clusterAnswer = #"""
        {"dBClusterIdentifier":"c-1","engine":"aurora-mysql","dbClusterResourceId":"cluster-ABC","multiAZ":false,
        "storageEncrypted":true,"dBSubnetGroup":"g-1"}
        """#
    private static func clusterLines(_ name: String = "c-1") -> [String] {
        [
            #"DBClusterIdentifier = "\#(name)""#, #"DBClusterResourceId = "cluster-ABC""#,
            #"Engine = "aurora-mysql""#, "StorageEncrypted = true", "KmsKeyId = null", "MultiAZ = false",
            #"DBSubnetGroupName = "g-1""#,
        ]
    }

    static let clusterCases: [AWSCase] =
        [
            "CreateDBCluster", "RestoreDBClusterFromS3", "RestoreDBClusterFromSnapshot",
            "RestoreDBClusterToPointInTime",
        ].map { name in
            AWSCase(
                "\(name) answers with what is in force",
                rds(name, #"{"dBClusterIdentifier":"c-1"}"#, clusterAnswer),
                ["create \(cluster)"] + clusterLines())
        } + [
            AWSCase(
                "a cluster's change",
                rds("ModifyDBCluster", #"{"dBClusterIdentifier":"c-1"}"#, clusterAnswer),
                ["modify \(cluster)"] + clusterLines()),
            AWSCase(
                "a cluster's new name",
                rds(
                    "ModifyDBCluster",
                    #"{"dBClusterIdentifier":"c-1","newDBClusterIdentifier":"c-2","applyImmediately":true}"#,
                    clusterAnswer),
                ["delete \(cluster)", "create \(awsLine("AWS::RDS::DBCluster", "c-2"))"]
                    + clusterLines().dropFirst() + [#"DBClusterIdentifier = "c-2""#]),
            AWSCase(
                "a promoted cluster",
                rds("PromoteReadReplicaDBCluster", #"{"dBClusterIdentifier":"c-1"}"#, clusterAnswer),
                ["modify \(cluster)"] + clusterLines()),
            AWSCase(
                "after a failover a cluster must be read",
                rds("FailoverDBCluster", #"{"dBClusterIdentifier":"c-1"}"#, clusterAnswer),
                ["touch \(cluster)"]),
            AWSCase(
                "a cluster goes", rds("DeleteDBCluster", #"{"dBClusterIdentifier":"C-1"}"#),
                ["delete \(cluster)"]),
        ]

    private static let groupAnswer = #"""
        {"dBSubnetGroupName":"g-1","vpcId":"vpc-1","subnets":[{"subnetIdentifier":"subnet-2"},
        {"subnetIdentifier":"subnet-1"}]}
        """#
    private static let groupLines = [
        #"DBSubnetGroupName = "g-1""#, #"VpcId = "vpc-1""#, #"SubnetIds = ["subnet-1" "subnet-2"]"#,
    ]

    static let otherCases: [AWSCase] = [
        AWSCase(
            "a new subnet group",
            rds("CreateDBSubnetGroup", #"{"dBSubnetGroupName":"G-1"}"#, groupAnswer),
            ["create \(group)"] + groupLines),
        AWSCase(
            "a subnet group's subnets, told by the request alone",
            rds("ModifyDBSubnetGroup", #"{"dBSubnetGroupName":"g-1","subnetIds":["subnet-3"]}"#),
            ["modify \(group)", #"SubnetIds = ["subnet-3"]"#]),
        AWSCase(
            "a subnet group goes", rds("DeleteDBSubnetGroup", #"{"dBSubnetGroupName":"g-1"}"#),
            ["delete \(group)"]),
        AWSCase(
            "after a switchover another database bears the name",
            rds(
                "SwitchoverBlueGreenDeployment", #"{"blueGreenDeploymentIdentifier":"bgd-1"}"#,
                #"""
                {"blueGreenDeployment":{"source":"arn:aws:rds:eu-west-1:111122223333:cluster:c-1",
                "target":"arn:aws:rds:eu-west-1:111122223333:cluster:c-2","switchoverDetails":[{"sourceMember":
                "arn:aws:rds:eu-west-1:111122223333:cluster:c-1","targetMember":"arn:aws:rds:eu-west-1:111122223333:cluster:c-2"},
                {"sourceMember":"arn:aws:rds:eu-west-1:111122223333:db:db-1","targetMember":
                "arn:aws:rds:eu-west-1:111122223333:db:db-2"}]}}
                """#),
            ["modify \(cluster)"] + clusterFacts.map { "\($0) = ?" } + ["modify \(instance)"]
                + instanceFacts.map { "\($0) = ?" }
                + [
                    "touch \(awsLine("AWS::RDS::DBCluster", "c-2"))",
                    "touch \(awsLine("AWS::RDS::DBInstance", "db-2"))",
                ]),
        AWSCase(
            "a database's tags",
            rds(
                "AddTagsToResource",
                #"{"resourceName":"arn:aws:rds:eu-west-1:111122223333:db:db-1","tags":[{"key":"a","value":"b"}]}"#
            ),
            ["modify \(instance)", ##"Tags #a := {"Key":"a","Value":"b"}"##]),
        AWSCase(
            "a database's tags go",
            rds(
                "RemoveTagsFromResource",
                #"{"resourceName":"arn:aws:rds:eu-west-1:111122223333:db:db-1","tagKeys":["a"]}"#),
            ["modify \(instance)", "Tags - #a"]),
        AWSCase(
            "a snapshot's tags are not governed",
            rds(
                "AddTagsToResource",
                #"{"resourceName":"arn:aws:rds:eu-west-1:111122223333:snapshot:s-1","tags":[{"key":"a","value":"b"}]}"#
            ), ["irrelevant not-governed"]),
    ]

    private static let clusterFacts = [
        "DBClusterIdentifier", "DBClusterResourceId", "Engine", "StorageEncrypted", "KmsKeyId", "MultiAZ",
        "DBSubnetGroupName",
    ]
    private static let instanceFacts = [
        "DBInstanceIdentifier", "DbiResourceId", "DBClusterIdentifier", "Engine", "StorageEncrypted",
        "KmsKeyId", "AutoMinorVersionUpgrade", "PubliclyAccessible", "MultiAZ", "Port", "DBSubnetGroupName",
        "VPCSecurityGroups",
    ]

    @Test(arguments: cases) func `an event of RDS decodes to its changes`(_ example: AWSCase) {
        let lines = decoded(example.record)
        #expect(lines.first == example.expected.first)
        #expect(lines.sorted() == example.expected.sorted())
    }

    static let baselines: [AWSCase] = [
        AWSCase(
            "a Config item is known by the name in its ARN",
            InventoryConfigTests.item(
                "AWS::RDS::DBInstance", "db-HHTTSRD6", configuration: described("")
            ).replacing(
                #""resourceType""#,
                with: #""ARN":"arn:aws:rds:eu-west-1:111122223333:db:db-1","resourceType""#),
            ["modify \(instance)"] + lines()),
        AWSCase(
            "a Config item of a cluster",
            InventoryConfigTests.item(
                "AWS::RDS::DBCluster", "cluster-ABC",
                configuration: clusterAnswer.replacing("dBCluster", with: "dbcluster")
            ).replacing(
                #""resourceType""#,
                with: #""ARN":"arn:aws:rds:eu-west-1:111122223333:cluster:c-1","resourceType""#),
            ["modify \(cluster)"] + clusterLines() + ["Tags = []"]),
        AWSCase(
            "a record in CloudFormation's spelling",
            InventoryNetworkTests.record(
                "AWS::RDS::DBInstance", "DB-1",
                #"{"Engine":"postgres","Port":"5432","MultiAZ":false,"VPCSecurityGroups":["sg-1"]}"#),
            [
                "modify \(instance)", #"Engine = "postgres""#, "MultiAZ = false", "Port = 5432",
                #"VPCSecurityGroups = ["sg-1"]"#,
            ]),
    ]

    @Test(arguments: baselines) func `a baseline of RDS decodes to an observation`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
