internal import CloudModel
internal import JSONTokens

/// What a resource has that its creation did not ask for, where that is certain.
enum AzureDefaults {
    /// The default, or that it is unknown: most differ by API version, which a record does not show.
    static func write(_ property: PropertyID, of kind: ResourceKind, at time: Timestamp) -> PropertyWrite {
        guard kind == AzureStorageEvents.kind else { return .unknown(property) }
        switch property {
        // On by default from API version 2019-04-01.
        case AzureStorageEvents.secureTransfer where time >= secureTransferByDefault:
            return .setDefault(property, FlatValue(true))
        // They admit everything.
        case AzureStorageEvents.networkRules: return .setDefault(property, AzureNetworkRules.open)
        default: return .unknown(property)
        }
    }

    /// 2019-04-01.
    private static let secureTransferByDefault = Timestamp(seconds: 1_554_076_800)
}
