internal import CloudModel
internal import Expressions
internal import ResourceGraph

/// What a plan says of one resource.
struct Member {
    enum Part {
        /// It changes no answer.
        case neutral
        /// It decides the answer, or meets the condition.
        case deciding
        case unknown
        case failed
    }

    var part: Part
    /// The unknown or the error; else null.
    var value = Value.null
    /// The groups in which its part counts.
    var homes: [Int32] = []
    /// The groups of which it may be a member for all that is known, and what is missing to know it.
    var doubts: [Int32] = []
    var doubtPaths: [String] = []
    /// The newest stamp among what the answer read; nil if nothing read was ever observed.
    var stamp: Stamp?
    /// True if the answer rests on the member's own properties alone.
    var readsItself = false

    /// When the stamp was made; the distant past without one.
    var time: Timestamp { stamp?.time ?? .distantPast }

    /// True if nobody who reads its groups can tell the two apart, but by their stamps.
    func isSame(as other: Member) -> Bool {
        part == other.part && homes == other.homes && doubts == other.doubts
            && doubtPaths == other.doubtPaths && Member.isSame(value, other.value)
    }

    private static func isSame(_ left: Value, _ right: Value) -> Bool {
        switch (left, right) {
        case (.unknown(let left), .unknown(let right)): left == right
        case (.error(let left), .error(let right)): left == right
        case (.null, .null): true
        default: false
        }
    }
}

/// The resources that share a key in a plan, by what is said of them.
final class MemberGroup {
    let number: Int32
    /// True if it has neither key nor region.
    let isCommon: Bool
    /// Those that decide, or meet the condition; of a plan of candidates all.
    private(set) var deciding = OrderedResources()
    private(set) var unknown = OrderedResources()
    private(set) var failed = OrderedResources()
    /// Those that may be members.
    private(set) var doubtful = OrderedResources()
    /// Every member by its newest stamp.
    var newest = NewestMembers()
    /// How many members there are, whatever is said of them.
    private(set) var count = 0

    typealias Order = (ResourceHandle, ResourceHandle) -> Bool

    init(_ number: Int32, isCommon: Bool) {
        self.number = number
        self.isCommon = isCommon
    }

    /// The lists that queries read.
    enum List { case deciding, unknown, failed, doubtful }

    subscript(list: List) -> OrderedResources {
        switch list {
        case .deciding: deciding
        case .unknown: unknown
        case .failed: failed
        case .doubtful: doubtful
        }
    }

    /// What readers can tell of a group: enough to know whether they must look again.
    struct Sight: Equatable {
        let decidingCount: Int
        let deciding: [ResourceHandle]
        let unknown: [ResourceHandle]
        let failed: ResourceHandle?
        let doubtfulCount: Int
    }

    func sight(_ plan: CollectionPlan) -> Sight {
        let limit = ListValue.sampleLimit
        let isDecided = !deciding.isEmpty && (plan.query.macro == .exists || plan.query.macro == .all)
        return Sight(
            decidingCount: isDecided ? 1 : min(deciding.count, 2),
            deciding: plan.showsResources ? deciding.prefix(limit) : [],
            unknown: isDecided ? [] : unknown.prefix(limit), failed: isDecided ? nil : failed.first,
            doubtfulCount: isDecided ? 0 : doubtful.count)
    }

    /// Counts a member in or out.
    func insert(_ handle: ResourceHandle, _ part: Member.Part, by order: Order) {
        count += 1
        switch part {
        case .neutral: break
        case .deciding: deciding.insert(handle, by: order)
        case .unknown: unknown.insert(handle, by: order)
        case .failed: failed.insert(handle, by: order)
        }
    }

    func remove(_ handle: ResourceHandle, _ part: Member.Part, by order: Order) {
        count -= 1
        switch part {
        case .neutral: break
        case .deciding: deciding.remove(handle, by: order)
        case .unknown: unknown.remove(handle, by: order)
        case .failed: failed.remove(handle, by: order)
        }
    }

    func insert(doubtful handle: ResourceHandle, by order: Order) { doubtful.insert(handle, by: order) }

    func remove(doubtful handle: ResourceHandle, by order: Order) { doubtful.remove(handle, by: order) }
}
