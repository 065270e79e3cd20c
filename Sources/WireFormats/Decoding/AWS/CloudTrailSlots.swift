internal import JSONTokens

/// The top-level keys that decide what a CloudTrail record is, before anything of it is built.
enum CloudTrailSlot {
    static let eventSource = 0
    static let eventName = 1
    static let readOnly = 2
    static let errorCode = 3
    static let eventTime = 4
    static let eventVersion = 5

    static let projection = Projection([
        "eventSource", "eventName", "readOnly", "errorCode", "eventTime", "eventVersion",
    ])
}
