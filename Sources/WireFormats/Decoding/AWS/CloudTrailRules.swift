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

/// The answers about one event name that fit into a byte.
struct CloudTrailVerdict: OptionSet {
    let rawValue: UInt8

    /// The name has a rule.
    static let isKnown = CloudTrailVerdict(rawValue: 1)
    /// Its name is that of a read.
    static let readsByName = CloudTrailVerdict(rawValue: 2)
    /// Reads count too.
    static let listensToReads = CloudTrailVerdict(rawValue: 4)
    /// It only points at an object with records.
    static let isPointer = CloudTrailVerdict(rawValue: 8)

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The answers of this rule.
    init(_ rule: CloudTrailRule) {
        self = .isKnown
        if rule.readsByName { insert(.readsByName) }
        if rule.listensToReads { insert(.listensToReads) }
        if rule.isPointer { insert(.isPointer) }
    }
}

/// The rules of the event names seen so far, by their dense ids, so that an event costs one look-up.
///
/// A byte a name answers what most events need; the whole rule is fetched only for those that are folded.
final class CloudTrailRules {
    private let services: [String: AWSService]
    private var verdicts: [CloudTrailVerdict] = []
    private var rules: [CloudTrailRule] = []
    private var actions: [String] = []

    /// The rules of these services.
    init(services: [String: AWSService]) {
        self.services = services
    }

    /// What decides about most events with this name.
    func verdict(for id: EventNameID, _ tape: TokenTape, source: Token, name: Token) -> CloudTrailVerdict {
        let index = Int(id.index)
        if index < verdicts.count, verdicts[index].contains(.isKnown) { return verdicts[index] }
        let (service, call) = (tape.string(source) ?? "", tape.string(name) ?? "")
        let rule = rule(source: service, name: call)
        // Number 0 stands for every name beyond the table's limit, so nothing is remembered for it.
        guard index > 0 else { return CloudTrailVerdict(rule) }
        while verdicts.count <= index {
            verdicts.append([])
            rules.append(CloudTrailRule(effect: .none(.notGoverned), readsByName: false))
            actions.append("")
        }
        actions[index] = service + "/" + call
        verdicts[index] = CloudTrailVerdict(rule)
        rules[index] = rule
        return verdicts[index]
    }

    /// What an event with this name does; its verdict must have been asked for.
    func effect(
        for id: EventNameID, _ tape: TokenTape, source: Token, name: Token
    ) -> CloudTrailRule.Effect {
        if id.index > 0 { return rules[Int(id.index)].effect }
        return rule(source: tape.string(source) ?? "", name: tape.string(name) ?? "").effect
    }

    /// Service and name of the events with this name, or nil if its verdict was never asked for.
    func action(of id: EventNameID) -> String? {
        Int(id.index) < actions.count ? actions[Int(id.index)] : nil
    }

    private func rule(source: String, name: String) -> CloudTrailRule {
        let reads = CloudTrailRules.isRead(source: source, name: name)
        if source.hasPrefix("aws:") {
            return CloudTrailRule(effect: .none(.notGoverned), readsByName: reads, isPointer: true)
        }
        let service = CloudTrailRules.service(of: source)
        guard let governed = services[service] else {
            return CloudTrailRule(effect: .none(.notGoverned), readsByName: reads)
        }
        let plain = AWSEventName.withoutDate(name)
        if let fold = governed.folds[plain] {
            return CloudTrailRule(effect: .fold(fold), readsByName: reads)
        }
        if governed.withoutEffect.contains(plain) {
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

    /// The same without one of its folds.
    func without(fold name: String) -> AWSService {
        AWSService(
            folds: folds.filter { $0.key != name }, withoutEffect: withoutEffect, kindWords: kindWords,
            otherWords: otherWords, touch: touch)
    }

    /// True if the name speaks of a governed kind.
    func mentionsGovernedKind(_ name: String) -> Bool {
        kindWords.contains { name.contains($0) } && !otherWords.contains { name.contains($0) }
    }
}
