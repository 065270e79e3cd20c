public import CloudModel
internal import Expressions

/// The controls that apply, compiled, with the benchmarks, profiles and suppressions that say so. Immutable.
public final class ControlCatalog: Sendable {
    /// The controls that at least one profile selects, sorted by id, with a watch for each kind that one leaves resources out of
    /// by tag; an `EvaluationKey` holds a position here.
    public let controls: [CompiledControl]
    /// The loaded benchmark maps.
    public let benchmarks: [BenchmarkMap]
    /// The profiles in force, the standard ones if none was given.
    public let profiles: [Profile]
    /// The suppressions, in force or not.
    public let suppressions: [Suppression]
    /// True if a resource's tags can put a failure out of scope or suppress it.
    public let looksAtTags: Bool
    /// What findings say of controls that are loaded but that no profile selects, by id.
    public let unselected: [String: ControlFacts]
    /// By control, the positions of the profiles that select it.
    let selection: [[Int]]
    /// The controls that watch exclusions by tag; none where no profile has any.
    let watches: WatchTable
    /// The suppressions by the positions of their controls, with their conditions.
    let exceptions: ExceptionTable
    /// The names behind the programs' field numbers.
    let names: [String]
    /// What is kept for the queries of the controls' programs, by the queries' numbers; nil for those of controls that are
    /// not selected and for those that are walked.
    let plans: [CollectionPlan?]
    let read: ReadProperties
    let rereads: [ResourceKind: [RereadSource]]

    /// Compiles control files and selects among them.
    ///
    /// - Parameters:
    ///   - files: the control files, built-in and the user's own.
    ///   - benchmarks: the benchmark maps.
    ///   - profiles: the profiles; if there are none the standard profile of each cloud applies.
    ///   - suppressions: the suppressions.
    /// - Throws: the first fault with its place.
    public convenience init(
        compiling files: [(path: String, bytes: [UInt8])], benchmarks: [(path: String, bytes: [UInt8])],
        profiles: [Profile] = [], suppressions: [Suppression] = []
    ) throws(ControlFileError) {
        let library = try ControlLibrary(files: files, benchmarks: benchmarks)
        try self.init(library, profiles: profiles, suppressions: suppressions)
    }

    /// Compiles and selects the controls of a library.
    ///
    /// - Parameters:
    ///   - library: the controls and benchmark maps to select from.
    ///   - profiles: the profiles; if there are none the standard profile of each cloud applies.
    ///   - suppressions: the suppressions.
    /// - Throws: the first fault with its place.
    public convenience init(
        _ library: ControlLibrary, profiles: [Profile] = [], suppressions: [Suppression] = []
    ) throws(ControlFileError) {
        let profiles = profiles.isEmpty ? Provider.allCases.map { Profile.standard($0) } : profiles
        try self.init(library, profiles, suppressions, selectsAll: false)
    }

    /// The built-in controls that the standard profiles select, compiled once a process.
    ///
    /// - Throws: a fault of a built-in file.
    public static func builtIn() throws(ControlFileError) -> ControlCatalog { try compiledBuiltIn.get() }

    private static let compiledBuiltIn = Result { () throws(ControlFileError) in
        try ControlCatalog(ControlLibrary.builtIn())
    }

    /// Every control of a library, whatever a profile would select; for listing, explaining and testing.
    public static func everything(in library: ControlLibrary) throws(ControlFileError) -> ControlCatalog {
        try ControlCatalog(library, Provider.allCases.map { Profile.standard($0) }, [], selectsAll: true)
    }

    private init(
        _ library: ControlLibrary, _ profiles: [Profile], _ suppressions: [Suppression], selectsAll: Bool
    ) throws(ControlFileError) {
        let selector = try ControlSelector(library, profiles)
        var compiler = ControlCompiler()
        var selected: [(control: CompiledControl, profiles: [Int])] = []
        var unselected: [String: ControlFacts] = [:]
        for file in library.controls {
            let provider = file.subject.schema.provider
            let positions =
                selectsAll
                ? profiles.indices.filter { profiles[$0].provider == provider }
                : selector.profiles(selecting: file)
            // Every file is compiled, so that a fault shows whichever profile is in force.
            let settings = try selector.settings(of: file)
            let control = try compiler.compile(
                file, params: settings.params, severity: settings.severity,
                benchmarks: library.numbers(of: file.id))
            if positions.isEmpty {
                unselected[control.facts.id] = control.facts
            } else {
                selected.append((control, positions))
            }
        }
        var conditions: [SuppressionCondition?] = []
        for suppression in suppressions {
            conditions.append(try library.condition(of: suppression, &compiler))
        }
        selected = try ControlCatalog.withWatches(selected, selector, profiles)
        for watch in ControlLibrary.watches { unselected[watch.id] = ControlFacts(watch: watch) }
        self.unselected = unselected
        controls = selected.map(\.control)
        selection = selected.map(\.profiles)
        watches = WatchTable(controls)
        self.profiles = profiles
        self.suppressions = suppressions
        exceptions = ExceptionTable(suppressions, conditions, controls)
        looksAtTags =
            profiles.contains { $0.types.contains { !$0.exclusions.isEmpty } }
            || suppressions.contains { $0.scope.tag != nil }
        benchmarks = library.benchmarks
        names = compiler.names.names
        plans = ControlCatalog.plans(of: controls)
        read = ReadProperties(controls, exceptions)
        rereads = ControlCatalog.rereadSources(controls)
    }

    /// One control alone with other parameters, for its tests.
    init(testing file: ControlFile, params: [ControlParameter]) throws(ControlFileError) {
        var compiler = ControlCompiler()
        let merged = file.params.map { param in params.first { $0.name == param.name } ?? param }
        let control = try compiler.compile(file, params: merged, severity: file.severity, benchmarks: [])
        controls = [control]
        unselected = [:]
        selection = [[0]]
        watches = WatchTable()
        profiles = [Profile.standard(file.subject.schema.provider)]
        suppressions = []
        exceptions = ExceptionTable()
        looksAtTags = false
        benchmarks = []
        names = compiler.names.names
        plans = ControlCatalog.plans(of: controls)
        read = ReadProperties(controls, exceptions)
        rereads = ControlCatalog.rereadSources(controls)
    }

    /// True if an evaluation of any control can read a resource of the kind.
    public func readsAny(of kind: ResourceKind) -> Bool { read.contains(kind) }

    /// The position of a control among `controls` by its name, or nil if it is not selected.
    public func position(of name: String) -> Int32? {
        controls.firstIndex { $0.name == name }.map { Int32($0) }
    }

    private static func plans(of controls: [CompiledControl]) -> [CollectionPlan?] {
        var plans: [CollectionPlan?] = []
        for control in controls {
            for program in [control.applies, control.pass, control.evidence].compactMap(\.self) {
                for (place, query) in program.queries.enumerated() {
                    let number = program.queryBase + place
                    while plans.count <= number { plans.append(nil) }
                    plans[number] = CollectionPlan(number, control, program, query)
                }
            }
        }
        return plans
    }
}
