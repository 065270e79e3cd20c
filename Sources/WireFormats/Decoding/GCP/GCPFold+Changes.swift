internal import CloudModel
internal import JSONTokens

extension GCPFold {
    /// The changes of a method that is understood, by outcome and by which entry of its operation this is.
    func changes(_ deed: Deed) throws(DecodingFailure) -> DecodedEvent.Meaning {
        let unknown = deed.mayTouch.map { PropertyWrite.unknown($0) }
        var deed = deed
        var half: OperationHalf?
        switch (entry.operation, entry.isRefused) {
        case (let operation?, let isRefused) where operation.isLast && !operation.isFirst:
            let touched = deed.writes == nil && !isRefused ? deed.mayTouch : []
            half = OperationHalf(key: operation.key, role: isRefused ? .failure : .end, mayTouch: touched)
            if deed.writes == nil || isRefused { deed.lifecycle = .modify }
            deed.writes = isRefused ? [] : deed.writes ?? []
        case (_, true): return .refused
        case (let operation?, false) where operation.isFirst && !operation.isLast:
            half = OperationHalf(key: operation.key, role: .start, mayTouch: deed.mayTouch)
        default:
            if deed.writes?.isEmpty ?? false, case .modify = deed.lifecycle {
                return .irrelevant(.noGovernedProperty)
            }
        }
        let change = ResourceChange(
            resource: deed.resource, cause: try cause(), lifecycle: deed.lifecycle,
            writes: deed.writes ?? unknown, operation: half)
        return .changes([.resource(change)])
    }

    /// A method that is not understood on a resource with a schema: its values stay, marked stale.
    func blindMeaning(_ resource: ResourceID) throws(DecodingFailure) -> DecodedEvent.Meaning {
        if entry.isRefused { return .refused }
        if let operation = entry.operation, operation.isFirst, !operation.isLast {
            return .irrelevant(.noGovernedProperty)
        }
        return .blind([.resource(ResourceChange(resource: resource, cause: try cause(), lifecycle: .touch))])
    }

    /// The firewall rule that the entry names.
    func firewall() throws(DecodingFailure) -> ResourceID {
        let project = try project()
        let named = GCPNames.segment(after: "firewalls", in: entry.resourceName)
        guard let name = named ?? BodyReading.text(entry.request?.view.member("name")) else {
            throw DecodingFailure("missing-field", "resourceName names no firewall")
        }
        return GCPFirewalls.resource(project: project, name: name)
    }

    /// The bucket's name, from the resource name or the monitored resource.
    var bucketName: String? {
        GCPNames.segment(after: "buckets", in: entry.resourceName) ?? entry.label("bucket_name")
    }

    /// The bucket that the entry names.
    func bucket() throws(DecodingFailure) -> ResourceID {
        let project = try project()
        guard let name = bucketName else {
            throw DecodingFailure("missing-field", "resourceName names no bucket")
        }
        return GCPBuckets.resource(project: project, name: name)
    }

    private func project() throws(DecodingFailure) -> String {
        guard let project = entry.project else {
            throw DecodingFailure("missing-field", "resource.labels.project_id is missing")
        }
        return project
    }

    private func cause() throws(DecodingFailure) -> CauseRecord {
        guard let text = entry.time else { throw DecodingFailure("missing-field", "timestamp is missing") }
        guard let time = Timestamp(rfc3339: text) else {
            throw DecodingFailure("bad-time", "timestamp is no RFC 3339 date-time: \(text.prefix(64))")
        }
        let tape = entry.tape
        let metadata = tape.member(entry.payload, "requestMetadata")
        let address = metadata.flatMap { tape.string(tape.member($0, "callerIp")) } ?? ""
        let agent = metadata.flatMap { tape.string(tape.member($0, "callerSuppliedUserAgent")) } ?? ""
        return CauseRecord(
            eventID: entry.insertID ?? identity(text), time: time, action: service + "/" + method.text,
            actor: GCPActors.actor(tape, entry.payload), sourceAddress: address,
            userAgent: String(decoding: agent.utf8.prefix(256), as: UTF8.self))
    }

    /// A stand-in for a missing insert id.
    private func identity(_ time: String) -> String {
        var hash = IdentityHash()
        hash.add(entry.logName)
        hash.add(time)
        hash.add(entry.methodName)
        hash.add(entry.resourceName)
        hash.add(entry.operation?.key)
        return hash.text
    }
}
