import CloudModel
internal import JSONTokens

/// Regions that an account opts in to or out of. Switching one takes minutes, but nothing calls it off.
enum AccountRegionEvents {
    static let folds: [String: AWSFold] = [
        "EnableRegion": .reaches(reach) { switched($0, isEnabled: true) },
        "DisableRegion": .reaches(reach) { switched($0, isEnabled: false) },
    ]

    /// The list of regions, and the account's node in the region itself.
    private static let reach = FoldReach(
        kind: AWSAccountKind.kind, properties: PropertySet(AWSAccountKind.enabledRegions), isLifecycle: true)

    private static func switched(_ event: AWSEvent, isEnabled: Bool) -> AWSFoldOutcome {
        let name = event.shapes.text(event.parameter("regionName"))
        let list = AWSAccountKind.enabledRegions
        guard let name else { return account(event, [AWSAccountKind.change(event, [.unknown(list)])]) }
        let region = FlatValue(name)
        let write = isEnabled ? PropertyWrite.insert(list, SetElement(region)) : .remove(list, region)
        return account(
            event,
            [
                AWSAccountKind.change(event, [write]),
                AWSAccountKind.change(event, region: name, lifecycle: isEnabled ? .modify : .delete, []),
            ])
    }

    /// A management account may name a member's account.
    private static func account(_ event: AWSEvent, _ changes: [AWSPendingChange]) -> AWSFoldOutcome {
        .changes(AccountContactEvents.owned(event, changes))
    }
}
