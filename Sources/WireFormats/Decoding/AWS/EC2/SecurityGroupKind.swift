import CloudModel
internal import JSONTokens

/// The schema of security groups, as the decoders write it.
enum SecurityGroupKind {
    static let kind = KindCatalog.kind("AWS::EC2::SecurityGroup")
    static let name = kind.property("GroupName")
    static let vpc = kind.property("VpcId")
    static let description = kind.property("GroupDescription")
    static let ingress = kind.property("SecurityGroupIngress")
    static let egress = kind.property("SecurityGroupEgress")
    static let tags = kind.property("Tags")

    /// The set of one direction.
    static func rules(isEgress: Bool) -> PropertyID { isEgress ? egress : ingress }
}
