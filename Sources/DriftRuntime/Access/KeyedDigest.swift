internal import CCrypto

/// SHA-256 with and without a key.
enum KeyedDigest {
    /// HMAC-SHA-256.
    static func authentication(_ text: String, key: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: 32)
        let message = Array(text.utf8)
        var count: UInt32 = 0
        let answer: UnsafeMutablePointer<UInt8>? = unsafe digest.withUnsafeMutableBufferPointer { output in
            unsafe HMAC(
                EVP_sha256(), key, Int32(key.count), message, message.count, output.baseAddress, &count)
        }
        precondition(unsafe answer != nil && count == 32, "libcrypto has no SHA-256")
        return digest
    }

    /// Lower-case hexadecimal digits.
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        let text = bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
        return String(decoding: text, as: UTF8.self)
    }
}
