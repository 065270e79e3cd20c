internal import CSimdjson

/// Shares the texts that come again and again in a stream: accounts, role names, user agents.
///
/// Remembers a fixed number of them; a text whose place another one holds takes it over. Never a wrong text: bytes are
/// compared. Not shared between threads.
@safe public final class TextPool {
    private struct Entry {
        var hash: UInt64 = 0
        var text = ""
    }

    private let entries: UnsafeMutablePointer<Entry>
    private let prefix: String
    private let prefixCount: Int
    /// Small enough to stay near the processor.
    private static let capacity = 2048
    /// Texts up to this many bytes need no storage of their own, so nothing is gained by sharing them.
    private static let smallCount = 15

    /// An empty pool; every text that it gives begins with the prefix, which is not in the document.
    public init(prefix: String = "") {
        self.prefix = prefix
        prefixCount = prefix.utf8.count
        unsafe entries = .allocate(capacity: TextPool.capacity)
        unsafe entries.initialize(repeating: Entry(), count: TextPool.capacity)
    }

    deinit {
        unsafe entries.deinitialize(count: TextPool.capacity)
        unsafe entries.deallocate()
    }

    /// The prefix and the token's text, unescaped, or nil if the value is no text.
    public func string(_ tape: TokenTape, _ token: Token?) -> String? {
        guard let token, token.kind == .string else { return nil }
        if token.isEscaped || prefixCount + token.length <= TextPool.smallCount {
            return tape.string(token).map { prefix.isEmpty ? $0 : prefix + $0 }
        }
        return unsafe tape.withRawText(token) { unsafe shared($0) }
    }

    private func shared(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard let start = bytes.baseAddress else { return prefix }
        let hash = unsafe plumbline_hash(start, bytes.count)
        let place = Int(truncatingIfNeeded: hash >> 40) & (TextPool.capacity - 1)
        if unsafe entries[place].hash == hash, unsafe isSame(entries[place].text, bytes) {
            return unsafe entries[place].text
        }
        let text = unsafe prefix + String(decoding: bytes, as: UTF8.self)
        unsafe entries[place] = Entry(hash: hash, text: text)
        return text
    }

    private func isSame(_ text: String, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let isSame = unsafe text.utf8.withContiguousStorageIfAvailable { stored in
            guard stored.count == prefixCount + bytes.count, let left = stored.baseAddress,
                let right = bytes.baseAddress
            else { return false }
            return unsafe plumbline_same(left + prefixCount, right, bytes.count) != 0
        }
        return isSame ?? false
    }
}
