/// Random texts: policies and filter patterns made of the right words, and mutations of good ones.
struct RandomTexts {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    /// A number below the limit.
    mutating func next(_ limit: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ (mixed >> 31)) % UInt64(limit))
    }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[next(choices.count)] }

    // MARK: Policies

    /// A policy as JSON, mostly one that can be read.
    mutating func policy() -> String {
        let statements = (0...next(3)).map { _ in statement() }
        if next(8) == 0 { return #"{"Statement":\#(statements[0])}"# }
        return #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#
    }

    private mutating func statement() -> String {
        var members = [#""Effect":"\#(pick(["Allow", "Allow", "Deny"]))""#]
        if next(8) > 0 { members.append(#""\#(pick(["Principal", "NotPrincipal"]))":\#(principal())"#) }
        members.append(#""\#(pick(["Action", "Action", "NotAction"]))":\#(list(Self.actions))"#)
        if next(4) > 0 {
            members.append(#""\#(pick(["Resource", "NotResource"]))":\#(list(Self.resources))"#)
        }
        if next(2) == 0 { members.append(#""Condition":\#(condition())"#) }
        return "{\(members.joined(separator: ","))}"
    }

    private mutating func principal() -> String {
        if next(3) == 0 { return #""*""# }
        let kind = pick(["AWS", "AWS", "Service", "Federated", "CanonicalUser", "*"])
        return #"{"\#(kind)":\#(list(Self.principals))}"#
    }

    private mutating func condition() -> String {
        let operators = (0...next(1)).map { _ in
            let name =
                pick(["", "", "ForAllValues:", "ForAnyValue:"]) + pick(Self.operators)
                + pick(["", "", "IfExists"])
            let keys = (0...next(1)).map { _ in #""\#(pick(Self.keys))":\#(list(Self.values))"# }
            return #""\#(name)":{\#(keys.joined(separator: ","))}"#
        }
        return "{\(operators.joined(separator: ","))}"
    }

    private mutating func list(_ choices: [String]) -> String {
        if next(2) == 0 { return #""\#(pick(choices))""# }
        return "[" + (0...next(2)).map { _ in #""\#(pick(choices))""# }.joined(separator: ",") + "]"
    }

    private static let actions = [
        "*", "s3:*", "s3:Get*", "sts:AssumeRole", "sts:*", "kms:Decrypt", "*:*", "s3:?et", "",
    ]
    private static let resources = [
        "*", "arn:aws:s3:::b", "arn:aws:s3:::b/*", "arn:*", "arn:aws:*:*:*:*", "", "b*b*b*b",
    ]
    private static let principals = [
        "*", "111122223333", "arn:aws:iam::444455556666:root", "arn:aws:iam::*:root", "sns.amazonaws.com",
        "AROAX",
        "cognito-identity.amazonaws.com", "arn:aws:iam::111122223333:saml-provider/x", "",
        "arn:aws:iam::111122223333:oidc-provider/token.actions.githubusercontent.com",
    ]
    private static let operators = [
        "StringEquals", "StringLike", "StringNotEquals", "ArnLike", "ArnEquals", "IpAddress", "NotIpAddress",
        "Bool", "Null",
        "NumericLessThan", "StringEqual",
    ]
    private static let keys = [
        "aws:PrincipalOrgID", "aws:SourceIp", "aws:SourceArn", "aws:SecureTransport", "sts:ExternalId",
        "SAML:aud", "aws:userid",
        "token.actions.githubusercontent.com:sub", "token.actions.githubusercontent.com:aud", "s3:TlsVersion",
        "",
        "aws:PrincipalIsAWSService",
    ]
    private static let values = [
        "*", "o-a1b2c3", "o-*", "0.0.0.0/0", "203.0.113.0/24", "::/0", "true", "false", "repo:acme/*",
        "repo:*", "",
        "${aws:ResourceAccount}", "arn:aws:sns:*:*:x", "arn:aws:s3:::b*", "1.2", "AROAX:*", "%7B", "\\u0000",
    ]

    // MARK: Filter patterns

    /// A filter pattern, mostly one that can be read.
    mutating func pattern() -> String {
        switch next(8) {
        case 0: (0...next(3)).map { _ in pick(["", "?", "-"]) + pick(Self.words) }.joined(separator: " ")
        case 1: "[\((0...next(3)).map { _ in pick(Self.words) }.joined(separator: ", "))]"
        default: "{ \(condition(depth: 3)) }"
        }
    }

    private mutating func condition(depth: Int) -> String {
        if depth > 0, next(2) == 0 {
            let parts = (0...(1 + next(2))).map { _ in condition(depth: depth - 1) }
            return "(" + parts.joined(separator: pick([" && ", " || ", "&&", "||"])) + ")"
        }
        let field = "$." + pick(Self.fields)
        switch next(5) {
        case 0: return "\(field) \(pick(["IS NULL", "NOT EXISTS", "IS TRUE", "IS FALSE"]))"
        default: return field + pick([" = ", "=", " != ", " < ", ">=", " <= "]) + pick(Self.words)
        }
    }

    private static let fields = [
        "eventName", "eventSource", "userIdentity.type", "userIdentity", "errorCode", "a.b[0].c", "a[*]", "*",
        "*.type",
        "responseElements.ConsoleLogin",
    ]
    private static let words = [
        "CreateTrail", "\"CreateTrail\"", "*", "*Trail", "Create*", "\"*\"", "5", "1e3",
        "\"Failed authentication\"", "%x%",
        "kms.amazonaws.com", "\"a\\\"b\"", "true", "-", "\"\"",
    ]

    // MARK: Mutations

    /// The text with some bytes changed, taken out, doubled or put in.
    mutating func mutated(_ text: String) -> String {
        var bytes = Array(text.utf8)
        for _ in 0...next(3) where !bytes.isEmpty {
            let place = next(bytes.count)
            switch next(5) {
            case 0: bytes[place] = UInt8(next(256))
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(pick(Array("{}[]()\"'*?%$.:,\\&|=!<> \n".utf8)), at: place)
            case 3: bytes.replaceSubrange(place..., with: bytes[place...] + bytes[place...])
            default: bytes.removeSubrange(place...)
            }
            if bytes.count > 4096 { bytes.removeSubrange(4096...) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
