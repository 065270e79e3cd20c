internal import CloudModel

/// Reads the ids of resources out of keys that come in order: what many keys share is read once.
struct ResourceKeyReader {
    private static let separator: UInt8 = 0x1F

    /// What the last key began with: all but the native id.
    private var prefix: [UInt8] = []
    private var kind: ResourceKind?
    private var account = AccountKey("")
    private var region = ""

    init() {}

    /// The resource; nil if its kind has no schema, or if the key is none of a resource.
    mutating func id(_ key: Span<UInt8>) -> ResourceID? {
        if !begins(key) { readPrefix(key) }
        guard let kind else { return nil }
        let name = key.extracting(prefix.count...)
        let nativeID = unsafe name.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
        return ResourceID(kind: kind, account: account, region: region, nativeID: nativeID)
    }

    private func begins(_ key: Span<UInt8>) -> Bool {
        guard !prefix.isEmpty, key.count >= prefix.count else { return false }
        for index in prefix.indices where prefix[index] != key[index] { return false }
        return true
    }

    private mutating func readPrefix(_ key: Span<UInt8>) {
        var (parts, rest) = (0, 0)
        while rest < key.count, parts < 4 {
            if key[rest] == ResourceKeyReader.separator { parts += 1 }
            rest += 1
        }
        prefix = Array(copying: key.extracting(..<rest))
        let texts = EngineState.parts(of: prefix)
        kind = parts == 4 ? ResourceKind(named: texts[1]) : nil
        account = AccountKey(parts == 4 ? texts[2] : "")
        region = parts == 4 ? texts[3] : ""
    }
}
