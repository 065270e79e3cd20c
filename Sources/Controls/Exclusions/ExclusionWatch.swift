internal import CloudModel

/// Watches that nobody tags a failing resource out of scope.
///
/// Where a profile leaves resources of a kind out by tag, a control of its own looks at each of them. It fails while a tag
/// hides a failure that the resource had when an event brought the tag, or, if the tag came with the resource's creation,
/// any failure. A tag that an inventory showed, and one that a configured account environment overrules, hide nothing that
/// it minds. No exclusion applies to the watch itself.
struct ExclusionWatch: Sendable {
    /// The positions of the controls that tags can hide on resources of the kind, rising.
    let hidden: [Int32]
    /// The property that holds the kind's tags.
    let tags: PropertyID

    /// The id of a provider's watch, the same for all kinds.
    static func id(_ provider: Provider) -> String { "\(provider.rawValue).exclusions.tagged-while-failing" }

    /// The watch as if it were a control file about a kind.
    static func file(_ kind: ResourceKind) -> ControlFile {
        let source = SourceFile(path: "exclusion watch", text: condition)
        let condition = SourceText(
            text: condition, field: "pass", file: source, place: SourcePlace(line: 1, column: 1))
        return ControlFile(
            path: source.path, id: id(kind.schema.provider), title: title, description: description,
            severity: .high, subject: kind, scope: .resource, params: [], olderParams: [], applies: nil,
            pass: condition,
            evidence: nil, frameworks: frameworks, reread: [],
            remediation: RemediationSection(
                safety: .manual, text: repair, summary: "", guardCondition: nil, permissions: [],
                isForEachEvidence: false, calls: [], inverse: [], expected: nil, canary: ""),
            tests: [], notes: "", unmapped: "It guards the exclusions of profiles, which no benchmark knows.",
            version: TextDigest.hexadecimal(Array((title + description + repair).utf8)))
    }

    private static let title = "No failing resource is tagged out of scope"
    private static let condition = "no tag that came while the resource failed hides the failure"
    private static let description = """
        A profile leaves resources with certain tags out. Whoever can tag can then hide what is wrong: a resource that \
        failed when an event gave it such a tag, or that was created with the tag and fails, is reported with who tagged \
        it, as long as the tag hides the failure.
        """
    private static let repair = """
        Ask whoever tagged the resource. Remove the tag or repair what it hides; if the exclusion is right, suppress this \
        finding for the resource, or give the account's environment in the profile.
        """
    private static let frameworks = [
        "nist_800_53_r5": ["AU-9", "CM-3", "CM-6"], "soc2": ["CC7.1", "CC8.1"],
        "iso27001_2022": ["A.8.9", "A.8.32"], "fedramp": ["CM-3", "CM-6"],
    ]
}

/// The watches of a catalogue, by the positions of its controls.
struct WatchTable: Sendable {
    /// By position of a control, what it watches.
    private var watches: [ExclusionWatch?] = []
    /// By position of a control, the watch over its exclusions.
    private var positions: [Int32?] = []

    /// The watches among a catalogue's controls.
    init(_ controls: [CompiledControl] = []) {
        guard controls.contains(where: \.isWatch) else { return }
        watches = Array(repeating: nil, count: controls.count)
        positions = Array(repeating: nil, count: controls.count)
        for (place, watch) in controls.enumerated() where watch.isWatch {
            guard let tags = TagMatch.property(of: watch.subject) else { continue }
            let hidden = controls.indices.filter {
                controls[$0].subject == watch.subject && !controls[$0].isWatch
            }
            for position in hidden { positions[position] = Int32(place) }
            watches[place] = ExclusionWatch(hidden: hidden.map { Int32($0) }, tags: tags)
        }
    }

    /// True if nothing is watched.
    var isEmpty: Bool { watches.isEmpty }

    /// What the control at a position watches; nil if it is no watch.
    subscript(position: Int32) -> ExclusionWatch? { isEmpty ? nil : watches[Int(position)] }

    /// The watch over the exclusions of a control; nil if there is none.
    func position(over control: Int32) -> Int32? { isEmpty ? nil : positions[Int(control)] }
}
