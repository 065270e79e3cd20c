import CloudModel
internal import JSONTokens

/// How AWS Config items of one type hold the properties of its kind.
struct ConfigDescription: Sendable {
    /// The property of tags, which Config lists beside the configuration.
    let tags: PropertyID?
    /// The properties that stand in the configuration.
    let properties: [DescribedProperty]
    /// What else the item says; most types say nothing else.
    var supplement: @Sendable (AWSShapes, Token) -> [PropertyWrite] = { _, _ in [] }

    /// The descriptions by the type's name.
    static let byType: [String: ConfigDescription] = [
        FlowLogKind.kind: ConfigDescription(
            tags: FlowLogKind.tags, properties: FlowLogKind.described + FlowLogKind.observed),
        InstanceKind.kind: ConfigDescription(tags: InstanceKind.tags, properties: InstanceKind.described),
        NetworkAclKind.kind: ConfigDescription(
            tags: NetworkAclKind.tags, properties: NetworkAclKind.described),
        NetworkInterfaceKind.kind: ConfigDescription(
            tags: NetworkInterfaceKind.tags, properties: NetworkInterfaceKind.described),
        PeeringKind.kind: ConfigDescription(tags: PeeringKind.tags, properties: []) { shapes, root in
            PeeringKind.writes(shapes.member(root, "configuration"), shapes)
        },
        RouteTableKind.kind: ConfigDescription(
            tags: RouteTableKind.tags, properties: RouteTableKind.described),
        SubnetKind.kind: ConfigDescription(tags: SubnetKind.tags, properties: SubnetKind.described),
        VPCEndpointKind.kind: ConfigDescription(
            tags: VPCEndpointKind.tags, properties: VPCEndpointKind.described),
        VPCKind.kind: ConfigDescription(tags: VPCKind.tags, properties: VPCKind.described) { shapes, root in
            let blocks = VPCKind.blocks(shapes.member(root, "configuration"), shapes)
            return blocks.map { [.replace(VPCKind.blocks, $0)] } ?? []
        },
    ].reduce(into: [:]) { $0[$1.key.name] = $1.value }
}
