internal import CZlib

/// Unpacks a gzip stream piece by piece; holds no more than one piece of output.
@safe final class GzipStream {
    private var stream = unsafe z_stream()
    private var output = [UInt8](repeating: 0, count: GzipStream.pieceBytes)
    private var isBetweenMembers = false
    private(set) var consumedBytes = 0

    static let pieceBytes = 256 * 1024

    /// Why a stream cannot be unpacked any further.
    enum Fault: Error {
        /// It is not gzip, or its checksum is wrong.
        case broken
        /// What follows the last member is neither gzip nor padding.
        case trailingBytes
    }

    init() throws(RuntimeFailure) {
        guard unsafe plumbline_inflate_init(&stream) == Z_OK else {
            throw .environment("zlib: there is no memory")
        }
    }

    deinit { _ = unsafe inflateEnd(&stream) }

    /// True if nothing of a member is outstanding, so that the input may end here.
    var isComplete: Bool { isBetweenMembers }

    static func recognises(_ bytes: [UInt8]) -> Bool {
        bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
    }

    /// Unpacks one piece of input and hands on what comes out of it, in pieces.
    func push(_ input: [UInt8], _ body: (Span<UInt8>) throws -> Void) throws {
        var position = 0
        while position < input.count {
            if isBetweenMembers {
                guard try beginMember(input, &position) else { return }
            }
            let (used, made, code) = inflate(input, from: position)
            position += used
            consumedBytes += used
            if made > 0 {
                let piece = output
                try body(piece.span.extracting(0..<made))
            }
            switch code {
            case Z_STREAM_END: isBetweenMembers = true
            case Z_OK where used > 0 || made > 0: continue
            case Z_BUF_ERROR where used > 0 || made > 0: continue
            default: throw Fault.broken
            }
        }
    }

    /// A log may be several members one behind the other; zeros pad some. False if the rest is padding.
    private func beginMember(_ input: [UInt8], _ position: inout Int) throws -> Bool {
        while position < input.count, input[position] == 0 { position += 1 }
        guard position < input.count else { return false }
        guard input[position] == 0x1F, unsafe inflateReset(&stream) == Z_OK else { throw Fault.trailingBytes }
        isBetweenMembers = false
        return true
    }

    private func inflate(_ input: [UInt8], from position: Int) -> (used: Int, made: Int, code: Int32) {
        let available = input.count - position
        let capacity = output.count
        let code = unsafe input.withUnsafeBufferPointer { source in
            unsafe output.withUnsafeMutableBufferPointer { room in
                unsafe stream.next_in = UnsafeMutablePointer(
                    mutating: source.baseAddress.map { unsafe $0 + position })
                unsafe stream.avail_in = uInt(available)
                unsafe stream.next_out = room.baseAddress
                unsafe stream.avail_out = uInt(capacity)
                return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
            }
        }
        return unsafe (available - Int(stream.avail_in), capacity - Int(stream.avail_out), code)
    }
}
