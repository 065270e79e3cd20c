/// Who makes a call: the `userIdentity` object of a record and where the call comes from.
struct Actor {
    /// The `userIdentity` object.
    let identity: String
    let arn: String
    let address: String
    let userAgent: String

    /// A role session of a person, a pipeline or a service, as `sessionContext` tells it.
    static func session(
        of role: EstateRole, named session: String, in account: EstateAccount, since: String, mfa: Bool,
        address: String, userAgent: String, accessKey: String
    ) -> Actor {
        let path = role.use == .person ? "aws-reserved/sso.amazonaws.com/" : ""
        let arn = "arn:aws:sts::\(account.id):assumed-role/\(role.name)/\(session)"
        let identity =
            #"{"type":"AssumedRole","principalId":"\#(role.id):\#(session)","arn":"\#(arn)","#
            + #""accountId":"\#(account.id)","accessKeyId":"\#(accessKey)","#
            + #""sessionContext":{"sessionIssuer":{"#
            + #""type":"Role","principalId":"\#(role.id)","arn":"arn:aws:iam::\#(account.id):role/\#(path)"#
            + #"\#(role.name)","accountId":"\#(account.id)","userName":"\#(role.name)"},"#
            + #""webIdFederationData":{},"#
            + #""attributes":{"creationDate":"\#(since)","mfaAuthenticated":"\#(mfa)"}}}"#
        return Actor(identity: identity, arn: arn, address: address, userAgent: userAgent)
    }

    /// A person with an IAM user and its access key or console session.
    static func user(
        _ user: EstateUser, in account: EstateAccount, since: String, mfa: Bool, address: String,
        userAgent: String
    ) -> Actor {
        let arn = "arn:aws:iam::\(account.id):user/\(user.name)"
        let identity =
            #"{"type":"IAMUser","principalId":"\#(user.id)","arn":"\#(arn)","accountId":"\#(account.id)","#
            + #""accessKeyId":"\#(user.accessKey)","userName":"\#(user.name)","#
            + #""sessionContext":{"sessionIssuer":{},"#
            + #""webIdFederationData":{},"attributes":{"creationDate":"\#(since)","#
            + #""mfaAuthenticated":"\#(mfa)"}}}"#
        return Actor(identity: identity, arn: arn, address: address, userAgent: userAgent)
    }

    /// The account's root user.
    static func root(of account: EstateAccount, since: String, address: String, userAgent: String) -> Actor {
        let arn = "arn:aws:iam::\(account.id):root"
        let identity =
            #"{"type":"Root","principalId":"\#(account.id)","arn":"\#(arn)","accountId":"\#(account.id)","#
            + #""accessKeyId":"","sessionContext":{"sessionIssuer":{},"webIdFederationData":{},"#
            + #""attributes":{"#
            + #""creationDate":"\#(since)","mfaAuthenticated":"true"}}}"#
        return Actor(identity: identity, arn: arn, address: address, userAgent: userAgent)
    }

    /// A service of AWS on its own behalf.
    static func service(_ name: String) -> Actor {
        let host = name + ".amazonaws.com"
        return Actor(
            identity: #"{"type":"AWSService","invokedBy":"\#(host)"}"#, arn: host, address: host,
            userAgent: host)
    }
}

/// Choosing who makes a call.
extension Actor {
    /// Somebody of an account who changes things: mostly roles, sometimes users, very rarely root.
    static func changing(_ account: EstateAccount, at seconds: Int, from generator: inout SeededGenerator)
        -> Actor
    {
        switch generator.below(1000) {
        case 0..<3:
            return .root(
                of: account, since: since(seconds, &generator), address: office(&generator),
                userAgent: Names.userAgents[4])
        case 3..<230: return .anyUser(account, at: seconds, from: &generator)
        default: return .anySession(account, roles: 0..<3, at: seconds, from: &generator)
        }
    }

    /// Somebody of an account who reads: mostly services' roles.
    static func reading(_ account: EstateAccount, at seconds: Int, from generator: inout SeededGenerator)
        -> Actor
    {
        generator.chance(permille: 120)
            ? .anyUser(account, at: seconds, from: &generator)
            : .anySession(account, roles: 0..<account.roles.count, at: seconds, from: &generator)
    }

    private static func anyUser(
        _ account: EstateAccount, at seconds: Int, from generator: inout SeededGenerator
    ) -> Actor {
        .user(
            generator.pick(account.users), in: account, since: since(seconds, &generator),
            mfa: generator.chance(permille: 800), address: office(&generator),
            userAgent: generator.pick(Names.userAgents))
    }

    private static func anySession(
        _ account: EstateAccount, roles: Range<Int>, at seconds: Int, from generator: inout SeededGenerator
    ) -> Actor {
        let role = account.roles[roles.lowerBound + generator.below(roles.count)]
        let session: String
        let address: String
        switch role.use {
        case .person:
            session = generator.pick(account.users).name + "@example.com"
            address = office(&generator)
        case .pipeline:
            session = "run-" + generator.digits(11)
            address = "20.\(generator.below(256)).\(generator.below(256)).\(generator.below(256))"
        case .service:
            session = "i-0" + generator.hex(16)
            address = "10.\(generator.below(250)).\(generator.below(256)).\(generator.below(256))"
        }
        return .session(
            of: role, named: session, in: account, since: since(seconds, &generator),
            mfa: role.use == .person, address: address,
            userAgent: generator.pick(Names.userAgents), accessKey: "ASIA" + generator.capitals(16))
    }

    private static func since(_ seconds: Int, _ generator: inout SeededGenerator) -> String {
        EventTime.text(seconds - generator.below(3600))
    }

    private static func office(_ generator: inout SeededGenerator) -> String {
        "203.0.113.\(1 + generator.below(254))"
    }
}
