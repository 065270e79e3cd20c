/// A way of writing that some modules must not use, and what to write there.
struct BannedWord: Sendable {
    /// Where the ban holds.
    enum Place { case everywhere, sources, pure, sourcesExcept(Set<String>) }

    let name: String
    /// The tokens that give it away, each list on its own.
    let marks: [[String]]
    let place: Place
    /// Whether a member of that name is something else.
    var allowsMembers = false
    let instead: String

    func applies(to file: ProjectTree.File) -> Bool {
        let isSource = file.path.hasPrefix("Sources/")
        return switch place {
        case .everywhere: true
        case .sources: isSource
        case .pure: isSource && ImportTable.pureModules.contains(file.module)
        case .sourcesExcept(let modules): isSource && !modules.contains(file.module)
        }
    }

    /// The lines that use it.
    func lines(in text: SwiftText) -> [Int] {
        marks.flatMap { text.tokens.lines(of: $0, notAfterDot: allowsMembers) }
    }
}

extension BannedWord {
    static let all = traps + world + concurrency

    private static let traps = [
        BannedWord(
            name: "try!", marks: [["try", "!"]], place: .everywhere,
            instead: "try in a throwing function, or try? and a decision"),
        BannedWord(name: "as!", marks: [["as", "!"]], place: .everywhere, instead: "as? and a decision"),
        BannedWord(
            name: "fatalError", marks: [["fatalError", "("]], place: .sources,
            instead: "preconditionFailure with a sentence; a function of ours gets a name of its own"),
        BannedWord(
            name: "a trap without a sentence",
            marks: [["preconditionFailure", "(", ")"], ["assertionFailure", "(", ")"]], place: .sources,
            instead: "the sentence that says which promise was broken"),
    ]

    private static let world = [
        BannedWord(
            name: "print", marks: [["print", "("]], place: .sourcesExcept(["plumbline"]), allowsMembers: true,
            instead: "a value that the caller shows, or the logger at the edges"),
        BannedWord(
            name: "a clock", marks: [["ContinuousClock"], ["SuspendingClock"], ["clock_gettime"]],
            place: .pure, instead: "the record's time, or the tick's"),
        BannedWord(
            name: "Date()", marks: [["Date", "(", ")"], ["Date", ".", "now"]],
            place: .sourcesExcept(["DriftRuntime"]), instead: "Timestamp from the runtime's clock"),
        BannedWord(
            name: "randomness",
            marks: [
                [".", "random"], [".", "randomElement"], [".", "shuffled"], ["SystemRandomNumberGenerator"],
            ], place: .sourcesExcept(["DriftRuntime"]), instead: "the seeded generator of Simulation"),
        BannedWord(
            name: "hash values", marks: [[".", "hashValue"], ["Hasher", "("]], place: .pure,
            instead: "a digest of the canonical bytes; hash values differ in each process"),
    ]

    private static let concurrency = [
        BannedWord(
            name: "Task", marks: [["Task", "{"], ["Task", "("], ["Task", ".", "detached"]], place: .sources,
            instead: "a task group, or the worker's own thread"),
        BannedWord(
            name: "DispatchQueue", marks: [["DispatchQueue"]], place: .sources,
            instead: "the worker's own thread"),
        BannedWord(
            name: "Thread", marks: [["Thread"], ["pthread_create"]], place: .sourcesExcept(["DriftRuntime"]),
            instead: "a worker of DriftRuntime"),
        BannedWord(
            name: "async", marks: [["async"], ["await"]], place: .pure,
            instead: "a value that steps; the edge waits"),
        BannedWord(
            name: "a lock", marks: [["Mutex"], ["Atomic"], ["NSLock"]], place: .pure,
            instead: "a value owned by one thread"),
    ]
}
