import CloudModel
internal import JSONTokens

/// Regions that an account opts in to or out of. The list of enabled regions is not in the event.
enum AccountRegionEvents {
    static let service = AWSService(
        folds: [
            "EnableRegion": .writes(AWSAccountKind.kind, AWSAccountKind.enabledRegions) { changed($0) },
            "DisableRegion": .writes(AWSAccountKind.kind, AWSAccountKind.enabledRegions) { changed($0) },
        ],
        withoutEffect: [], kindWords: [], otherWords: [], touch: { _ in [] })

    private static func changed(_ event: AWSEvent) -> AWSFoldOutcome {
        // A management account may name a member's account.
        let target = event.shapes.text(event.parameter("accountId"))
        var change = AWSAccountKind.change(event, [.unknown(AWSAccountKind.enabledRegions)])
        change.owner = target
        return .changes([change])
    }
}
