internal import Foundation

/// Base64 as addresses have it, without padding (RFC 4648, section 5).
enum Base64Address {
    /// The bytes, or nil if a character is none of that alphabet or something is left over.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let characters = Array(text.utf8)
        let isPlain = characters.allSatisfy { byte in
            (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45
                || byte == 95
        }
        guard isPlain, characters.count % 4 != 1 else { return nil }
        var common = characters.map { $0 == 45 ? UInt8(ascii: "+") : $0 == 95 ? UInt8(ascii: "/") : $0 }
        common += Array(repeating: UInt8(ascii: "="), count: (4 - characters.count % 4) % 4)
        return Data(base64Encoded: Data(common)).map(Array.init)
    }
}
