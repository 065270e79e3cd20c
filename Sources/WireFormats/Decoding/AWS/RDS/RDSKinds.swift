import CloudModel
internal import JSONTokens

/// The schema of database instances, as the decoders write it.
enum DBInstanceKind {
    static let kind = KindCatalog.kind("AWS::RDS::DBInstance")
    static let identifier = kind.property("DBInstanceIdentifier")
    static let upgrades = kind.property("AutoMinorVersionUpgrade")
    static let isPublic = kind.property("PubliclyAccessible")
    static let multiAZ = kind.property("MultiAZ")
    static let tags = kind.property("Tags")

    /// Where a description of an instance holds them.
    static let described: [DescribedProperty] = [
        .text(identifier, "dBInstanceIdentifier"), .text(kind.property("DbiResourceId"), "dbiResourceId"),
        DescribedProperty.text(kind.property("DBClusterIdentifier"), "dBClusterIdentifier").orNone,
        .text(kind.property("Engine"), "engine"),
        .flag(kind.property("StorageEncrypted"), "storageEncrypted"),
        DescribedProperty.text(kind.property("KmsKeyId"), "kmsKeyId").orNone,
        .flag(upgrades, "autoMinorVersionUpgrade"), .flag(isPublic, "publiclyAccessible"),
        .flag(multiAZ, "multiAZ"),
        .value(kind.property("Port"), "endpoint") { token, shapes in
            shapes.int(shapes.member(token, "port")).map { FlatValue($0) }
        },
        .value(kind.property("DBSubnetGroupName"), "dBSubnetGroup") { token, shapes in
            shapes.text(shapes.member(token, "dBSubnetGroupName")).map { FlatValue($0) }
        },
        .texts(kind.property("VPCSecurityGroups"), "vpcSecurityGroups", under: "vpcSecurityGroupId"),
        .tags(tags, "tagList"),
    ]

    /// Everything but the tags: what becomes unknown when another instance takes the name.
    static let facts = kind.schema.properties.indices.map { PropertyID(index: $0) }.filter { $0 != tags }
}

/// The schema of database clusters, as the decoders write it.
enum DBClusterKind {
    static let kind = KindCatalog.kind("AWS::RDS::DBCluster")
    static let multiAZ = kind.property("MultiAZ")
    static let tags = kind.property("Tags")

    /// Where a description of a cluster holds them.
    static let described: [DescribedProperty] = [
        .text(kind.property("DBClusterIdentifier"), "dBClusterIdentifier"),
        .text(kind.property("DBClusterResourceId"), "dbClusterResourceId"),
        .text(kind.property("Engine"), "engine"),
        .flag(kind.property("StorageEncrypted"), "storageEncrypted"),
        DescribedProperty.text(kind.property("KmsKeyId"), "kmsKeyId").orNone, .flag(multiAZ, "multiAZ"),
        .text(kind.property("DBSubnetGroupName"), "dBSubnetGroup"), .tags(tags, "tagList"),
    ]

    /// Everything but the tags: what becomes unknown when another cluster takes the name.
    static let facts = kind.schema.properties.indices.map { PropertyID(index: $0) }.filter { $0 != tags }
}

/// The schema of subnet groups, as the decoders write it.
enum DBSubnetGroupKind {
    static let kind = KindCatalog.kind("AWS::RDS::DBSubnetGroup")
    static let name = kind.property("DBSubnetGroupName")
    static let vpc = kind.property("VpcId")
    static let subnets = kind.property("SubnetIds")
    static let tags = kind.property("Tags")

    /// Where a description of a group holds them.
    static let described: [DescribedProperty] = [
        .text(name, "dBSubnetGroupName"), .text(vpc, "vpcId"),
        .texts(subnets, "subnets", under: "subnetIdentifier"),
    ]
}
