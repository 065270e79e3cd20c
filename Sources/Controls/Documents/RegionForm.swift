import CloudModel

extension JSONField {
    /// A region. One of AWS has the form of its regions, in which the part before the number is a direction: new regions
    /// come, so there is no list of them, but `us-esat-1` is none. Other providers' names follow no form.
    func region(_ provider: Provider) throws(DocumentError) -> String {
        let text = try filledText()
        if provider == .aws, !RegionForm.fits(text) {
            throw error("\"\(text)\" is no region of AWS.", hint: RegionForm.hint(for: text))
        }
        return text
    }
}

/// The form of AWS's regions: an area, perhaps a part of it, a direction, a number.
private enum RegionForm {
    private static let directions = [
        "central", "east", "north", "northeast", "northwest", "south", "southeast", "southwest", "west",
    ]

    static func fits(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count >= 3, let number = parts.last, (1...2).contains(number.utf8.count) else {
            return false
        }
        return directions.contains(String(parts[parts.count - 2]))
            && (2...4).contains(parts[0].utf8.count)
            && parts.dropLast().allSatisfy { part in
                !part.isEmpty && part.utf8.allSatisfy { (0x61...0x7A).contains($0) }
            }
            && number.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// The region that was perhaps meant, where one part is misspelt; else what a region looks like.
    static func hint(for text: String) -> String {
        var parts = text.lowercased().split(separator: "-").map { String($0) }
        if parts.count >= 3,
            let direction = Suggestion.nearest(to: parts[parts.count - 2], among: directions)
        {
            parts[parts.count - 2] = direction
            let region = parts.joined(separator: "-")
            if fits(region) { return "did you mean \"\(region)\"?" }
        }
        return "as us-east-1"
    }
}
