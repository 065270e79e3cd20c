internal import CZlib

/// Unpacks gzip bytes under a limit.
enum GzipInflater {
    /// True if the bytes begin as gzip does.
    static func recognises(_ bytes: Span<UInt8>) -> Bool {
        bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
    }

    /// The unpacked bytes of all members; `too-large` beyond the limit, `bad-encoding` for anything that is no whole
    /// gzip stream.
    static func inflate(_ packed: Span<UInt8>, limit: Int) throws(DecodingFailure) -> [UInt8] {
        var stream = unsafe z_stream()
        guard unsafe plumbline_inflate_init(&stream) == Z_OK else {
            throw DecodingFailure("bad-encoding", "gzip: no memory")
        }
        defer { _ = unsafe inflateEnd(&stream) }
        var output: [UInt8] = []
        let outcome = unsafe packed.withUnsafeBufferPointer { buffer in
            unsafe stream.next_in = UnsafeMutablePointer(mutating: buffer.baseAddress)
            unsafe stream.avail_in = uInt(truncatingIfNeeded: buffer.count)
            return unsafe drain(&stream, into: &output, limit: limit)
        }
        switch outcome {
        case Z_STREAM_END: return output
        case Z_BUF_ERROR where output.count > limit:
            throw DecodingFailure("too-large", "gzip: more than \(limit) bytes unpacked")
        default: throw DecodingFailure("bad-encoding", "gzip: broken or cut stream")
        }
    }

    private static func drain(
        _ stream: inout z_stream, into output: inout [UInt8], limit: Int
    ) -> Int32 {
        let chunk = 64 * 1024
        while true {
            let filled = output.count
            output.append(contentsOf: repeatElement(0, count: chunk))
            let code = unsafe output.withUnsafeMutableBufferPointer { room in
                unsafe stream.next_out = room.baseAddress.map { unsafe $0 + filled }
                unsafe stream.avail_out = uInt(chunk)
                return unsafe CZlib.inflate(&stream, Z_NO_FLUSH)
            }
            let written = unsafe chunk - Int(stream.avail_out)
            output.removeLast(chunk - written)
            if output.count > limit { return Z_BUF_ERROR }
            switch code {
            case Z_OK where written > 0: continue
            case Z_STREAM_END:
                // A log file may be several members one behind the other.
                guard unsafe stream.avail_in > 0 else { return Z_STREAM_END }
                guard unsafe inflateReset(&stream) == Z_OK else { return Z_DATA_ERROR }
            default: return Z_DATA_ERROR
            }
        }
    }
}
