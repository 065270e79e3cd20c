import CloudModel
import JSONTokens
import WireFormats

/// A CloudTrail record of ours with the given parts; the parts are JSON text.
func cloudTrailRecord(
    _ service: String, _ name: String, request: String = "null", response: String = "null",
    time: String = "2024-05-06T07:08:09Z", region: String = "eu-west-1", extra: String = ""
) -> String {
    """
    {"eventVersion":"1.08","userIdentity":{"type":"AssumedRole","principalId":"AROA1:ida",\
    "arn":"arn:aws:sts::111122223333:assumed-role/ops/ida","accountId":"111122223333",\
    "accessKeyId":"ASIASECRET","sessionContext":{"sessionIssuer":{"type":"Role",\
    "arn":"arn:aws:iam::111122223333:role/ops","userName":"ops"}}},"eventTime":"\(time)",\
    "eventSource":"\(service).amazonaws.com","eventName":"\(name)","awsRegion":"\(region)",\
    "sourceIPAddress":"203.0.113.7","userAgent":"demo/1.0","requestParameters":\(request),\
    "responseElements":\(response),\(extra)"readOnly":false,"eventID":"e-1","eventType":"AwsApiCall",\
    "recipientAccountId":"111122223333"}
    """
}

/// What the bytes decode to, in words.
func decoded(_ bytes: [UInt8], _ decoder: EventDecoder = EventDecoder()) -> [String] {
    var results: [Decoded] = []
    decoder.decode(bytes.span, into: &results)
    return results.flatMap { lines(of: $0, decoder.names) }
}

/// What the text decodes to, in words.
func decoded(_ text: String) -> [String] { decoded(Array(text.utf8)) }

/// What is said of a resource of a kind that an event does not name.
func unnamed(_ kind: String, region: String = "eu-west-1") -> [String] {
    ["create", "delete"].map { "\($0) \(kind) aws:111122223333 \(region) *" }
}

/// The first cause in what the text decodes to.
func firstCause(of text: String) -> CauseRecord? {
    var results: [Decoded] = []
    EventDecoder().decode(Array(text.utf8).span, into: &results)
    guard case .event(let event)? = results.first, case .changes(let changes) = event.meaning,
        case .resource(let change)? = changes.first
    else { return nil }
    return change.cause
}

private func lines(of decoded: Decoded, _ names: EventNameTable) -> [String] {
    switch decoded {
    case .malformed(let failure): ["malformed \(failure.reason): \(failure.detail)"]
    case .ignored(let name): ["ignored \(names.text(of: name))"]
    case .use(let changes): ["use"] + changes.flatMap { lines(of: $0) }
    case .inventory(let changes): changes.flatMap { lines(of: $0) }
    case .event(let event):
        switch event.meaning {
        case .refused: ["refused"]
        case .irrelevant(let reason): ["irrelevant \(reason.code)"]
        case .blind(let changes): ["blind"] + changes.flatMap { lines(of: $0) }
        case .changes(let changes): changes.flatMap { lines(of: $0) }
        }
    }
}

private func lines(of change: GraphChange) -> [String] {
    switch change {
    case .shared(let facts): return ["shared \(facts.owner) \(facts.resource.nativeID)"]
    case .scope(let scope):
        return [
            "close \(scope.kind) \(scope.account) \(scope.region) \(scope.inventoryID) \(scope.itemCount)"
        ]
    case .resource(let change):
        let id = change.resource
        let place = id.region.isEmpty ? "-" : id.region
        let head = "\(change.lifecycle) \(id.kind) \(id.account) \(place) \(id.nativeID)"
        return [head] + change.writes.map { line(of: $0, id.kind) }
    }
}

private func line(of write: PropertyWrite, _ kind: ResourceKind) -> String {
    let name = kind.schema[write.property].name
    return switch write {
    case .set(_, let value): "\(name) = \(value)"
    case .setDefault(_, let value): "\(name) = default \(value)"
    case .unknown: "\(name) = ?"
    case .replace(_, let elements): "\(name) = [\(elements.map(text).joined(separator: " "))]"
    case .replaceDefault(_, let elements): "\(name) = default [\(elements.map(text).joined(separator: " "))]"
    case .insert(_, let element): "\(name) + \(text(element))"
    case .remove(_, let value): "\(name) - \(value)"
    case .modify(_, let id, let value): "\(name) #\(id) := \(value)"
    case .edit(_, let id, let value): "\(name) #\(id) ~ \(value)"
    case .removeID(_, let id): "\(name) - #\(id)"
    }
}

private func text(_ element: SetElement) -> String {
    (element.id.map { "#\($0) " } ?? "") + "\(element.value)"
}
