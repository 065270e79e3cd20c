import CloudModel
internal import JSONTokens

/// The schemas of network interfaces and of their attachments, as the decoders write them.
enum NetworkInterfaceKind {
    static let kind = KindCatalog.kind("AWS::EC2::NetworkInterface")
    static let groups = kind.property("GroupSet")
    static let tags = kind.property("Tags")
    static let attachment = KindCatalog.kind("AWS::EC2::NetworkInterfaceAttachment")
    static let attached = attachment.property("NetworkInterfaceId")
    static let instance = attachment.property("InstanceId")

    /// Where a description of an interface holds them.
    static let described: [DescribedProperty] = [
        .text(kind.property("VpcId"), "vpcId"), .text(kind.property("SubnetId"), "subnetId"),
        .texts(groups, "groupSet", "groups", under: "groupId"),
        DescribedProperty.tags(tags, "tagSet").orEmpty,
    ]
}
