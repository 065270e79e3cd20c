internal import CloudModel
internal import Controls
internal import ResourceGraph

/// Random controls over a random estate that changes at random: after each step what is kept must equal what an evaluation
/// from scratch finds.
public struct EquivalenceTrial {
    /// What differed.
    public struct Difference: Sendable, CustomStringConvertible {
        /// The seed of the trial.
        public let seed: UInt64
        /// The step after which it differed.
        public let step: Int
        /// The control's file and both verdicts.
        public let description: String
    }

    /// What a trial did.
    public struct Outcome: Sendable {
        /// Changes that were applied.
        public fileprivate(set) var steps = 0
        /// Evaluations that were made because something changed.
        public fileprivate(set) var evaluations = 0
        /// Evaluations that a change of anything that controls read would have meant.
        public fileprivate(set) var walkedEvaluations = 0
        /// How many of the compared verdicts were pass, fail, unknown and error.
        public fileprivate(set) var verdicts: [String: Int] = [:]
        /// How many queries of the controls were closed, joined, candidates or walked.
        public fileprivate(set) var forms: [String: Int] = [:]
        /// The first difference; nil if there was none.
        public fileprivate(set) var difference: Difference?
    }

    private let seed: UInt64
    private let catalog: ControlCatalog
    private let graph = ResourceGraph()
    private let index: ControlIndex
    private let gathering: Evaluator
    private let walking: Evaluator
    private var changes: RandomChanges
    private var table: [EvaluationKey: Verdict] = [:]
    private var outcome = Outcome()

    /// A trial over so many random controls.
    public init(seed: UInt64, controls: Int = 3) {
        self.seed = seed
        var random = SeededGenerator(seed: seed)
        var files: [(path: String, bytes: [UInt8])] = []
        while files.count < controls {
            let text = EquivalenceTrial.file(files.count, SeededGenerator(seed: random.next()))
            let file = (path: "\(files.count).yaml", bytes: Array(text.utf8))
            // What is no condition, such as a comparison of two equal things, is drawn again.
            if (try? ControlCatalog(compiling: [file], benchmarks: [])) != nil { files.append(file) }
        }
        do {
            catalog = try ControlCatalog(compiling: files, benchmarks: [])
        } catch {
            preconditionFailure("each file compiles alone, so all of them do: \(error)")
        }
        index = ControlIndex(catalog)
        gathering = Evaluator(catalog, graph)
        walking = Evaluator(catalog, graph, gathers: false)
        changes = RandomChanges(SeededGenerator(seed: random.next()))
        for control in catalog.controls {
            for query in control.listQueries { outcome.forms[query.form.rawValue, default: 0] += 1 }
        }
    }

    /// Applies so many changes, or fewer if something differs.
    public mutating func run(steps: Int) -> Outcome {
        for step in 0..<steps {
            apply(changes.next())
            outcome.steps += 1
            outcome.difference = difference(after: step)
            if outcome.difference != nil { break }
        }
        return outcome
    }

    private static func file(_ number: Int, _ random: SeededGenerator) -> String {
        var random = random
        let subject = KindCatalog.kind(random.pick(ExpressionGrammar.kinds)).schema
        var grammar = ExpressionGrammar(SeededGenerator(seed: random.next()), subject: subject)
        return """
            id: aws.test.control-\(number)
            title: Random
            severity: low
            subject: \(subject.name)
            params: { suffix: "" }
            pass: |
              \(grammar.condition(2 + random.below(3)))
            evidence: |
              \(grammar.evidence(random.below(3)))

            """
    }

    private mutating func apply(_ change: GraphChange) {
        var keys: [EvaluationKey] = []
        var wide: [WideChange] = []
        for delta in graph.apply(change) {
            index.addAffected(by: delta, in: graph, to: &keys, &wide)
            gathering.addAffected(by: delta, to: &keys, &wide)
        }
        for change in wide { keys += index.evaluations(of: change, in: graph) }
        for key in Set(keys).sorted() {
            outcome.evaluations += 1
            table[key] = gathering.evaluate(key).verdict
        }
    }

    private mutating func difference(after step: Int) -> Difference? {
        for key in catalog.allSubjects(in: graph) {
            outcome.walkedEvaluations += 1
            let wanted = walking.evaluate(key).verdict
            outcome.verdicts[wanted.name, default: 0] += 1
            guard table[key] != wanted else { continue }
            let control = catalog.controls[Int(key.control)]
            let id = graph.id(of: key.subject)
            return Difference(
                seed: seed, step: step,
                description: """
                    seed \(seed), step \(step): on \(id.kind.name) \(id.region) \(id.nativeID)
                    pass: \(control.file.pass.text)
                    evidence: \(control.file.evidence?.text ?? "")
                    kept: \(table[key].map { "\($0)" } ?? "nothing")
                    from scratch: \(wanted)
                    """)
        }
        return nil
    }
}
