internal import CloudModel

/// Actions and children that change a property of a resource without showing its value.
enum AzureSideEffects {
    /// The property of the kind that the action or the child, both folded, leaves open.
    static func property(of kind: ResourceKind, openedBy word: String) -> PropertyID? {
        switch word {
        case "regeneratekey": kind.schema.property(named: "keyCreationTime")
        case "privateendpointconnections", "privateendpointconnectionsapproval":
            kind.schema.property(named: "privateEndpointConnections")
        default: nil
        }
    }

    /// The operations below a kind that leave one of its properties open.
    static func registered(of kind: ResourceKind) -> [(operation: String, property: PropertyID)] {
        let operations = [
            "regenerateKey/action", "privateEndpointConnections/write", "privateEndpointConnections/delete",
            "privateEndpointConnectionsApproval/action",
        ]
        return operations.compactMap { operation in
            let word = operation.prefix { $0 != "/" }.lowercased()
            return property(of: kind, openedBy: word).map { (kind.name + "/" + operation, $0) }
        }
    }
}
