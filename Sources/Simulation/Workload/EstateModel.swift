/// One security group rule: one permission towards one source.
struct EstateRule {
    /// The rule id; nil for a rule that came with its group and whose id no event told.
    var id: String?
    let ipProtocol: String
    let fromPort: Int
    let toPort: Int
    var source: Source

    enum Source: Equatable {
        case ipv4(String)
        case ipv6(String)
        case group(String)
        case prefixList(String)
    }

    /// The rule that lets everything out, which each new group has.
    static func allTraffic(id: String?) -> EstateRule {
        EstateRule(id: id, ipProtocol: "-1", fromPort: -1, toPort: -1, source: .ipv4("0.0.0.0/0"))
    }
}

/// A security group as the events so far left it.
struct EstateGroup {
    let id: String
    let name: String
    /// Which of its account's regions it is in.
    let region: Int
    let team: String
    var ingress: [EstateRule]
    var egress: [EstateRule]
    var isDeleted = false
    /// True while a change made it non-compliant, or if it was so from the start.
    var isDrifted = false
}

/// A bucket as the events so far left it.
struct EstateBucket {
    let name: String
    let region: Int
    let team: String
    /// All four block public access settings at once; nil where there is no configuration.
    var blocksPublicAccess: Bool? = true
    var policy = Policy.denyPlainHTTP
    var isVersioned = true
    var logsTo: String?
    var keyARN: String?
    var isDeleted = false
    var isDrifted = false

    enum Policy: Equatable {
        case none
        case denyPlainHTTP
        /// Denies plain HTTP and lets another account read.
        case denyPlainHTTPAndShare(with: String)
        /// Lets another account read and has lost its denial of plain HTTP.
        case shareOnly(with: String)
    }
}

/// A trail as the events so far left it.
struct EstateTrail {
    let name: String
    let region: Int
    let bucket: String
    var isLogging = true
    var isMultiRegion = true
    var validatesLogFiles = true
    var isOrganizationTrail = false
    var keyARN: String?
    var isDeleted = false
    var isDrifted = false
}

/// A KMS key as the events so far left it.
struct EstateKey {
    let id: String
    let region: Int
    let team: String
    var isRotated = true
    var state = State.enabled
    var isDrifted = false

    enum State: String {
        case enabled = "Enabled"
        case disabled = "Disabled"
        case pendingDeletion = "PendingDeletion"
    }
}

/// An account's rules for passwords.
struct EstatePasswordPolicy: Equatable {
    var minimumLength = 14
    var reusePrevention = 24
    var maximumAge = 90
    var requiresSymbols = true

    static let strong = EstatePasswordPolicy()
    static let weak = EstatePasswordPolicy(
        minimumLength: 6, reusePrevention: 1, maximumAge: 0, requiresSymbols: false)
}

/// A role that people, pipelines or services take on.
struct EstateRole {
    let name: String
    /// The unique id, `AROA…`.
    let id: String
    let use: Use

    enum Use {
        case person
        case pipeline
        case service
    }
}

/// A person with an IAM user.
struct EstateUser {
    let name: String
    /// The unique id, `AIDA…`.
    let id: String
    let accessKey: String
}

/// One AWS account and what stands in it.
struct EstateAccount {
    let id: String
    let regions: [String]
    /// One a region.
    let vpcs: [String]
    let users: [EstateUser]
    let roles: [EstateRole]
    var passwordPolicy: EstatePasswordPolicy? = .strong
    var isPasswordPolicyDrifted = false
    /// The account-wide block of public access; nil where there is none.
    var blocksPublicAccess: Bool?
    /// One a region.
    var encryptsDisks: [Bool]
    var groups: [EstateGroup] = []
    var buckets: [EstateBucket] = []
    var trails: [EstateTrail] = []
    var keys: [EstateKey] = []

    func keyARN(_ key: EstateKey) -> String {
        "arn:aws:kms:\(regions[key.region]):\(id):key/\(key.id)"
    }

    func trailARN(_ trail: EstateTrail) -> String {
        "arn:aws:cloudtrail:\(regions[trail.region]):\(id):trail/\(trail.name)"
    }
}

/// Every account of a made-up organisation.
struct Estate {
    var accounts: [EstateAccount]
}

extension EstateAccount {
    /// The account without what was deleted.
    var withoutDeleted: EstateAccount {
        var account = self
        account.groups.removeAll(where: \.isDeleted)
        account.buckets.removeAll(where: \.isDeleted)
        account.trails.removeAll(where: \.isDeleted)
        return account
    }
}
