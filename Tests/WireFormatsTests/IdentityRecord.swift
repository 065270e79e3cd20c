import Testing

/// Who calls in a record of ours.
enum Caller {
    case role, ada, root

    /// The `userIdentity` of the record; nil for the role that `cloudTrailRecord` writes.
    var identity: String? {
        switch self {
        case .role: nil
        case .ada:
            #"{"type":"IAMUser","principalId":"AIDAADA","arn":"arn:aws:iam::111122223333:user/ada","#
                + #""accountId":"111122223333","accessKeyId":"ASIACONSOLE","userName":"ada"}"#
        case .root:
            #"{"type":"Root","principalId":"111122223333","arn":"arn:aws:iam::111122223333:root","#
                + #""accountId":"111122223333"}"#
        }
    }
}

/// A record of ours as one of these callers makes it.
func identityRecord(
    _ service: String, _ name: String, request: String = "null", response: String = "null",
    extra: String = "", who: Caller = .role
) -> String {
    let record = cloudTrailRecord(service, name, request: request, response: response, extra: extra)
    guard let identity = who.identity, let start = record.firstRange(of: #""userIdentity":"#),
        let end = record.firstRange(of: #","eventTime""#)
    else { return record }
    return record.replacingCharacters(from: start.upperBound, to: end.lowerBound, with: identity)
}

extension String {
    fileprivate func replacingCharacters(from start: Index, to end: Index, with text: String) -> String {
        self[..<start] + text + self[end...]
    }
}
