internal import CloudModel
internal import JSONTokens

/// Storage accounts.
enum AzureStorageEvents {
    static let kind = KindCatalog.kind("Microsoft.Storage/storageAccounts")
    static let location = kind.property("location")
    static let tags = kind.property("tags")
    static let secureTransfer = kind.property("supportsHttpsTrafficOnly")
    static let networkRules = kind.property("networkAcls")

    /// The registers under `properties` and how each is read.
    static let registers: [(key: String, property: PropertyID, read: @Sendable (FlatView) -> FlatValue?)] = [
        ("supportshttpstrafficonly", secureTransfer, flag),
        ("allowblobpublicaccess", kind.property("allowBlobPublicAccess"), flag),
        ("allowsharedkeyaccess", kind.property("allowSharedKeyAccess"), flag),
        ("minimumtlsversion", kind.property("minimumTlsVersion"), word),
        ("publicnetworkaccess", kind.property("publicNetworkAccess"), word),
        ("networkacls", networkRules, rules),
    ]

    /// What an account's body writes: the fields that are there. Absent ones say nothing, because the method is unknown;
    /// on a creation the provider's defaults stand for them where they are certain.
    static func accountWrites(_ body: FlatView, isCreation: Bool, at time: Timestamp) -> [PropertyWrite] {
        var writes: [PropertyWrite] = []
        if let place = BodyReading.text(BodyReading.member(body, "location")) {
            writes.append(.set(location, FlatValue(place.lowercased())))
        }
        let properties = BodyReading.member(body, "properties")
        for (key, property, read) in registers {
            if let value = BodyReading.member(properties, key), !value.isNull {
                writes.append(read(value).map { .set(property, $0) } ?? .unknown(property))
            } else if isCreation {
                writes.append(defaultWrite(property, at: time))
            }
        }
        let tagWrites = AzureTags.writes(body, tags)
        writes += tagWrites.isEmpty && isCreation ? [.replaceDefault(tags, [])] : tagWrites
        return writes
    }

    /// Secure transfer is on by default from API version 2019-04-01; network rules admit everything. The defaults of TLS
    /// version, anonymous access and key access differ by API version, which the record does not show.
    private static func defaultWrite(_ property: PropertyID, at time: Timestamp) -> PropertyWrite {
        switch property {
        case secureTransfer where time >= secureTransferByDefault: .setDefault(property, FlatValue(true))
        case networkRules: .setDefault(property, openRules)
        default: .unknown(property)
        }
    }

    /// 2019-04-01.
    private static let secureTransferByDefault = Timestamp(seconds: 1_554_076_800)

    private static let openRules = FlatValue(map: [
        ("bypass", FlatValue("AzureServices")), ("defaultAction", FlatValue("Allow")),
    ])

    private static let flag: @Sendable (FlatView) -> FlatValue? = {
        BodyReading.bool($0).map { FlatValue($0) }
    }

    private static let word: @Sendable (FlatView) -> FlatValue? = { view in
        guard let text = BodyReading.text(view), !text.hasPrefix("*") else { return nil }
        return FlatValue(text)
    }

    /// The network rules in canonical form: empty lists are left out. Nil without a default action.
    private static let rules: @Sendable (FlatView) -> FlatValue? = { view in
        guard let action = BodyReading.text(BodyReading.member(view, "defaultaction")) else { return nil }
        let spelled = ["allow": "Allow", "deny": "Deny"][action.lowercased()] ?? action
        var members = [("defaultAction", FlatValue(spelled))]
        if let bypass = BodyReading.text(BodyReading.member(view, "bypass")) {
            members.append(("bypass", FlatValue(bypass)))
        }
        for (key, name) in [("iprules", "ipRules"), ("virtualnetworkrules", "virtualNetworkRules")] {
            guard let list = BodyReading.member(view, key), list.tag == .list, list.count > 0 else {
                continue
            }
            members.append((name, list.value))
        }
        return FlatValue(map: members)
    }
}
