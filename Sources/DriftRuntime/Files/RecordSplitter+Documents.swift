internal import CloudModel

extension RecordSplitter {
    /// Reads on to the bracket that closes the document. Returns where to go on.
    mutating func pushDocument(
        _ piece: Span<UInt8>, _ start: Int, _ sink: inout some RecordSink
    ) throws -> Int {
        let end = scanner.end(of: piece, from: start)
        let part = piece.extracting(start..<(end ?? piece.count))
        line += RecordSplitter.lineCount(part)
        if oversize != nil {
            oversize?.append(part)
        } else if pending.count + part.count > limit {
            if BrokenDocument.looksLikeLines(pending) {
                line -= RecordSplitter.lineCount(part)
                try redoAsLines(&sink)
                return start
            }
            oversize = OversizeRecord(pending, at: position(1), limit: limit)
            oversize?.append(part)
            pending = []
        } else {
            unsafe part.withUnsafeBufferPointer { unsafe pending.append(contentsOf: $0) }
        }
        guard let end else { return piece.count }
        try endDocument(&sink)
        return end
    }

    private mutating func endDocument(_ sink: inout some RecordSink) throws {
        if let record = oversize.take() {
            try sink.take(record.letter())
        } else {
            try sink.take(pending.span, at: position(documentLine))
        }
        pending = []
        scanner.reset()
        mode = .betweenDocuments
    }

    /// Passes over blanks behind a document. Another document may follow, or lines.
    mutating func pushBetween(_ piece: Span<UInt8>, _ start: Int) -> Int {
        var position = start
        while position < piece.count, BrokenDocument.isBlank(piece[position]) {
            if piece[position] == 0x0A { line += 1 }
            position += 1
        }
        guard position < piece.count else { return position }
        let opens = piece[position] == UInt8(ascii: "{") || piece[position] == UInt8(ascii: "[")
        mode = opens ? .document : .lines
        documentLine = line
        return position
    }

    /// The document never closed after all, and its lines do: they are read again one by one.
    mutating func redoAsLines(_ sink: inout some RecordSink) throws {
        let bytes = pending
        pending = []
        mode = .lines
        line = documentLine
        var position = 0
        while position < bytes.count { position = try pushLine(bytes.span, position, &sink) }
    }

    /// A document whose end is missing; if nothing of it can be saved it is left to the decoder.
    mutating func finishDocument(
        _ cut: (reason: String, detail: String)?, _ sink: inout some RecordSink
    ) throws {
        guard !pending.isEmpty else { return }
        if cut == nil && BrokenDocument.salvage(pending) == nil {
            return try sink.take(pending.span, at: position(documentLine))
        }
        let detail = "the document does not close; its whole records were read"
        try finishCut(cut ?? (RecordSplitter.truncatedDocument, detail), &sink)
    }

    /// What was left over when the file was cut: its whole records are one record, the rest is a dead letter.
    mutating func finishCut(
        _ cut: (reason: String, detail: String), _ sink: inout some RecordSink
    ) throws {
        let saved = BrokenDocument.salvage(pending)
        if let saved { try sink.take(saved.document.span, at: position(documentLine)) }
        let rest = Array(pending[(saved?.restStart ?? 0)...])
        // A document that lacks its last brackets only has lost nothing.
        if cut.reason == RecordSplitter.truncatedDocument, rest.allSatisfy({ BrokenDocument.isBlank($0) }) {
            return
        }
        try sink.take(letter(cut.reason, cut.detail, rest, documentLine))
    }

    private static let truncatedDocument = "truncated-document"

    private static func lineCount(_ bytes: Span<UInt8>) -> Int64 {
        var count: Int64 = 0
        var start = 0
        while start < bytes.count, let end = lineEnd(bytes, from: start) {
            count += 1
            start = end + 1
        }
        return count
    }
}
