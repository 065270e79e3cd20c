import CloudModel
internal import JSONTokens

/// What is known of one event name.
struct CloudTrailRule {
    /// What the event does to the kinds that have a schema.
    let effect: Effect
    /// True if the name is that of a read; counts where the record does not say it.
    let readsByName: Bool
    /// True for the notifications that only point at an object with records.
    var isPointer = false

    /// True if reads count too, because the name is in a service's table.
    var listensToReads: Bool {
        if case .fold = effect { return true }
        return false
    }

    /// What an event does.
    enum Effect {
        case none(Irrelevance)
        case fold(AWSFold)
        case blind(AWSTouch)
    }
}

/// The rules of the event names seen so far, by their dense ids, so that an event costs one look-up.
struct CloudTrailRules {
    private var known: [CloudTrailRule?] = []

    /// The rule for the name that two tokens spell.
    mutating func rule(
        for id: EventNameID, _ tape: TokenTape, source: Token, name: Token
    ) -> CloudTrailRule {
        let index = Int(id.index)
        if index < known.count, let rule = known[index] { return rule }
        let rule = CloudTrailRules.rule(
            source: tape.string(source) ?? "", name: tape.string(name) ?? "")
        // Number 0 stands for every name beyond the table's limit.
        guard index > 0 else { return rule }
        while known.count <= index { known.append(nil) }
        known[index] = rule
        return rule
    }

    private static func rule(source: String, name: String) -> CloudTrailRule {
        let reads = isRead(source: source, name: name)
        if source.hasPrefix("aws:") {
            return CloudTrailRule(effect: .none(.notGoverned), readsByName: reads, isPointer: true)
        }
        let service = service(of: source)
        guard let governed = AWSServices.byName[service] else {
            return CloudTrailRule(effect: .none(.notGoverned), readsByName: reads)
        }
        if let fold = governed.folds[name] { return CloudTrailRule(effect: .fold(fold), readsByName: reads) }
        if governed.withoutEffect.contains(name) {
            return CloudTrailRule(effect: .none(.noGovernedProperty), readsByName: reads)
        }
        if governed.mentionsGovernedKind(name) {
            return CloudTrailRule(effect: .blind(governed.touch), readsByName: reads)
        }
        return CloudTrailRule(effect: .none(.notGoverned), readsByName: reads)
    }

    private static func service(of source: String) -> String {
        for suffix in [".amazonaws.com", ".amazonaws.com.cn"] where source.hasSuffix(suffix) {
            return String(source.dropLast(suffix.count))
        }
        return source
    }

    private static let readPrefixes = [
        "Get", "List", "Describe", "Head", "Lookup", "BatchGet", "BatchDescribe", "Search", "Query", "Scan",
        "Select", "View", "Check", "Simulate", "Discover", "Poll", "Filter", "Estimate", "Preview",
        "Validate",
        "Verify", "Download", "Read",
    ]
    private static let readNames: Set<String> = [
        "ConsoleLogin", "CredentialChallenge", "CredentialVerification", "SwitchRole", "ExitRole",
        "RenewRole",
        "CheckMfa", "Authenticate", "Federate", "Logout", "UserAuthentication", "Decrypt", "Encrypt", "Sign",
        "GenerateCredentialReport", "GenerateDataKey", "GenerateDataKeyWithoutPlaintext",
        "GenerateDataKeyPair",
        "GenerateDataKeyPairWithoutPlaintext", "GenerateMac", "GenerateRandom", "ReEncrypt",
        "DeriveSharedSecret",
    ]

    private static func isRead(source: String, name: String) -> Bool {
        if readNames.contains(name) || name.hasPrefix("AssumeRole") || source == "signin.amazonaws.com" {
            return true
        }
        return readPrefixes.contains { prefix in
            guard name.hasPrefix(prefix) else { return false }
            guard let next = name.utf8.dropFirst(prefix.utf8.count).first else { return true }
            return (65...90).contains(next)
        }
    }
}

/// What is known of one service that governs kinds with a schema.
struct AWSService: Sendable {
    /// Its folds by event name.
    let folds: [String: AWSFold]
    /// Names on a governed kind that change no property of its schema.
    let withoutEffect: Set<String>
    /// Parts of names that speak of a governed kind; such a name that no list has is a blind spot.
    let kindWords: [String]
    /// Parts of names that speak of something else although a kind word stands in them.
    let otherWords: [String]
    /// The resources that an event of unknown effect names.
    let touch: AWSTouch

    /// True if the name speaks of a governed kind.
    func mentionsGovernedKind(_ name: String) -> Bool {
        kindWords.contains { name.contains($0) } && !otherWords.contains { name.contains($0) }
    }
}

/// The services that govern kinds with a schema.
enum AWSServices {
    static let byName: [String: AWSService] = [
        "ec2": EC2Events.service,
        "s3": S3Events.service,
        "cloudtrail": CloudTrailEvents.service,
        "kms": KMSEvents.service,
        "iam": IAMAccountEvents.service,
        "account": AccountRegionEvents.service,
    ]
}
