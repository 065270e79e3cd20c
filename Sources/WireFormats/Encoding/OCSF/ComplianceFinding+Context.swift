internal import CloudModel
internal import JSONTokens

/// What the finding is about, where that is, and who changed it.
extension ComplianceFinding {
    func writeResources(into json: inout JSONBuilder) {
        let subject = finding.subject
        json.array("resources") { json in
            json.object { json in
                json.member("uid", finding.resourceName, limit: PartLimit.name)
                json.memberIfAny("name", subject.nativeID, limit: PartLimit.name)
                json.member("type", subject.kind.name)
                json.memberIfAny("region", subject.region, limit: 64)
                if let partition = finding.partition { json.member("cloud_partition", partition, limit: 32) }
                if let owner = finding.ownerTag {
                    json.object("owner") { $0.member("name", owner, limit: 256) }
                }
                if !finding.tags.isEmpty { json.tags(finding.tags) }
                if !finding.evidence.view.isNull {
                    json.object("data") { json in
                        json.member("evidence", finding.evidence, limit: PartLimit.evidence)
                    }
                }
            }
        }
    }

    func writeCloud(into json: inout JSONBuilder) {
        let account = finding.subject.account
        json.object("cloud") { json in
            json.member("provider", account.provider?.displayName ?? "Unknown")
            json.memberIfAny("region", finding.subject.region, limit: 64)
            if let partition = finding.partition { json.member("cloud_partition", partition, limit: 32) }
            guard !account.isOrganisation else {
                return json.object("org") { $0.member("uid", account.id, limit: 256) }
            }
            let type = account.typeCode
            json.object("account") { json in
                json.member("uid", account.id, limit: 256)
                json.member("type_id", type.id)
                json.member("type", type.caption)
            }
        }
    }

    /// The act behind the transition and the values it changed; nothing if neither is known.
    func writeEvidences(into json: inout JSONBuilder) {
        let act = finding.cause.flatMap { $0.isObservation ? nil : $0 }
        guard act != nil || !finding.changes.isEmpty else { return }
        json.array("evidences") { json in
            json.object { json in
                if let act { write(act, into: &json) }
                if !finding.changes.isEmpty {
                    json.object("data") { $0.changes(finding.changes) }
                }
            }
        }
    }

    private func write(_ act: CauseRecord, into json: inout JSONBuilder) {
        json.memberIfAny("uid", act.eventID, limit: PartLimit.name)
        if let actor = act.actor { write(actor, into: &json) }
        let (service, operation) = act.serviceAndOperation
        json.object("api") { json in
            json.member("operation", operation, limit: 512)
            if !service.isEmpty {
                json.object("service") { $0.member("name", service, limit: 256) }
            }
        }
        if !act.sourceAddress.isEmpty {
            let isAddress = InternetAddress.isAddress(act.sourceAddress)
            json.object("src_endpoint") { json in
                json.member(isAddress ? "ip" : "svc_name", act.sourceAddress, limit: 256)
            }
        }
        if !act.userAgent.isEmpty {
            json.object("http_request") { $0.member("user_agent", act.userAgent, limit: 512) }
        }
    }

    /// The principal as user; who stands behind it, nearest first, as the issuer of its session.
    private func write(_ actor: Actor, into json: inout JSONBuilder) {
        let type = actor.typeCode
        json.object("actor") { json in
            json.object("user") { json in
                json.member("uid", actor.id, limit: PartLimit.name)
                json.memberIfAny("name", actor.name, limit: 512)
                json.member("type_id", type.id)
                json.member("type", type.caption, limit: 128)
                if !actor.account.isEmpty {
                    json.object("account") { $0.member("uid", actor.account, limit: 128) }
                }
            }
            if !actor.chain.isEmpty {
                let issuer = actor.chain.joined(separator: " < ")
                json.object("session") { $0.member("issuer", issuer, limit: PartLimit.chain) }
            }
        }
    }
}

extension FindingRecord {
    /// The value of the first tag called `owner`, in any case.
    fileprivate var ownerTag: String? {
        let owner = tags.first { $0.key.lowercased() == "owner" }?.value
        return owner?.isEmpty == false ? owner : nil
    }
}

extension CauseRecord {
    /// `ec2.amazonaws.com/AuthorizeSecurityGroupIngress` in its two halves. ARM's `Microsoft.Storage/…/write`
    /// keeps the whole text as operation.
    fileprivate var serviceAndOperation: (service: String, operation: String) {
        guard let slash = action.firstIndex(of: "/") else { return ("", action) }
        let service = String(action[..<slash])
        let rest = String(action[action.index(after: slash)...])
        return service.hasPrefix("Microsoft.") || rest.isEmpty ? (service, action) : (service, rest)
    }
}
