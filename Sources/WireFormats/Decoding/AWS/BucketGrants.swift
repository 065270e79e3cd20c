import CloudModel
internal import JSONTokens

/// What a bucket's access control list grants to groups: everyone, everyone with an account, S3's log delivery. Grants to
/// single accounts open nothing to the world and are left out.
enum BucketGrants {
    private static let prefix = "http://acs.amazonaws.com/groups/"
    private static let everyone = prefix + "global/AllUsers"
    private static let authenticated = prefix + "global/AuthenticatedUsers"
    private static let logDelivery = prefix + "s3/LogDelivery"

    /// The canned lists that grant to groups; the others grant to accounts only.
    private static let canned: [String: [(grantee: String, permission: String)]] = [
        "private": [], "bucket-owner-read": [], "bucket-owner-full-control": [], "aws-exec-read": [],
        "authenticated-read": [(authenticated, "READ")],
        "log-delivery-write": [(logDelivery, "READ_ACP"), (logDelivery, "WRITE")],
        "public-read": [(everyone, "READ")], "public-read-write": [(everyone, "READ"), (everyone, "WRITE")],
    ]

    private static let headers: [(key: StaticString, permission: String)] = [
        ("x-amz-grant-full-control", "FULL_CONTROL"), ("x-amz-grant-read", "READ"),
        ("x-amz-grant-read-acp", "READ_ACP"), ("x-amz-grant-write", "WRITE"),
        ("x-amz-grant-write-acp", "WRITE_ACP"),
    ]

    /// The write of a call that sends a list as a canned name, as grant headers or as a body. A creation that sends none
    /// has an empty one.
    static func write(_ event: AWSEvent, isCreation: Bool = false) -> PropertyWrite {
        let property = S3BucketKind.grants
        let shapes = event.shapes
        if shapes.isMasked(event.request) { return .unknown(property) }
        let headerPlace = event.parameter("accessControlList")
        if let name = headerText(event, "x-amz-acl", headerPlace) {
            guard let grants = canned[name] else { return .unknown(property) }
            return .set(property, value(grants))
        }
        if let policy = event.parameter("AccessControlPolicy") {
            return .set(property, listed(shapes.member(policy, "AccessControlList"), shapes))
        }
        var grants: [(grantee: String, permission: String)] = []
        var hasHeader = false
        for header in headers {
            guard let text = headerText(event, header.key, headerPlace) else { continue }
            hasHeader = true
            grants += groups(text).map { ($0, header.permission) }
        }
        if hasHeader { return .set(property, value(grants)) }
        return isCreation ? .setDefault(property, value([])) : .unknown(property)
    }

    /// A list of grants in S3's XML or in AWS Config's spelling.
    static func listed(_ list: Token?, _ shapes: AWSShapes) -> FlatValue {
        let grants = shapes.member(list, anyOf: ["Grant", "grantList", "grants"])
        return value(
            shapes.items(grants).compactMap { grant in
                let grantee = shapes.member(grant, "grantee")
                let named = shapes.text(shapes.member(grantee, "uri")) ?? shapes.text(grantee)
                guard let group = named.flatMap({ groupURI($0) }) else { return nil }
                return (group, permission(shapes.text(shapes.member(grant, "permission")) ?? ""))
            })
    }

    private static func value(_ grants: [(grantee: String, permission: String)]) -> FlatValue {
        FlatValue(
            list: grants.sorted { $0 < $1 }.map {
                FlatValue(map: [
                    ("Grantee", FlatValue($0.grantee)), ("Permission", FlatValue($0.permission)),
                ])
            })
    }

    /// A header stands in the request itself or under `accessControlList`, as a text or a list of one.
    private static func headerText(_ event: AWSEvent, _ key: StaticString, _ place: Token?) -> String? {
        let shapes = event.shapes
        let token = event.parameter(key) ?? shapes.member(place, key)
        return shapes.items(token).first.flatMap { shapes.text($0) }
    }

    /// The groups in `uri="http://…", id="…"`.
    private static func groups(_ header: String) -> [String] {
        header.split(separator: ",").compactMap { part in
            guard let equals = part.firstIndex(of: "=") else { return nil }
            let name = part[..<equals].filter { $0 != " " }
            let quoted = part[part.index(after: equals)...].filter { $0 != "\"" && $0 != " " }
            return name.lowercased() == "uri" ? groupURI(String(quoted)) : nil
        }
    }

    /// Config names the groups by their last word.
    private static func groupURI(_ text: String) -> String? {
        if text.hasPrefix(prefix) { return text }
        switch text {
        case "AllUsers": return everyone
        case "AuthenticatedUsers": return authenticated
        case "LogDelivery": return logDelivery
        default: return nil
        }
    }

    /// Config writes `FullControl` and `ReadAcp`.
    private static func permission(_ text: String) -> String {
        switch text {
        case "FullControl": "FULL_CONTROL"
        case "ReadAcp": "READ_ACP"
        case "WriteAcp": "WRITE_ACP"
        default: text.uppercased()
        }
    }
}
