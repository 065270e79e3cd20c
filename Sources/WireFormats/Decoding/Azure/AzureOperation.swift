internal import CloudModel

/// An operation name taken apart: `Microsoft.Network/networkSecurityGroups/securityRules/write`.
struct AzureOperation {
    /// The provider namespace, folded.
    let namespace: String
    /// The resource types from outermost to innermost, folded.
    let types: [String]
    /// What is done.
    let verb: Verb
    /// The kind of the innermost type that has a schema, if one has.
    let kind: ResourceKind?
    /// True if that is the innermost type of all.
    let isWholeKind: Bool
    /// The namespace, for counting; as the schema spells it where there is one.
    let source: String
    /// What stands behind the namespace, for counting.
    let name: String

    enum Verb: Equatable {
        case write
        case delete
        case read
        /// An action by its folded name.
        case action(String)
        case other
    }

    /// Takes the name apart. An extension written behind its parent's type (`…/providers/microsoft.insights/…`) counts
    /// as the extension.
    init(_ text: String) {
        var parts = text.lowercased().split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        if let extended = parts.lastIndex(of: "providers"), extended + 1 < parts.count {
            parts.removeFirst(extended + 1)
        }
        namespace = parts.first ?? ""
        var middle = Array(parts.dropFirst())
        switch middle.popLast() {
        case "write": verb = .write
        case "delete": verb = .delete
        case "read": verb = .read
        case "action": verb = .action(middle.popLast() ?? "")
        default: verb = .other
        }
        types = middle
        let known = AzureOperation.innermostKind(namespace, middle)
        kind = known?.kind
        isWholeKind = known?.depth == middle.count
        var spelled = parts
        if let kind {
            let words = kind.name.split(separator: "/").map(String.init)
            spelled.replaceSubrange(0..<words.count, with: words)
        }
        source = spelled.first ?? "azure"
        name = spelled.dropFirst().map { AzureOperation.spellings[$0] ?? $0 }.joined(separator: "/")
    }

    /// The type right below the kind, folded; nil if there is none.
    var child: String? {
        guard let kind, !isWholeKind else { return nil }
        let depth = kind.name.split(separator: "/").count - 1
        return depth < types.count ? types[depth] : nil
    }

    private static func innermostKind(
        _ namespace: String, _ types: [String]
    ) -> (kind: ResourceKind, depth: Int)? {
        var path = namespace
        var found: (kind: ResourceKind, depth: Int)?
        for (index, type) in types.enumerated() {
            path += "/" + type
            if let kind = ResourceKind(named: path) { found = (kind, index + 1) }
        }
        return found
    }

    /// True if the operation looks and changes nothing.
    var isRead: Bool {
        switch verb {
        case .read: true
        case .action(let name): AzureOperation.readPrefixes.contains { name.hasPrefix($0) }
        default: false
        }
    }

    private static let readPrefixes = [
        "list", "get", "check", "validate", "export", "read", "search", "query",
    ]

    /// How ARM spells the types below the kinds, for counting and for causes.
    private static let spellings = ["securityrules": "securityRules", "resourcegroups": "resourceGroups"]

    /// Actions on kinds with a schema that leave every property of the schema as it was.
    static let harmlessActions: Set<String> = [
        "abortrestore", "assesspatches", "capture", "deallocate", "failover", "generateuserdelegationkey",
        "generalize", "hnsonmigration", "installpatches", "join", "poweroff", "reimage", "restart",
        "restoreblobranges", "restorepointdelete", "revokeuserdelegationkeys", "rotatekey", "runcommand",
        "simulateeviction", "start", "startaccountmigration", "stop",
    ]

    /// Children of kinds with a schema that are resources of their own; their writes leave the parent as it was.
    static let separateChildren: Set<String> = [
        "queueservices", "tableservices", "privateendpointconnectionproxies", "managementpolicies",
        "inventorypolicies", "localusers",
        "encryptionscopes", "objectreplicationpolicies", "accountmigrations", "storagetaskassignments",
        "defaultsecurityrules",
    ]
}
