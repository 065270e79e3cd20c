/// Lets one read of each credential and hour pass, in bounded memory.
///
/// Two generations of what passed: when the young one is full it becomes the old one. What falls out may pass
/// once more, which does no harm.
struct LastSeen {
    private let generationCount: Int
    private var young: Set<String> = []
    private var old: Set<String> = []

    /// Remembers at most that many.
    init(maximumCount: Int) { generationCount = max(1, maximumCount / 2) }

    var count: Int { young.count + old.count }

    /// True the first time that this credential is seen in this hour.
    mutating func isFirst(_ credential: String, hour: String) -> Bool {
        let key = hour + "|" + credential
        if young.contains(key) || old.contains(key) { return false }
        if young.count >= generationCount {
            old = young
            young = []
        }
        young.insert(key)
        return true
    }
}
