internal import CloudModel

/// Makes a workload: the inventory of an estate and an endless sequence of CloudTrail records that fits it.
///
/// It keeps a small model of the estate, so that a revoked rule exists and a deleted bucket does not come
/// back. Records are handed out a few minutes out of order, and about one in a hundred is an exact copy of a
/// recent one, as log delivery does it.
public struct WorkloadGenerator {
    /// What the workload looks like.
    public let options: WorkloadOptions
    /// What was handed out so far.
    public private(set) var counts = WorkloadCounts()

    var estate: Estate
    var generator: SeededGenerator
    /// The non-compliances that events opened and none has closed yet.
    var drifts: [Drift] = []
    /// The event time of the record that is being made.
    var seconds = 0
    private let founded: Estate?
    private var madeCount = 0
    private var pending: [PendingEvent] = []
    private var recent: [[UInt8]] = []

    private static let maximumPendingCount = 128
    private static let maximumDelaySeconds = 300
    private static let recentCount = 16

    /// A generator at the start of the workload that these options describe.
    public init(_ options: WorkloadOptions) {
        self.init(options, estate: Estate(options), keepsEstate: false)
    }

    /// A generator over a given estate.
    init(_ options: WorkloadOptions, estate: Estate) {
        self.init(options, estate: estate, keepsEstate: true)
    }

    /// A founded estate follows from the options and is made again when it is asked for; a given one is kept.
    private init(_ options: WorkloadOptions, estate: Estate, keepsEstate: Bool) {
        self.options = options
        self.estate = estate
        founded = keepsEstate ? estate : nil
        generator = SeededGenerator(seed: ~options.seed)
    }

    /// The inventory before the first event, whatever was drawn since: a record a resource and the closing
    /// documents of each account's scopes, account by account.
    public func baseline() -> some Sequence<[UInt8]> {
        let start = startSeconds
        let writer = BaselineWriter(
            inventoryID: "inventory-\(options.seed)", startedAt: EventTime.text(start - 3600),
            observedAt: EventTime.text(start - 3000))
        return (founded ?? Estate(options)).accounts.lazy.flatMap { writer.lines(of: $0) }
    }

    /// The inventory of the estate as every record made so far leaves it, those under way included: read a minute after the
    /// last one.
    public func finalInventory() -> some Sequence<[UInt8]> {
        let writer = BaselineWriter(
            inventoryID: "final-\(options.seed)", startedAt: EventTime.text(seconds + 60),
            observedAt: EventTime.text(seconds + 120))
        return estate.accounts.lazy.flatMap { writer.lines(of: $0.withoutDeleted) }
    }

    /// Hands out the records that are under way, in the order in which they were made.
    public mutating func takeRest() -> [[UInt8]] {
        defer { pending = [] }
        return pending.map(\.line)
    }

    /// The next record as delivered: one JSON line without its end.
    public mutating func nextEvent() -> [UInt8] {
        counts.events += 1
        if !recent.isEmpty && generator.chance(permille: 10) {
            counts.duplicates += 1
            return generator.pick(recent)
        }
        let event = nextDelivery()
        counts.add(event.note)
        remember(event.line)
        return event.line
    }

    /// Fills the window of records under way and takes one of them, the oldest if it waited long enough.
    private mutating func nextDelivery() -> PendingEvent {
        repeat { pending.append(makeEvent()) } while !isWindowFull
        let isOverdue = seconds - pending[0].seconds > 2 * Self.maximumDelaySeconds
        return pending.remove(at: isOverdue ? 0 : generator.below(pending.count))
    }

    private var startSeconds: Int { Int(options.start.nanoseconds / 1_000_000_000) }

    private var isWindowFull: Bool {
        pending.count >= Self.maximumPendingCount
            || seconds - pending[0].seconds >= Self.maximumDelaySeconds
    }

    private mutating func remember(_ line: [UInt8]) {
        if recent.count < Self.recentCount {
            recent.append(line)
        } else {
            recent[counts.events % Self.recentCount] = line
        }
    }

    private mutating func makeEvent() -> PendingEvent {
        seconds = startSeconds + madeCount * options.durationSeconds / options.events
        madeCount += 1
        let isRead =
            switch options.mix {
            case .realistic, .quiet: generator.chance(permille: 900)
            case .mutating: false
            }
        if isRead { return makeRead() }
        return options.mix != .quiet && generator.chance(permille: 400) ? makeGoverned() : makeOther()
    }

    private mutating func makeRead() -> PendingEvent {
        let account = generator.pick(estate.accounts)
        let reads = ReadEvents(account: account, region: generator.pick(account.regions))
        var draft = reads.draft(from: &generator, at: seconds)
        let actor =
            draft.name == "AssumeRole"
            ? Actor.service(generator.pick(["ec2", "lambda", "ecs-tasks", "eks"]))
            : Actor.reading(account, at: seconds, from: &generator)
        let isRefused = draft.name != "AssumeRole" && generator.chance(permille: 15)
        if isRefused { draft = draft.refused(.accessDenied(draft.service, draft.name, to: actor.arn)) }
        return finish(draft, actor, account.id, EventNote(subject: .read, isRefusal: isRefused))
    }

    private mutating func makeOther() -> PendingEvent {
        let account = generator.pick(estate.accounts)
        let others = OtherEvents(account: account, region: generator.pick(account.regions))
        let actor = Actor.changing(account, at: seconds, from: &generator)
        var draft = others.draft(from: &generator, at: seconds)
        let isRefused = generator.chance(permille: 40)
        if isRefused { draft = draft.refused(.accessDenied(draft.service, draft.name, to: actor.arn)) }
        return finish(draft, actor, account.id, EventNote(subject: .other, isRefusal: isRefused))
    }

    private mutating func makeGoverned() -> PendingEvent {
        if generator.chance(permille: 40) { return makeRefusedGoverned() }
        let change = nextGovernedChange()
        let account = estate.accounts[change.account]
        let actor = Actor.changing(account, at: seconds, from: &generator)
        return finish(
            change.draft, actor, account.id, EventNote(subject: .governed, isTransition: change.isTransition))
    }

    private mutating func makeRefusedGoverned() -> PendingEvent {
        let account = generator.pick(estate.accounts)
        let actor = Actor.changing(account, at: seconds, from: &generator)
        let draft = refusedGovernedDraft(in: account, actor: actor)
        return finish(draft, actor, account.id, EventNote(subject: .governed, isRefusal: true))
    }

    private mutating func finish(_ draft: EventDraft, _ actor: Actor, _ account: String, _ note: EventNote)
        -> PendingEvent
    {
        let scene = EventScene(actor: actor, account: account, seconds: seconds)
        return PendingEvent(seconds: seconds, line: draft.record(scene, from: &generator), note: note)
    }
}

/// A record that was made and not yet delivered.
struct PendingEvent {
    let seconds: Int
    let line: [UInt8]
    let note: EventNote
}

/// What the counts say about a record.
struct EventNote {
    let subject: Subject
    var isTransition = false
    var isRefusal = false

    enum Subject { case read, governed, other }
}

extension WorkloadCounts {
    mutating func add(_ note: EventNote) {
        switch note.subject {
        case .read: reads += 1
        case .governed: governedChanges += 1
        case .other: otherChanges += 1
        }
        if note.isTransition { transitions += 1 }
        if note.isRefusal { refusals += 1 }
    }
}
