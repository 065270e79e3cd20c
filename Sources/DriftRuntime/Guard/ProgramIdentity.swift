internal import CCrypto
internal import Foundation

/// Which program this is, told by its bytes: what it derives from facts may differ from what another build derives.
enum ProgramIdentity {
    /// The SHA-256 of the executable; a name that is never seen again if it cannot be read.
    static let digest: String = {
        let path = URL(filePath: "/proc/self/exe")
        guard let bytes = try? Data(contentsOf: path, options: .alwaysMapped) else {
            return UUID().uuidString
        }
        var sum = [UInt8](repeating: 0, count: 32)
        unsafe bytes.withUnsafeBytes { bytes in
            unsafe sum.withUnsafeMutableBufferPointer { sum in
                _ = unsafe SHA256(
                    bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count, sum.baseAddress)
            }
        }
        return KeyedDigest.hexadecimal(sum)
    }()
}
