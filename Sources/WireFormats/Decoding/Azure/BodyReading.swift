internal import JSONTokens

/// Reads bodies that were copied off a tape or out of a text member.
enum BodyReading {
    /// The member whose key equals the given lower-case key when folded, since ARM compares names without case.
    static func member(_ view: FlatView?, _ foldedKey: String) -> FlatView? {
        guard let view else { return nil }
        for (key, value) in view.members where key.lowercased() == foldedKey { return value }
        return nil
    }

    /// The value as an object: as it is, or parsed if it is JSON text. Nil for anything else (empty, masked, cut).
    static func object(_ value: FlatValue?) -> FlatValue? {
        guard let value else { return nil }
        switch value.view.tag {
        case .map: return value
        case .string:
            guard let text = value.view.string, let parsed = try? FlatValue(json: text) else { return nil }
            return parsed.view.tag == .map ? parsed : nil
        default: return nil
        }
    }

    /// The text, or nil if the value is none or is empty.
    static func text(_ view: FlatView?) -> String? {
        guard let text = view?.string, !text.isEmpty else { return nil }
        return text
    }

    /// The truth value; the texts count too.
    static func bool(_ view: FlatView?) -> Bool? {
        guard let view else { return nil }
        if let value = view.bool { return value }
        switch view.string?.lowercased() {
        case "true": return true
        case "false": return false
        default: return nil
        }
    }

    /// The whole number; a text that is one counts too.
    static func int(_ view: FlatView?) -> Int64? {
        guard let view else { return nil }
        return view.int ?? view.string.flatMap { Int64($0) }
    }

    /// The texts of a list in order, or nil if it is no list of texts.
    static func texts(_ view: FlatView?) -> [String]? {
        guard let view, view.tag == .list else { return nil }
        var texts: [String] = []
        for element in view.elements {
            guard let text = element.string else { return nil }
            texts.append(text)
        }
        return texts
    }
}
