internal import CloudModel
internal import JSONTokens

extension AzureFold {
    /// The changes of an operation that is understood, by its outcome.
    func changes(
        _ outcome: AzureOutcome, _ resource: ResourceID, _ deed: () -> Deed
    ) throws(DecodingFailure) -> DecodedEvent.Meaning {
        let key = operationKey
        switch outcome {
        case .accept: return .irrelevant(.noGovernedProperty)
        case .failure where key == nil: return .refused
        case .start where key == nil: return .irrelevant(.noGovernedProperty)
        case .unclear: return try blindMeaning(resource.kind)
        default: break
        }
        let cause = try cause()
        let deed = deed()
        let unknown = deed.mayTouch.map { PropertyWrite.unknown($0) }
        switch outcome {
        case .start:
            let half = key.map { OperationHalf(key: $0, role: .start, mayTouch: deed.mayTouch) }
            return .changes([
                .resource(
                    ResourceChange(
                        resource: resource, cause: cause, lifecycle: deed.lifecycle,
                        writes: deed.writes ?? unknown, operation: half))
            ])
        case .failure:
            let half = key.map { OperationHalf(key: $0, role: .failure) }
            return .changes([
                .resource(ResourceChange(resource: resource, cause: cause, operation: half))
            ])
        default:
            let half = key.map {
                OperationHalf(key: $0, role: .end, mayTouch: deed.writes == nil ? deed.mayTouch : [])
            }
            let writes = deed.writes ?? (half == nil ? unknown : [])
            if half == nil, writes.isEmpty, case .modify = deed.lifecycle {
                return .irrelevant(.noGovernedProperty)
            }
            let isOpen = half != nil && deed.writes == nil
            return .changes([
                .resource(
                    ResourceChange(
                        resource: resource, cause: cause, lifecycle: isOpen ? .modify : deed.lifecycle,
                        writes: writes, operation: half))
            ])
        }
    }

    /// An operation that is not understood on a kind with a schema: its values stay, marked stale, once it ends well.
    func blindMeaning(_ kind: ResourceKind) throws(DecodingFailure) -> DecodedEvent.Meaning {
        switch AzureOutcome(record) {
        case .start, .accept: return .irrelevant(.noGovernedProperty)
        case .failure: return .refused
        case .success, .unclear: break
        }
        guard let resource = AzureResourceName.innermost(of: kind, in: foldedID ?? "") else {
            return .blind([])
        }
        let change = ResourceChange(resource: resource, cause: try cause(), lifecycle: .touch)
        return .blind([.resource(change)])
    }

    /// The resource id taken apart; it must name a resource of this kind.
    func name(of kind: ResourceKind) throws(DecodingFailure) -> AzureResourceName {
        guard let id = foldedID else { throw DecodingFailure("missing-field", "resourceId is missing") }
        guard let name = AzureResourceName(folded: id), name.kind == kind else {
            throw DecodingFailure("bad-value", "resourceId names no \(kind.name)")
        }
        return name
    }

    /// The same for a rule of a security group.
    func ruleName() throws(DecodingFailure) -> AzureResourceName {
        guard let id = foldedID else { throw DecodingFailure("missing-field", "resourceId is missing") }
        guard let name = AzureResourceName(folded: id),
            AzureResourceName(folded: name.parentID)?.kind == AzureNetworkEvents.kind
        else { throw DecodingFailure("bad-value", "resourceId names no \(AzureNetworkEvents.kind.name)") }
        return name
    }

    /// The id in lower case, since the case differs between records of one resource.
    var foldedID: String? { record.resourceID?.lowercased() }

    var time: Timestamp? { record.time.flatMap { Timestamp(rfc3339: $0) } }

    /// The body that tells most: an end's response, which shows the whole resource, else the request.
    func body(_ outcome: AzureOutcome) -> (FlatValue, isAnswer: Bool)? {
        guard let properties else { return nil }
        func read(_ key: String) -> FlatValue? {
            BodyReading.object(BodyReading.member(properties.view, key)?.value)
        }
        if outcome.isEnd, let response = read("responsebody"), response.view.member("properties") != nil {
            return (response, true)
        }
        return read("requestbody").map { ($0, false) }
    }

    /// The name as its owner spelled it, where the record has it.
    func spelledName(_ folded: String) -> String {
        let scope = BodyReading.text(record.authorization?.view.member("scope"))
        let entity = BodyReading.text(properties?.view.member("entity"))
        for id in [scope, entity, record.resourceID] {
            guard let last = id?.split(separator: "/").last, last.lowercased() == folded else { continue }
            return String(last)
        }
        return folded
    }

    /// What start and end of one operation share.
    private var operationKey: String? {
        guard let correlation = record.correlationID, let name = record.operationName, let id = foldedID
        else {
            return nil
        }
        return [correlation, name, id].joined(separator: "|").lowercased()
    }

    private func cause() throws(DecodingFailure) -> CauseRecord {
        guard let text = record.time else { throw DecodingFailure("missing-field", "time is missing") }
        guard let time = Timestamp(rfc3339: text) else {
            throw DecodingFailure("bad-time", "time is no RFC 3339 date-time: \(text.prefix(64))")
        }
        let authorization = record.authorization?.view
        return CauseRecord(
            eventID: record.eventID ?? identity(text), time: time,
            action: operation.source + "/" + operation.name,
            actor: AzureActors.actor(record, authorization), sourceAddress: record.callerAddress ?? "")
    }

    /// A stand-in for the event id that Event Hubs records lack.
    private func identity(_ time: String) -> String {
        var hash = IdentityHash()
        hash.add(record.correlationID)
        hash.add(foldedID)
        hash.add(record.operationName?.lowercased())
        hash.add(record.status)
        hash.add(record.subStatus)
        hash.add(time)
        hash.add(BodyReading.text(BodyReading.member(properties?.view, "statuscode")))
        hash.add(BodyReading.text(BodyReading.member(properties?.view, "servicerequestid")))
        return hash.text
    }
}

extension AzureOutcome {
    /// True if the operation ended well.
    var isEnd: Bool {
        if case .success = self { return true }
        return false
    }
}
