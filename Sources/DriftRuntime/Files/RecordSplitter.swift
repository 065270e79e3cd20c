internal import CloudModel
internal import Foundation
internal import WireFormats

/// Cuts the bytes of one file into records, piece by piece, holding at most one record.
///
/// undecided -> lines | document | table; document -> between documents -> document | lines. A file whose first line is no
/// whole value but opens one is a document; one that begins as a credential report does is a table, which is one record;
/// any other holds a record a line.
struct RecordSplitter: ~Copyable {
    enum Mode { case undecided, lines, document, betweenDocuments, table }

    let path: String
    let limit: Int
    var mode = Mode.undecided
    /// The start of a record whose end has not come yet.
    var pending: [UInt8] = []
    var scanner = BracketScanner()
    /// Set while a record beyond the limit passes by.
    var oversize: OversizeRecord?
    /// The line that is being read, from 1.
    var line: Int64 = 1
    /// The line on which the document began.
    var documentLine: Int64 = 1
    private var isAtStart = true

    init(path: String, limit: Int) {
        self.path = path
        self.limit = limit
    }

    /// Takes the next piece of the file.
    mutating func push(_ piece: Span<UInt8>, into sink: inout some RecordSink) throws {
        var position = isAtStart ? RecordSplitter.byteOrderMark(piece) : 0
        isAtStart = false
        while position < piece.count {
            switch mode {
            case .undecided, .lines: position = try pushLine(piece, position, &sink)
            case .document: position = try pushDocument(piece, position, &sink)
            case .betweenDocuments: position = pushBetween(piece, position)
            case .table: position = pushTable(piece, position)
            }
        }
    }

    /// Takes the end of the file. If the file was cut, what is left over is a dead letter with that reason.
    mutating func finish(cut: (reason: String, detail: String)?, into sink: inout some RecordSink) throws {
        if let record = oversize.take() { try sink.take(record.letter()) }
        if mode == .document, BrokenDocument.looksLikeLines(pending) { try redoAsLines(&sink) }
        switch mode {
        case .document: try finishDocument(cut, &sink)
        case .table where cut == nil:
            if !pending.isEmpty { try sink.take(pending.span, at: position(1)) }
        case .undecided, .lines, .betweenDocuments, .table:
            if let cut {
                documentLine = line
                try finishCut(cut, &sink)
            } else if !pending.isEmpty {
                try endPendingLine(&sink)
            }
        }
        pending = []
    }

    func position(_ line: Int64) -> RecordPosition {
        RecordPosition(source: path, partition: 0, offset: line)
    }

    func letter(_ reason: String, _ detail: String, _ bytes: [UInt8], _ line: Int64) -> DeadLetter {
        DeadLetter(
            reason: reason, detail: detail, position: position(line), eventIndex: nil, byteCount: bytes.count,
            digest: Digest.sha256Hex(bytes), head: Array(bytes.prefix(DeadLetter.maximumHeadBytes)))
    }

    private static func byteOrderMark(_ piece: Span<UInt8>) -> Int {
        piece.count >= 3 && piece[0] == 0xEF && piece[1] == 0xBB && piece[2] == 0xBF ? 3 : 0
    }

    /// Where the next line end at or behind `start` is, or nil.
    static func lineEnd(_ piece: Span<UInt8>, from start: Int) -> Int? {
        unsafe piece.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress,
                let found = unsafe memchr(base + start, 0x0A, buffer.count - start)
            else { return nil }
            return unsafe UnsafeRawPointer(found) - UnsafeRawPointer(base)
        }
    }
}
