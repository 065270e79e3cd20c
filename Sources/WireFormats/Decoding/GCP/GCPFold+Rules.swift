internal import CloudModel
internal import JSONTokens

extension GCPFold {
    /// What a method with a rule means.
    func meaning(_ rule: GCPRule) throws(DecodingFailure) -> DecodedEvent.Meaning {
        let answer = rule.isResource(entry.response) ? entry.response : nil
        guard let resource = try resource(of: rule, answer) else {
            return entry.isRefused ? .refused : .irrelevant(.notGoverned)
        }
        let all = rule.kind.schema.properties.indices.filter {
            rule.kind.schema.properties[$0].name != "name"
        }.map { PropertyID(index: $0) }
        switch rule.deed {
        case .creates(let body):
            let writes = writes(of: rule, body, answer, resource, isCreation: true)
            return try changes(Deed(resource: resource, lifecycle: .create, writes: writes, mayTouch: all))
        case .sends(let body):
            let writes = writes(of: rule, body, answer, resource, isCreation: false)
            return try changes(Deed(resource: resource, lifecycle: .modify, writes: writes, mayTouch: all))
        case .deletes: return try changes(Deed(resource: resource, lifecycle: .delete, writes: []))
        case .opens(let properties):
            return try changes(
                Deed(
                    resource: resource, lifecycle: .modify, writes: properties.map { .unknown($0) },
                    mayTouch: properties))
        case .setsPolicy:
            let writes = GCPPolicies.writes(entry, rule.kind)
            return try changes(
                Deed(
                    resource: resource, lifecycle: .modify, writes: writes,
                    mayTouch: [rule.kind.property("iamPolicy")]))
        }
    }

    /// A method without a rule on a kind that has some: what the table knows to leave every property as it was, or a touch.
    func unknownMeaning(_ rule: GCPRule) throws(DecodingFailure) -> DecodedEvent.Meaning {
        if GCPRules.harmlessVerbs.contains(method.verb) { return .irrelevant(.noGovernedProperty) }
        guard let resource = try resource(of: rule, nil) else {
            return entry.isRefused ? .refused : .irrelevant(.notGoverned)
        }
        return try blindMeaning(resource)
    }

    /// What the answer shows whole, else what the request sent. Nil if neither is there.
    private func writes(
        of rule: GCPRule, _ body: String, _ answer: FlatValue?, _ resource: ResourceID, isCreation: Bool
    ) -> [PropertyWrite]? {
        if let answer { return GCPProperties.writes(answer.view, rule.kind, resource) }
        guard let request = entry.request?.view, let sent = body.isEmpty ? request : request.member(body)
        else {
            return nil
        }
        return GCPProperties.sentWrites(sent, rule.kind, isCreation: isCreation)
    }

    /// The resource by its full name, which the answer, the entry or the request tells; nil if none does.
    private func resource(of rule: GCPRule, _ answer: FlatValue?) throws(DecodingFailure) -> ResourceID? {
        guard let project = entry.project else {
            // What belongs to an organization or a folder is not followed by events.
            return nil
        }
        if rule.kind == ResourceID.accountKind(of: .gcp) {
            return ResourceID.account(AccountKey(.gcp, project), .gcp)
        }
        let sent = entry.request?.view
        let candidates = [
            BodyReading.text(answer?.view.member("name")), entry.resourceName,
            BodyReading.text(sent?.member("name")),
        ]
        let path = candidates.compactMap { $0 }.first { text in
            GCPNames.segment(after: rule.collection, in: text) != nil
                || rule.isProject && text.hasPrefix("projects/")
        }
        guard let path else { return nil }
        let service = ReferenceSpelling.service(of: rule.kind.name)
        return ResourceID(
            kind: rule.kind, account: AccountKey(.gcp, project), region: "",
            nativeID: GCPNames.nativeID(service + "/" + rule.trimmed(path), project: project))
    }
}

extension GCPRule {
    /// True for what Compute Engine knows of a project.
    var isProject: Bool { collection == "projects" }

    /// True if a response is the resource itself, whole, and no operation.
    func isResource(_ response: FlatValue?) -> Bool {
        guard let view = response?.view, view.member("name")?.string != nil else { return false }
        let type = view.member("@type")?.string ?? ""
        return type.hasSuffix("." + (kind.name.split(separator: "/").last ?? ""))
    }

    /// The name up to the resource: what is part of it falls off.
    func trimmed(_ path: String) -> String {
        let parts = path.split(separator: "/")
        guard let mark = parts.lastIndex(of: collection[...]), mark + 1 < parts.count else { return path }
        return parts[...(mark + 1)].joined(separator: "/")
    }
}
