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
        do {
            suppressions.append(try Suppression(json: bytes))
            places.append(place)
        } catch {
            throw failure(place, error.field, error.message, error.hint)
        }
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
