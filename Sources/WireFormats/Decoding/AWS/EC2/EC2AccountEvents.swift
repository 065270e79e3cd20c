import CloudModel
internal import JSONTokens

/// Switches of EC2 that hold for an account in a region.
enum EC2AccountEvents {
    static let folds: [String: AWSFold] = [
        "EnableEbsEncryptionByDefault": .writes(
            AWSAccountKind.kind, AWSAccountKind.ebsEncryption, AWSAccountKind.enabledRegions
        ) {
            set($0, true)
        },
        "DisableEbsEncryptionByDefault": .writes(
            AWSAccountKind.kind, AWSAccountKind.ebsEncryption, AWSAccountKind.enabledRegions
        ) {
            set($0, false)
        },
    ]

    /// A call that succeeded shows besides that the region is enabled.
    private static func set(_ event: AWSEvent, _ isOn: Bool) -> AWSFoldOutcome {
        .changes([
            AWSAccountKind.change(
                event, region: event.region, [.set(AWSAccountKind.ebsEncryption, FlatValue(isOn))]),
            AWSAccountKind.change(
                event, [.insert(AWSAccountKind.enabledRegions, SetElement(FlatValue(event.region)))]),
        ])
    }
}
