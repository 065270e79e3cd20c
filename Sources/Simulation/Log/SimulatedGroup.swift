import DriftEngine

/// A consumer group's coordinator: members, generations, range assignment, committed and pending numbers.
///
///     stable -(join, leave or session over)-> preparing -(all members rejoined, or time over)-> stable
struct SimulatedGroup {
    struct Member {
        let id: String
        var lastSeen: Int64
        var hasRejoined: Bool
    }

    /// What a heartbeat is answered.
    enum Answer: Hashable {
        case stable(generation: Int)
        case rebalancing
        case unknownMember
    }

    let partitionCount: Int32
    let limits: ClusterLimits
    private(set) var generation = 0
    private(set) var members: [Member] = []
    private var rebalanceDeadline: Int64?
    private var committed: [Int32: Int64] = [:]
    private var pending: [(transaction: Int, numbers: [CommitNumber])] = []

    init(partitionCount: Int32, limits: ClusterLimits) {
        self.partitionCount = partitionCount
        self.limits = limits
    }

    // MARK: Membership

    mutating func join(_ id: String, at now: Int64) {
        if let index = members.firstIndex(where: { $0.id == id }) {
            members[index].hasRejoined = true
            members[index].lastSeen = now
        } else {
            members.append(Member(id: id, lastSeen: now, hasRejoined: true))
            members.sort { $0.id < $1.id }
            prepare(at: now, except: id)
        }
        finishIfComplete(at: now)
    }

    mutating func leave(_ id: String, at now: Int64) {
        guard let index = members.firstIndex(where: { $0.id == id }) else { return }
        members.remove(at: index)
        prepare(at: now, except: nil)
        finishIfComplete(at: now)
    }

    mutating func heartbeat(_ id: String, at now: Int64) -> Answer {
        guard let index = members.firstIndex(where: { $0.id == id }) else { return .unknownMember }
        members[index].lastSeen = now
        return rebalanceDeadline == nil ? .stable(generation: generation) : .rebalancing
    }

    /// Removes the members that were silent for too long.
    mutating func advance(to now: Int64) {
        let silent = members.filter { now - $0.lastSeen > limits.sessionMilliseconds }.map(\.id)
        for id in silent { leave(id, at: now) }
        finishIfComplete(at: now)
    }

    /// The partitions of a member in the present generation: as even a share of neighbours as there is.
    func assignment(of id: String) -> [Int32] {
        guard let index = members.firstIndex(where: { $0.id == id }) else { return [] }
        let count = Int(partitionCount)
        return (index * count / members.count..<(index + 1) * count / members.count).map { Int32($0) }
    }

    private mutating func prepare(at now: Int64, except joiner: String?) {
        if rebalanceDeadline == nil {
            for index in members.indices { members[index].hasRejoined = members[index].id == joiner }
        }
        rebalanceDeadline = now + limits.rebalanceMilliseconds
    }

    private mutating func finishIfComplete(at now: Int64) {
        guard let deadline = rebalanceDeadline else { return }
        if now < deadline && !members.allSatisfy(\.hasRejoined) { return }
        members.removeAll { !$0.hasRejoined }
        generation += 1
        rebalanceDeadline = nil
    }

    // MARK: Numbers

    /// True if this member of this generation may still commit.
    func accepts(_ id: String, generation: Int) -> Bool {
        generation == self.generation && members.contains { $0.id == id }
    }

    /// True while a transaction that may change the number of a partition is undecided.
    func isUndecided(_ partition: Int32) -> Bool {
        pending.contains { $0.numbers.contains { $0.partition == partition } }
    }

    /// The committed number of a partition; nil if there is none.
    func number(of partition: Int32) -> Int64? { committed[partition] }

    mutating func hold(_ numbers: [CommitNumber], in transaction: Int) {
        pending.append((transaction, numbers))
    }

    mutating func commit(_ numbers: [CommitNumber]) {
        for number in numbers { committed[number.partition] = number.number }
    }

    mutating func close(_ transaction: Int, isCommitted: Bool) {
        for held in pending where held.transaction == transaction && isCommitted { commit(held.numbers) }
        pending.removeAll { $0.transaction == transaction }
    }
}
