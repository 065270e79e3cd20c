internal import Expressions
internal import JSONTokens

extension Value {
    /// The value in flat form, in place where it is flat already; nil where it has none.
    var view: FlatView? {
        if case .flat(let view) = self { return view }
        return flatValue?.view
    }

    /// The text; empty if this is none.
    var readText: String {
        if case .string(let text) = self { return text }
        return view?.string ?? ""
    }

    /// The whole number; nil if this is none.
    var readInt: Int64? {
        switch self {
        case .int(let number): number
        case .uint(let number): Int64(exactly: number)
        case .double(let number): Int64(exactly: number)
        default: nil
        }
    }
}

extension FlatView {
    /// The texts of a list, or of one text alone; numbers and truth values as their texts.
    var texts: [String] {
        if tag == .list { return elements.flatMap(\.texts) }
        switch tag {
        case .string: return [string ?? ""]
        case .true, .false, .integer, .decimal: return [json]
        case .null, .list, .map: return []
        }
    }

    /// The elements of a list, or the value alone.
    var listed: [FlatView] { tag == .list ? Array(elements) : isNull ? [] : [self] }

    /// The member's value, whichever case its key is written in.
    func memberFolded(_ key: String) -> FlatView? {
        if let exact = member(key) { return exact }
        for (name, value) in members where name.lowercased() == key.lowercased() { return value }
        return nil
    }
}

extension Value {
    /// The known elements of a list in flat form; elements that have none are left out.
    var elementViews: [FlatView] {
        switch self {
        case .flat(let view): Array(view.elements)
        case .list(let list): list.knownElements.compactMap(\.view)
        default: []
        }
    }

    /// Why a list may have more elements than these.
    var missingElements: UnknownSet? {
        if case .list(let list) = self { return list.missing }
        return nil
    }
}
