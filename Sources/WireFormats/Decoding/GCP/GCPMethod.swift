/// A method name without its API version and service prefix, so that all spellings of one action are one.
struct GCPMethod {
    /// `firewalls.insert`, `buckets.update`, `setIamPermissions`; unknown forms stay as they are.
    let text: String

    /// Strips `v1.`, `beta.`, `alpha.` and what names the service: `compute.`, `storage.`, `google.storage.`.
    init(service: String, _ name: String) {
        var parts = name.split(separator: ".", omittingEmptySubsequences: true).map(String.init)
        if parts.first == "google" { parts.removeFirst() }
        if let first = parts.first, GCPMethod.isVersion(first) { parts.removeFirst() }
        let owner = service.split(separator: ".").first.map(String.init) ?? ""
        if parts.count > 1, parts.first == owner { parts.removeFirst() }
        if parts.count > 1, let first = parts.first, GCPMethod.isVersion(first) { parts.removeFirst() }
        text = parts.joined(separator: ".")
    }

    /// What stands before the last dot: the collection, or nothing.
    var collection: String {
        guard let dot = text.lastIndex(of: ".") else { return "" }
        return String(text[..<dot])
    }

    /// What stands behind the last dot.
    var verb: String {
        guard let dot = text.lastIndex(of: ".") else { return text }
        return String(text[text.index(after: dot)...])
    }

    /// True if the method looks and changes nothing.
    var isRead: Bool {
        let folded = verb.lowercased()
        return GCPMethod.readPrefixes.contains { folded.hasPrefix($0) }
    }

    private static let readPrefixes = [
        "get", "list", "aggregatedlist", "search", "query", "testiam", "batchget", "describe", "lookup",
        "fetch",
        "read", "watch", "check", "validate", "analyze", "access", "export",
    ]

    /// `v1`, `v2beta1`, `alpha`, `beta`.
    private static func isVersion(_ part: String) -> Bool {
        if part == "alpha" || part == "beta" { return true }
        guard part.first == "v", let digit = part.dropFirst().first else { return false }
        return digit.isNumber
    }
}
