internal import CCrypto

/// SHA-256 over bytes and over lists of texts; the source of every id that goes out.
public enum Digest {
    /// The SHA-256 of the bytes, 64 lower-case hexadecimal digits.
    public static func sha256Hex(_ bytes: [UInt8]) -> String {
        hexadecimal(sha256(bytes)[...])
    }

    /// An id of 128 bits, 32 hexadecimal digits, of the parts in their order. Each part is prefixed with its
    /// length, so that `["ab", "c"]` and `["a", "bc"]` differ.
    public static func identifier(parts: [String]) -> String {
        var bytes: [UInt8] = []
        for part in parts {
            let count = UInt32(part.utf8.count)
            for shift in stride(from: 24, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: count >> UInt32(shift)))
            }
            bytes.append(contentsOf: part.utf8)
        }
        return hexadecimal(sha256(bytes)[..<16])
    }

    private static func sha256(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_LENGTH))
        unsafe bytes.withUnsafeBufferPointer { input in
            unsafe digest.withUnsafeMutableBufferPointer { output in
                _ = unsafe SHA256(input.baseAddress, input.count, output.baseAddress)
            }
        }
        return digest
    }

    static func hexadecimal(_ bytes: ArraySlice<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}
