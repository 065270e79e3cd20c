/// A folded ARM id taken apart.
struct AzureResourcePath {
    /// The subscription's id.
    let subscription: String
    /// Namespace and outermost type: `microsoft.storage/storageaccounts`.
    let type: String
    /// The id up to the outermost resource's name.
    let rootID: String
    /// Types and names below the root resource.
    let children: [(type: String, name: String)]
    /// The innermost name.
    let lastName: String

    /// Takes an id apart; nil unless it names a resource in a subscription. What an extension adds is left out.
    init?(folded id: String) {
        let parts = id.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
        guard parts.count >= 2, parts[0] == "subscriptions", let mark = parts.firstIndex(of: "providers"),
            mark + 3 < parts.count
        else { return nil }
        subscription = parts[1]
        type = parts[mark + 1] + "/" + parts[mark + 2]
        rootID = "/" + parts[0...(mark + 3)].joined(separator: "/")
        var pairs: [(type: String, name: String)] = []
        var position = mark + 4
        while position + 1 < parts.count, parts[position] != "providers" {
            pairs.append((parts[position], parts[position + 1]))
            position += 2
        }
        children = pairs
        lastName = pairs.last?.name ?? parts[mark + 3]
    }
}
