import CloudModel
internal import JSONTokens

/// What can hold policies: a user, a group or a role, and how requests name it.
struct IAMIdentity {
    let kind: ResourceKind
    /// The parameter with its name.
    let nameKey: StaticString
    /// What stands before its name among a policy's attached entities.
    let word: String

    static let user = IAMIdentity(kind: IAMKind.user, nameKey: "userName", word: "user")
    static let group = IAMIdentity(kind: IAMKind.group, nameKey: "groupName", word: "group")
    static let role = IAMIdentity(kind: IAMKind.role, nameKey: "roleName", word: "role")

    var managedPolicies: PropertyID { kind.property("ManagedPolicyArns") }
    var inlinePolicies: PropertyID { kind.property("Policies") }
    var boundary: PropertyID { kind.property("PermissionsBoundary") }
    var tags: PropertyID { kind.property("Tags") }
}

/// Whose credentials a call is about.
enum IAMCredentialOwner: Equatable {
    case root
    case user(String)
}

extension AWSEvent {
    /// The user or root whose credentials the call is about: whom the request names, or else the caller itself.
    var credentialOwner: IAMCredentialOwner? {
        if let name = shapes.text(parameter("userName")) {
            return ["AWS ROOT USER", IAMKind.rootName, "root"].contains(name) ? .root : .user(name)
        }
        return callingCredentialOwner
    }

    /// The user or root who calls; nil for roles and services.
    var callingCredentialOwner: IAMCredentialOwner? {
        guard let type = shapes.member(identity, "type") else { return nil }
        if shapes.tape.equals(type, "Root") { return .root }
        guard shapes.tape.equals(type, "IAMUser") else { return nil }
        return shapes.text(shapes.member(identity, "userName")).map { .user($0) }
    }

    /// The name that a request gives a resource; a name in an ARN or behind a path counts without them.
    func iamName(_ key: StaticString) -> String? {
        guard let text = shapes.text(parameter(key)) else { return nil }
        guard let slash = text.lastIndex(of: "/") else { return text }
        return String(text[text.index(after: slash)...])
    }

    /// An instant of the answer in the form that properties hold; the event's own if there is none.
    func iamDate(_ token: Token?) -> FlatValue {
        shapes.text(token).flatMap { AWSDate.value($0) } ?? FlatValue(time.rfc3339)
    }

    /// A policy document of a body, or nil if it is hidden, missing or cannot be read.
    func policyDocument(_ token: Token?) -> FlatValue? {
        guard let token, !shapes.isMasked(token) else { return nil }
        return PolicyDocument.value(token, shapes.tape)
    }

    /// The tags of a request that creates something.
    func createdTags(_ property: PropertyID, under key: StaticString = "tags") -> PropertyWrite {
        let tags = parameter(key)
        return shapes.isMasked(tags)
            ? .unknown(property) : .replace(property, ResourceTag.elements(tags, shapes))
    }

    /// A change of one of the account's IAM resources.
    func iamChange(
        _ kind: ResourceKind, _ name: String, _ lifecycle: ResourceChange.Lifecycle = .modify,
        _ writes: [PropertyWrite] = []
    ) -> AWSPendingChange {
        AWSPendingChange(
            resource: IAMKind.id(kind, account, name), lifecycle: lifecycle, writes: writes)
    }

    /// A change of the resource that the request names; blind without a name.
    func onIAM(
        _ kind: ResourceKind, _ key: StaticString, _ lifecycle: ResourceChange.Lifecycle = .modify,
        _ writes: (String) -> [PropertyWrite]
    ) -> AWSFoldOutcome {
        guard let name = iamName(key) else { return .blind([]) }
        return .changes([iamChange(kind, name, lifecycle, writes(name))])
    }
}
