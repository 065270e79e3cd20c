internal import CloudModel
internal import JSONTokens

/// Finds the names of resources that a property's value holds.
enum ReferenceWalk {
    /// Hands on every text at the end of the path, lists on the way being walked element by element.
    static func forEachName(in view: FlatView, _ path: ArraySlice<String>, _ body: (FlatView) -> Void) {
        switch view.tag {
        case .list:
            for element in view.elements { forEachName(in: element, path, body) }
        case .map:
            guard let name = path.first, let member = view.member(name) else { return }
            forEachName(in: member, path.dropFirst(), body)
        case .string:
            if path.isEmpty { body(view) }
        default: return
        }
    }

    /// The texts by which a resource is named: its native id and its full name. Of what is in no region the partition is not
    /// told, so each counts.
    static func names(of id: ResourceID) -> [String] {
        guard id.region.isEmpty, id.kind.schema.provider == .aws else { return [id.nativeID, id.fullName] }
        return [id.nativeID] + ["aws", "aws-us-gov", "aws-cn"].map { id.fullName(in: $0) }
    }

    /// True if the value names the resource.
    static func names(_ view: FlatView, _ path: [String], one names: [String]) -> Bool {
        var found = false
        forEachName(in: view, path[...]) { text in
            if names.contains(where: { text.equals($0) }) { found = true }
        }
        return found
    }
}
