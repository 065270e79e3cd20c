import CloudModel
internal import JSONTokens

/// The top-level keys by which an envelope is known.
enum EnvelopeSlot: Int, CaseIterable {
    case records, azureRecords, detail, detailType, account, region, time, messageType, logEvents, owner
    case cloudTrailEvent, lookupEvents, aws, source, snsType, snsMessage, inventoryID, kind, observedAt
    case configurationItems, configurationItem, configurationItemSummary, configurationItemStatus,
        invokingEvent
    case typeName, resourceDescription, resourceDescriptions, identifier, properties
    case insightDetails, digestStart, message, data, protoPayload
    case reportFormat, content, generatedTime
    case schema, payload, bucket, objectKey, event

    static let projection = Projection([
        "Records", "records", "detail", "detail-type", "account", "region", "time", "messageType",
        "logEvents",
        "owner", "CloudTrailEvent", "Events", "aws", "_source", "Type", "Message", "inventory_id", "kind",
        "observed_at", "configurationItems", "configurationItem", "configurationItemSummary",
        "configurationItemStatus", "invokingEvent", "TypeName", "ResourceDescription", "ResourceDescriptions",
        "Identifier", "Properties", "insightDetails", "digestStartTime", "message", "data", "protoPayload",
        "ReportFormat", "Content", "GeneratedTime",
        "schema", "payload", "s3Bucket", "s3ObjectKey", "Event",
    ])
}

extension EventDecoder {
    private func slot(_ slot: EnvelopeSlot) -> Token? { tape.slot(slot.rawValue) }

    private func slot(_ slot: EnvelopeSlot, _ kind: Token.Kind) -> Token? {
        guard let token = tape.slot(slot.rawValue), token.kind == kind else { return nil }
        return token
    }

    private func text(_ slot: EnvelopeSlot) -> String? { tape.string(tape.slot(slot.rawValue)) }

    /// An object that is no bare CloudTrail record.
    func decodeEnvelope(_ bytes: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]) {
        if let failure = tape.scan(bytes, EnvelopeSlot.projection) {
            return results.append(.notJSON(failure))
        }
        if let list = slot(.records, .array) ?? slot(.azureRecords, .array) ?? slot(.lookupEvents, .array) {
            decodeList(list, of: bytes, facts, into: &results)
        } else if slot(.inventoryID) != nil || (slot(.kind) != nil && slot(.observedAt) != nil) {
            deliver(decodeInventoryRecord(), .inventory, bytes, facts, into: &results)
        } else if let detail = slot(.detail, .object), slot(.detailType, .string) != nil {
            decodeEventBridge(detail, of: bytes, facts, into: &results)
        } else if slot(.messageType) != nil || slot(.configurationItems) != nil
            || slot(.configurationItem) != nil || slot(.configurationItemStatus) != nil
            || slot(.invokingEvent, .string) != nil
        {
            decodeByMessageType(bytes, facts, into: &results)
        } else if !decodeWrapped(bytes, facts, into: &results) {
            decodeOther(bytes, facts, into: &results)
        }
    }

    /// The elements of a list that the last scan read.
    func decodeList(
        _ list: Token, of bytes: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]
    ) {
        if let ranges = tape.objectRanges(list) {
            return decodeEach(ranges, of: bytes, facts.deeper(), into: &results)
        }
        guard let found = StructureWalker.elements(of: bytes, from: list.start) else {
            return results.append(.malformed("not-json", "a list of records that does not close"))
        }
        guard !found.ranges.isEmpty else {
            return results.append(.ignored(names.intern(source: "envelope", name: "empty")))
        }
        decodeEach(found.ranges, of: bytes, facts.deeper(), into: &results)
    }

    private func decodeEventBridge(
        _ detail: Token, of bytes: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]
    ) {
        var inner = facts.deeper()
        inner.account = text(.account)
        inner.region = text(.region)
        inner.time = text(.time)
        let type = text(.detailType) ?? ""
        if type.hasPrefix("Config Configuration Item")
            || (type.hasSuffix("via CloudTrail") && !type.contains("Insight"))
        {
            decode(bytes.extracting(tape.textRange(detail)), inner, into: &results)
        } else if type == "Object Created" {
            results.append(.malformed("pointer-to-object", "an event that names an object of a bucket"))
        } else {
            results.append(.ignored(names.intern(source: "eventbridge", name: String(type.prefix(128)))))
        }
    }

    /// CloudWatch Logs subscriptions and AWS Config deliveries.
    private func decodeByMessageType(
        _ bytes: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]
    ) {
        let type = text(.messageType) ?? ""
        if slot(.logEvents) != nil || type == "CONTROL_MESSAGE" {
            decodeLogEvents(type, of: bytes, facts, into: &results)
        } else if let items = slot(.configurationItems, .array) ?? slot(.configurationItem, .array) {
            decodeList(items, of: bytes, facts, into: &results)
        } else if let item = slot(.configurationItem, .object) {
            decode(bytes.extracting(tape.textRange(item)), facts.deeper(), into: &results)
        } else if let summary = slot(.configurationItemSummary, .object) {
            let decoded = decodeOversizedItem(bytes.extracting(tape.textRange(summary)))
            deliver(decoded, .inventory, bytes, facts, into: &results)
        } else if slot(.configurationItemStatus) != nil {
            deliver(decodeConfigItem(bytes), .inventory, bytes, facts, into: &results)
        } else if let event = slot(.invokingEvent, .string) {
            let inner = tape.copyText(event)
            decode(inner.span, facts.deeper(), into: &results)
        } else {
            let name = type.isEmpty ? "unknown" : String(type.prefix(128))
            results.append(.ignored(names.intern(source: "config", name: name)))
        }
    }

    private func decodeLogEvents(
        _ type: String, of bytes: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]
    ) {
        guard type != "CONTROL_MESSAGE" else {
            return results.append(.ignored(names.intern(source: "cloudwatch-logs", name: "control-message")))
        }
        var inner = facts.deeper()
        inner.account = text(.owner)
        guard let list = slot(.logEvents, .array),
            let found = StructureWalker.elements(of: bytes, from: list.start)
        else {
            return results.append(.malformed("bad-value", "logEvents is no list"))
        }
        for range in found.ranges {
            let event = bytes.extracting(range)
            if let failure = tape.scan(event, EnvelopeSlot.projection) {
                results.append(.notJSON(failure))
            } else if let message = slot(.message, .string) {
                let text = tape.copyText(message)
                decode(text.span, inner, into: &results)
            } else {
                results.append(.malformed("missing-field", "logEvents[].message"))
            }
        }
    }

    /// Wrappers that hold one record; false if it is none of them.
    private func decodeWrapped(
        _ bytes: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]
    ) -> Bool {
        if let text = slot(.cloudTrailEvent, .string) {
            let inner = tape.copyText(text)
            decode(inner.span, facts.deeper(), into: &results)
        } else if let document = slot(.source, .object) {
            decode(bytes.extracting(tape.textRange(document)), facts.deeper(), into: &results)
        } else if let wrapper = slot(.aws, .object) {
            return decodeIndexed(bytes.extracting(tape.textRange(wrapper)), facts, into: &results)
        } else if let type = text(.snsType), slot(.snsMessage) != nil {
            decodeNotification(type, bytes, facts, into: &results)
        } else if slot(.digestStart) != nil {
            results.append(.ignored(names.intern(source: "cloudtrail", name: "digest")))
        } else if slot(.schema) != nil, let payload = slot(.payload) {
            decodeConnected(payload, bytes, facts, into: &results)
        } else if slot(.bucket) != nil, slot(.objectKey) != nil {
            results.append(.malformed("pointer-to-object", "a notice that names an object of a bucket"))
        } else if let event = text(.event), event.hasPrefix("s3:") {
            results.append(.ignored(names.intern(source: "s3", name: String(event.prefix(128)))))
        } else if slot(.insightDetails) != nil {
            results.append(.ignored(names.intern(source: "cloudtrail", name: "insight")))
        } else if slot(.reportFormat) != nil, let content = slot(.content, .string) {
            results.append(decodeReportAnswer(content: content, generatedTime: slot(.generatedTime)))
        } else if slot(.typeName) != nil || (slot(.identifier) != nil && slot(.properties) != nil) {
            deliver(decodeCloudControl(facts), .inventory, bytes, facts, into: &results)
        } else {
            return false
        }
        return true
    }

    /// A document of a search index: the record stands under `aws.cloudtrail`.
    private func decodeIndexed(
        _ wrapper: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]
    ) -> Bool {
        guard tape.scan(wrapper, EventDecoder.indexProjection) == nil, let record = tape.slot(0),
            record.kind == .object
        else { return false }
        decode(wrapper.extracting(tape.textRange(record)), facts.deeper(), into: &results)
        return true
    }

    private static let indexProjection = Projection(["cloudtrail"])

    private func decodeNotification(
        _ type: String, _ bytes: Span<UInt8>, _ facts: EnvelopeFacts, into results: inout [Decoded]
    ) {
        guard type == "Notification" else {
            return results.append(.ignored(names.intern(source: "sns", name: String(type.prefix(128)))))
        }
        if let message = slot(.snsMessage, .string) {
            let inner = tape.copyText(message)
            decode(inner.span, facts.deeper(), into: &results)
        } else if let message = slot(.snsMessage, .object) {
            decode(bytes.extracting(tape.textRange(message)), facts.deeper(), into: &results)
        } else {
            results.append(.malformed("bad-value", "Message is neither text nor object"))
        }
    }
}
