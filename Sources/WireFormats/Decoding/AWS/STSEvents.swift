import CloudModel
internal import JSONTokens

/// The calls of STS that touch more than sessions.
enum STSEvents {
    static let service = AWSService(
        folds: [
            // A session that may change a member account's root user; what it then does is recorded by itself.
            "AssumeRoot": .writes(AWSAccountKind.kind) { event in
                var change = AWSAccountKind.change(event, lifecycle: .touch, [])
                let target = event.shapes.text(event.parameter("targetPrincipal"))
                change.owner = target.map { AWSARN($0)?.account ?? $0 }
                return .changes([change])
            }
        ],
        withoutEffect: [], kindWords: [], otherWords: [], touch: { _ in [] })
}
