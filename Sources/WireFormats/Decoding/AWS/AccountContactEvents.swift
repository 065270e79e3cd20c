import CloudModel
internal import JSONTokens

/// Whom AWS writes to about an account.
enum AccountContactEvents {
    static let folds: [String: AWSFold] = [
        "AcceptPrimaryEmailUpdate": .writes(AWSAccountKind.kind) { event in
            .changes(owned(event, [AWSAccountKind.change(event, lifecycle: .touch, [])]))
        },
        "DeleteAlternateContact": .writes(AWSAccountKind.kind, AWSAccountKind.alternateContacts) {
            alternate($0) { .remove(AWSAccountKind.alternateContacts, $0) }
        },
        "PutAlternateContact": .writes(AWSAccountKind.kind, AWSAccountKind.alternateContacts) {
            alternate($0) { .insert(AWSAccountKind.alternateContacts, SetElement($0)) }
        },
        "PutContactInformation": .writes(AWSAccountKind.kind, AWSAccountKind.contact) { event in
            let fields = event.parameter("contactInformation")
            let write = fields.map { PropertyWrite.set(AWSAccountKind.contact, filled($0, event.shapes)) }
            return .changes(
                owned(event, [AWSAccountKind.change(event, [write ?? .unknown(AWSAccountKind.contact)])]))
        },
    ]

    private static let fields: [(key: StaticString, name: String)] = [
        ("addressLine1", "AddressLine1"), ("addressLine2", "AddressLine2"), ("city", "City"),
        ("companyName", "CompanyName"), ("countryCode", "CountryCode"), ("fullName", "FullName"),
        ("phoneNumber", "PhoneNumber"), ("postalCode", "PostalCode"), ("stateOrRegion", "StateOrRegion"),
    ]

    /// The names of the fields that are filled in; a hidden value is one.
    static func filled(_ contact: Token?, _ shapes: AWSShapes) -> FlatValue {
        let names = fields.filter { shapes.text(shapes.member(contact, $0.key)) != nil }.map(\.name)
        return FlatValue(list: names.map { FlatValue($0) })
    }

    /// Changes of the account that the request names, if it names one.
    static func owned(_ event: AWSEvent, _ changes: [AWSPendingChange]) -> [AWSPendingChange] {
        let owner = event.shapes.text(event.parameter("accountId"))
        return changes.map { change in
            var change = change
            change.owner = owner
            return change
        }
    }

    private static func alternate(
        _ event: AWSEvent, _ write: (FlatValue) -> PropertyWrite
    ) -> AWSFoldOutcome {
        let type = event.shapes.text(event.parameter("alternateContactType"))
        let known = type.map { write(FlatValue($0.uppercased())) }
        return .changes(
            owned(
                event,
                [AWSAccountKind.change(event, [known ?? .unknown(AWSAccountKind.alternateContacts)])]))
    }
}
