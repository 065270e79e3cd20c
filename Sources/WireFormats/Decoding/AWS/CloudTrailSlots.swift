internal import JSONTokens

/// The top-level keys that decide what a CloudTrail record is, before anything of it is built.
enum CloudTrailSlot {
    static let eventSource = 0
    static let eventName = 1
    static let readOnly = 2
    static let errorCode = 3
    static let eventTime = 4
    static let eventVersion = 5
    /// Not of a record but of a file of records, so that a file is read over once.
    static let records = 6
    static let identity = 7
    static let account = 8
    static let region = 9

    static let projection = Projection([
        "eventSource", "eventName", "readOnly", "errorCode", "eventTime", "eventVersion", "Records",
        "userIdentity", "recipientAccountId", "awsRegion",
    ])
}

/// The top-level keys of a built record that every fold needs, looked up in one pass.
enum AWSField: Int, CaseIterable {
    case account, region, time, request, response, type, eventID, requestID, identity, address, agent,
        resources

    static let keys: [StaticString] = [
        "recipientAccountId", "awsRegion", "eventTime", "requestParameters", "responseElements", "eventType",
        "eventID", "requestID", "userIdentity", "sourceIPAddress", "userAgent", "resources",
    ]
    static let projection = Projection(keys)
}

/// The keys of `userIdentity`.
enum AWSIdentityField: Int, CaseIterable {
    case type, arn, principal, account, userName, session, invokedBy, provider, onBehalfOf

    static let keys: [StaticString] = [
        "type", "arn", "principalId", "accountId", "userName", "sessionContext", "invokedBy",
        "identityProvider",
        "onBehalfOf",
    ]
    static let projection = Projection(keys)
}
