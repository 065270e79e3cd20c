internal import CCrypto

/// SHA-256 of bytes that arrive in pieces, for bytes that are too many to hold.
public struct RunningDigest: ~Copyable {
    private var context = SHA256state_st()

    /// The digest of nothing yet.
    public init() {
        _ = unsafe SHA256_Init(&context)
    }

    /// Takes the next piece.
    public mutating func append(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBufferPointer { input in
            _ = unsafe SHA256_Update(&context, input.baseAddress, input.count)
        }
    }

    /// The digest of all pieces, 64 lower-case hexadecimal digits.
    public consuming func finish() -> String {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        unsafe digest.withUnsafeMutableBufferPointer { output in
            _ = unsafe SHA256_Final(output.baseAddress, &context)
        }
        return Digest.hexadecimal(digest[...])
    }
}
