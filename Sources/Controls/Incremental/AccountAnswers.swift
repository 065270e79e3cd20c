internal import CloudModel
internal import Expressions
internal import ResourceGraph

/// What a gatherer keeps of one account: what plans say of its resources, the groups that these make, and who read what.
/// Nothing of it reaches into another account, so all of it can be let go of at once.
final class AccountAnswers {
    /// The account.
    let account: ResourceHandle
    /// Who read what.
    var edges = EdgeTable()
    /// The plans whose resources have been answered.
    var filled: Set<Int32> = []
    /// True if it was asked for since the clock last came by.
    var isUsed = true
    /// By number.
    private(set) var groups: [MemberGroup] = []
    private var numbers: [GroupKey: Int32] = [:]
    private var members: [MemberKey: Member] = [:]

    /// Which resources of a plan belong together.
    private struct GroupKey: Hashable {
        let plan: Int32
        /// Empty where all regions are asked.
        let region: String
        /// Nil where the plan has no key, or where it is undecided.
        let key: String?
        let isOpen: Bool
    }

    private struct MemberKey: Hashable {
        let plan: Int32
        let handle: ResourceHandle
    }

    init(_ account: ResourceHandle) {
        self.account = account
    }

    /// How many answers are kept, those of evaluations among them.
    var count: Int { members.count + edges.readerCount }

    /// What a plan says of a resource; nil if it is none of the plan's, or was not looked at.
    subscript(plan: CollectionPlan, handle: ResourceHandle) -> Member? {
        get { members[MemberKey(plan: Int32(plan.number), handle: handle)] }
        set { members[MemberKey(plan: Int32(plan.number), handle: handle)] = newValue }
    }

    /// The group of a key, or of those without one, or of those whose key is undecided.
    func group(_ plan: CollectionPlan, region: String, key: String?, isOpen: Bool) -> MemberGroup {
        let key = GroupKey(plan: Int32(plan.number), region: region, key: key, isOpen: isOpen)
        if let number = numbers[key] { return groups[Int(number)] }
        let group = MemberGroup(Int32(groups.count), isCommon: key.key == nil && key.region.isEmpty)
        groups.append(group)
        numbers[key] = group.number
        return group
    }
}
