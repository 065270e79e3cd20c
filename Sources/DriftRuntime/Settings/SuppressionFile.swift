internal import Controls
internal import JSONTokens

/// The suppressions of one file: a list, one document, or one a line.
struct SuppressionFile {
    let file: FileBytes
    private(set) var suppressions: [Suppression] = []
    /// Where each of them stands: the path of its field, or the line of its own.
    private var places: [Place] = []

    private enum Place {
        case field(String)
        case line(Int)

        /// For people.
        var text: String {
            switch self {
            case .field(let path): "at \(path)"
            case .line(let line): "on line \(line)"
            }
        }
    }

    init(_ path: String) throws(RuntimeFailure) {
        file = try FileBytes(path)
        let whole = try? FlatValue(json: file.bytes)
        if let whole, whole.view.tag == .list {
            for (index, element) in whole.view.elements.enumerated() {
                try add(Array(element.json.utf8), .field("[\(index)]"))
            }
        } else if whole != nil {
            try add(file.bytes, .field(""))
        } else {
            try readLines()
        }
    }

    private mutating func readLines() throws(RuntimeFailure) {
        let lines = file.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in lines.enumerated() where !line.allSatisfy({ BrokenDocument.isBlank($0) }) {
            try add(Array(line), .line(index + 1))
        }
    }

    private mutating func add(_ bytes: [UInt8], _ place: Place) throws(RuntimeFailure) {
        let suppression: Suppression
        do {
            suppression = try Suppression(json: bytes)
        } catch {
            throw failure(place, error.field, error.message, error.hint)
        }
        if let first = suppressions.firstIndex(where: { $0.id == suppression.id }) {
            throw failure(
                place, "id", "The id \"\(suppression.id)\" is that of the one \(places[first].text).",
                "ids are never used twice; findings name them")
        }
        suppressions.append(suppression)
        places.append(place)
    }

    /// The failure at its place, if the error is about one of these suppressions.
    func failure(_ error: ControlFileError) -> RuntimeFailure? {
        guard let index = suppressions.firstIndex(where: { "suppression \($0.id)" == error.file }) else {
            return nil
        }
        return failure(places[index], error.field, error.message, error.hint)
    }

    private func failure(_ place: Place, _ field: String, _ message: String, _ hint: String) -> RuntimeFailure
    {
        switch place {
        case .field(let base):
            return file.failure(
                base.isEmpty || field.isEmpty ? base + field : "\(base).\(field)", message, hint)
        case .line(let line):
            let text = "\(file.path):\(line): \(field.isEmpty ? "" : field + ": ")\(message)"
            return .usage(hint.isEmpty ? text : "\(text)\n    hint: \(hint)")
        }
    }
}
