internal import CSimdjson

/// The yardstick of `plumbline bench`: simdjson's On-Demand parser reading six top-level fields of each record in C++, with
/// nothing else done. What the engine costs is told as a ratio to it on the same bytes in the same run.
@safe public final class Yardstick {
    private let handle: OpaquePointer

    /// A parser of its own.
    public init() {
        guard let handle = unsafe plumbline_yardstick_create() else {
            preconditionFailure("no memory for a parser")
        }
        unsafe self.handle = handle
    }

    deinit {
        unsafe plumbline_yardstick_destroy(handle)
    }

    /// Parses one record; `padded` holds the record in its first `count` bytes and at least 64 more. Returns a checksum.
    public func parse(_ padded: Span<UInt8>, count: Int) -> UInt64 {
        precondition(padded.count >= count + 64, "the parser reads up to 64 bytes past the record")
        return unsafe padded.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return 0 }
            return unsafe plumbline_yardstick_parse(handle, base, count, buffer.count)
        }
    }
}
