internal import CloudModel
internal import JSONTokens

/// Brings the texts by which properties name other resources into the form of those resources' native ids, so that a name
/// equals the id of what it names.
enum ReferenceSpelling {
    /// The value with every text at a reference's place in the form of an id.
    static func canonical(_ value: FlatValue, _ references: [PropertyReference]) -> FlatValue {
        var value = value
        var done: Set<[String]> = []
        for reference in references where done.insert(reference.path).inserted {
            value = rewritten(value.view, reference.path[...]) { text in
                nativeID(text, of: reference.kindName)
            }
        }
        return value
    }

    /// The native id that the text gives for a resource of this kind. An ARM id in any case is folded; a link, a full
    /// resource name or a path of Google's becomes the full name without the slashes in front. AWS's stay as they are.
    static func nativeID(_ text: String, of kindName: String) -> String {
        guard let provider = ResourceKind(named: kindName)?.schema.provider else { return text }
        switch provider {
        case .aws: return text
        case .azure: return text.lowercased()
        case .gcp: return googleName(text, kindName)
        }
    }

    private static func googleName(_ text: String, _ kindName: String) -> String {
        guard let start = text.firstRange(of: "projects/")?.lowerBound else {
            return text.hasPrefix("//") ? String(text.dropFirst(2)) : text
        }
        var path = String(text[start...])
        if let version = path.firstRange(of: "/cryptoKeyVersions/") {
            path = String(path[..<version.lowerBound])
        }
        return service(of: kindName) + "/" + path
    }

    /// The host in full resource names; Cloud SQL's differs from that of its asset types.
    static func service(of kindName: String) -> String {
        let service = kindName.prefix { $0 != "/" }
        return service == "sqladmin.googleapis.com" ? "cloudsql.googleapis.com" : String(service)
    }

    private static func rewritten(
        _ view: FlatView, _ path: ArraySlice<String>, _ change: (String) -> String
    ) -> FlatValue {
        switch view.tag {
        case .list: return FlatValue(list: view.elements.map { rewritten($0, path, change) })
        case .string where path.isEmpty: return FlatValue(change(view.string ?? ""))
        case .map where !path.isEmpty:
            return FlatValue(
                map: view.members.map { key, member in
                    (key, key == path.first ? rewritten(member, path.dropFirst(), change) : member.value)
                })
        default: return view.value
        }
    }
}
