internal import CloudModel

extension RecordSplitter {
    /// Reads on to the end of the line. Returns where to go on.
    mutating func pushLine(
        _ piece: Span<UInt8>, _ start: Int, _ sink: inout some RecordSink
    ) throws -> Int {
        let end = RecordSplitter.lineEnd(piece, from: start)
        let part = piece.extracting(start..<(end ?? piece.count))
        if oversize != nil {
            oversize?.append(part)
        } else if end != nil && pending.isEmpty && part.count <= limit {
            try endLine(part, &sink)
        } else {
            hold(part)
            if end != nil && oversize == nil { try endPendingLine(&sink) }
        }
        guard let end else { return piece.count }
        if let record = oversize.take() {
            try sink.take(record.letter())
            if mode == .undecided { mode = .lines }
        }
        line += 1
        return end + 1
    }

    /// Keeps a part of a line for later; beyond the limit only its digest.
    private mutating func hold(_ part: Span<UInt8>) {
        if pending.count + part.count > limit {
            oversize = OversizeRecord(pending, at: position(line), limit: limit)
            oversize?.append(part)
            pending = []
        } else {
            unsafe part.withUnsafeBufferPointer { unsafe pending.append(contentsOf: $0) }
        }
    }

    /// The line that was held ends here.
    mutating func endPendingLine(_ sink: inout some RecordSink) throws {
        let whole = pending
        pending = []
        try endLine(whole.span, &sink)
    }

    /// A whole line without its end: a record, nothing, or the first line of a document.
    mutating func endLine(_ bytes: Span<UInt8>, _ sink: inout some RecordSink) throws {
        guard let first = RecordSplitter.firstFilled(bytes) else { return }
        if bytes[first] == UInt8(ascii: "#") { return sink.skipLine() }
        if mode == .undecided, beginsDocument(bytes, from: first) {
            mode = .document
            documentLine = line
            unsafe bytes.withUnsafeBufferPointer { unsafe pending.append(contentsOf: $0) }
            pending.append(0x0A)
            return
        }
        if mode == .undecided, RecordSplitter.beginsTable(bytes) {
            mode = .table
            unsafe bytes.withUnsafeBufferPointer { unsafe pending.append(contentsOf: $0) }
            pending.append(0x0A)
            return
        }
        mode = .lines
        try sink.take(bytes, at: position(line))
    }

    /// Reads the rest of the file: the rows of a table mean nothing without its first one.
    mutating func pushTable(_ piece: Span<UInt8>, _ start: Int) -> Int {
        let part = piece.extracting(start..<piece.count)
        if oversize == nil { hold(part) } else { oversize?.append(part) }
        return piece.count
    }

    private static func beginsTable(_ bytes: Span<UInt8>) -> Bool {
        let head = Array("user,arn,user_creation_time,".utf8)
        return bytes.count >= head.count && head.indices.allSatisfy { bytes[$0] == head[$0] }
    }

    /// True if the line opens a value that it does not close, outside a text: a text cannot go over the line's end.
    private mutating func beginsDocument(_ bytes: Span<UInt8>, from first: Int) -> Bool {
        guard bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "[") else { return false }
        scanner.reset()
        return scanner.end(of: bytes, from: first) == nil && !scanner.isInText
    }

    static func firstFilled(_ bytes: Span<UInt8>) -> Int? {
        bytes.indices.first { !BrokenDocument.isBlank(bytes[$0]) }
    }
}
