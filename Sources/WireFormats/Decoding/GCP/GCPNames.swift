/// Names of resources and projects.
enum GCPNames {
    /// The project named in a path, or nil; `_` and `-` stand for no project.
    static func project(in path: String?) -> String? {
        guard let parts = path?.split(separator: "/"), let mark = parts.firstIndex(of: "projects") else {
            return nil
        }
        let next = parts.index(after: mark)
        guard next < parts.endIndex, parts[next] != "_", parts[next] != "-" else { return nil }
        return String(parts[next])
    }

    /// True for a project number.
    static func isNumber(_ text: String) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
    }

    /// The segment behind the given one, or nil.
    static func segment(after word: String, in path: String?) -> String? {
        guard let parts = path?.split(separator: "/"), let mark = parts.lastIndex(of: word[...]) else {
            return nil
        }
        let next = parts.index(after: mark)
        return next < parts.endIndex ? String(parts[next]) : nil
    }

    /// A full resource name as a native id: without the slashes in front, with the project's id for its number.
    static func nativeID(_ name: String, project: String?) -> String {
        var parts = name.split(separator: "/").map(String.init)
        if let project, let mark = parts.firstIndex(of: "projects"), mark + 1 < parts.count {
            parts[mark + 1] = project
        }
        return parts.joined(separator: "/")
    }

    /// The id without its last collection and name.
    static func parent(of nativeID: String) -> String {
        nativeID.split(separator: "/").dropLast(2).joined(separator: "/")
    }
}
