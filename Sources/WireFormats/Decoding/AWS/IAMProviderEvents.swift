import CloudModel
internal import JSONTokens

/// The events of identity providers.
enum IAMProviderEvents {
    static let folds: [String: AWSFold] = [
        "AddClientIDToOpenIDConnectProvider": .writes(oidc, clients) { event in
            onProvider(event, oidc, oidcKey) { [client(event) { .insert(clients, SetElement($0)) }] }
        },
        "CreateOpenIDConnectProvider": .creates(oidc) { createOIDC($0) },
        "CreateSAMLProvider": .creates(saml) { createSAML($0) },
        "DeleteOpenIDConnectProvider": .deletes(oidc) { event in
            onProvider(event, oidc, oidcKey, .delete) { [] }
        },
        "DeleteSAMLProvider": .deletes(saml) { event in onProvider(event, saml, samlKey, .delete) { [] } },
        "RemoveClientIDFromOpenIDConnectProvider": .writes(oidc, clients) { event in
            onProvider(event, oidc, oidcKey) { [client(event) { .remove(clients, $0) }] }
        },
        "UpdateSAMLProvider": .writes(saml, validUntil) { event in
            onProvider(event, saml, samlKey) { [.unknown(validUntil)] }
        },
    ]

    private static let oidc = IAMKind.oidcProvider
    private static let saml = IAMKind.samlProvider
    private static let clients = oidc.property("ClientIdList")
    private static let validUntil = saml.property("ValidUntil")
    private static let oidcKey: StaticString = "openIDConnectProviderArn"
    private static let samlKey: StaticString = "sAMLProviderArn"

    private static func onProvider(
        _ event: AWSEvent, _ kind: ResourceKind, _ key: StaticString,
        _ lifecycle: ResourceChange.Lifecycle = .modify, _ writes: () -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        guard let arn = event.shapes.text(event.parameter(key)).flatMap({ AWSARN($0) }) else {
            return .blind([])
        }
        return .changes([event.iamChange(kind, arn.resourceID, lifecycle, writes())])
    }

    private static func client(_ event: AWSEvent, _ write: (FlatValue) -> PropertyWrite) -> PropertyWrite {
        event.shapes.text(event.parameter("clientID")).map { write(FlatValue($0)) } ?? .unknown(clients)
    }

    private static func createOIDC(_ event: AWSEvent) -> AWSFoldOutcome {
        let shapes = event.shapes
        let arn = shapes.text(event.answer("openIDConnectProviderArn")).flatMap { AWSARN($0) }
        guard let arn else { return .blind([]) }
        let ids = shapes.texts(event.parameter("clientIDList"), under: "clientID")
        return .changes([
            event.iamChange(
                oidc, arn.resourceID, .create,
                [
                    .set(oidc.property("Url"), FlatValue(arn.resourceID)),
                    .replace(clients, ids.map { SetElement(FlatValue($0)) }),
                    event.createdTags(oidc.property("Tags")),
                ])
        ])
    }

    /// How long the metadata is valid stands inside its document, which records cut or hide.
    private static func createSAML(_ event: AWSEvent) -> AWSFoldOutcome {
        let arn = event.shapes.text(event.answer("sAMLProviderArn")).flatMap { AWSARN($0) }
        guard let name = arn?.resourceID ?? event.iamName("name") else { return .blind([]) }
        return .changes([
            event.iamChange(
                saml, name, .create, [.unknown(validUntil), event.createdTags(saml.property("Tags"))])
        ])
    }
}
