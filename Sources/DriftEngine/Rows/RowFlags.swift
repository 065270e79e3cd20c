internal import Controls
internal import ResourceGraph

/// What stands in a stored row, and the codes of its verdicts.
struct RowFlags: OptionSet {
    let rawValue: UInt8

    init(rawValue: UInt8) { self.rawValue = rawValue }

    static let facts = RowFlags(rawValue: 1 << 2)
    static let parent = RowFlags(rawValue: 1 << 3)
    static let timers = RowFlags(rawValue: 1 << 4)
    static let announcement = RowFlags(rawValue: 1 << 5)

    /// The two lowest bits.
    init(_ existence: Existence) {
        switch existence {
        case .absent: rawValue = 0
        case .exists: rawValue = 1
        case .ambiguous: rawValue = 2
        }
    }

    func existence() throws(StoreFailure) -> Existence {
        switch rawValue & 3 {
        case 0: return .absent
        case 1: return .exists
        case 2: return .ambiguous
        default: throw StoreFailure(.renew, "a row does not say whether its resource exists")
        }
    }

    static let hasCause: UInt8 = 1 << 6
    static let hasNext: UInt8 = 1 << 7
    static let verdictBits: UInt8 = 0x0F

    static func code(of verdict: Verdict) -> UInt8 {
        switch verdict {
        case .pass: 0
        case .fail: 1
        case .unknown: 2
        case .notApplicable: 3
        case .error: 4
        }
    }
}
