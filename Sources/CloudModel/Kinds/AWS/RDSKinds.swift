extension KindCatalog {
    /// The kinds of Amazon RDS. DocumentDB's and Neptune's instances are among them; `Engine` tells.
    static let rdsKinds: [KindSchema] = [
        KindSchema(
            "AWS::RDS::DBCluster", .aws, .regional,
            [
                .register("DBClusterIdentifier", .string),
                .register("DBClusterResourceId", .string),
                .register("Engine", .string),
                .register("StorageEncrypted", .bool),
                .register("KmsKeyId", .string, refersTo: "AWS::KMS::Key"),
                .register("MultiAZ", .bool),
                .register("DBSubnetGroupName", .string, refersTo: "AWS::RDS::DBSubnetGroup"),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::RDS::DBInstance", .aws, .regional,
            [
                .register("DBInstanceIdentifier", .string),
                .register("DbiResourceId", .string),
                .register("DBClusterIdentifier", .string, refersTo: "AWS::RDS::DBCluster"),
                .register("Engine", .string),
                .register("StorageEncrypted", .bool),
                .register("KmsKeyId", .string, refersTo: "AWS::KMS::Key"),
                .register("AutoMinorVersionUpgrade", .bool),
                .register("PubliclyAccessible", .bool),
                .register("MultiAZ", .bool),
                .register("Port", .int),
                .register("DBSubnetGroupName", .string, refersTo: "AWS::RDS::DBSubnetGroup"),
                .set("VPCSecurityGroups", of: .string, refersTo: "AWS::EC2::SecurityGroup"),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::RDS::DBSubnetGroup", .aws, .regional,
            [
                .register("DBSubnetGroupName", .string),
                .register("VpcId", .string, refersTo: "AWS::EC2::VPC"),
                .set("SubnetIds", of: .string, refersTo: "AWS::EC2::Subnet"),
                .set("Tags", of: tag),
            ]),
    ]
}
