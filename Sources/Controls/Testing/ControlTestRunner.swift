internal import CloudModel
internal import JSONTokens
internal import ResourceGraph

/// Runs the tests that stand in control files: each in a graph of its own, through the same evaluator as real events.
public struct ControlTestRunner {
    /// What came of one test.
    public struct Outcome: Hashable, Sendable {
        /// The control's file.
        public let path: String
        /// The line where the test stands.
        public let line: Int
        /// The control's id.
        public let control: String
        /// The test's name.
        public let test: String
        /// What was wanted and what came instead; nil if the test holds.
        public let problem: String?
    }

    private let file: ControlFile

    /// A runner of one file's tests.
    public init(_ file: ControlFile) {
        self.file = file
    }

    /// The outcome of every test, in the order of the file.
    ///
    /// - Throws: the first fault of an expression with its place.
    public func run() throws(ControlFileError) -> [Outcome] {
        var outcomes: [Outcome] = []
        for test in file.tests {
            let problem = try problem(of: test)
            outcomes.append(
                Outcome(path: file.path, line: test.line, control: file.id, test: test.name, problem: problem)
            )
        }
        return outcomes
    }

    private func problem(of test: ControlTest) throws(ControlFileError) -> String? {
        let catalog = try ControlCatalog(testing: file, params: test.params)
        let graph = TestGraph.make(test)
        guard let subject = graph.handle(of: test.resource.id) else {
            return "the subject is not in the graph"
        }
        let evaluator = Evaluator(catalog, graph)
        evaluator.now = test.now ?? TestGraph.time
        let key = EvaluationKey(control: 0, subject: subject)
        let verdict = evaluator.evaluate(key).verdict
        if verdict.name != test.expected.rawValue {
            return "wanted \(test.expected.rawValue), got \(verdict)"
        }
        return planProblem(test, evaluator.remediationCalls(for: key))
    }

    private func planProblem(_ test: ControlTest, _ parts: PlanParts?) -> String? {
        if let plan = test.plan, parts?.calls != plan {
            return "wanted the calls \(describe(plan)), got \(describe(parts?.calls))"
        }
        if let inverse = test.inverse, parts?.inverse != inverse {
            return "wanted the inverse \(describe(inverse)), got \(describe(parts?.inverse))"
        }
        if let holds = test.guardHolds, parts?.guardVerdict != holds {
            let got = parts?.guardVerdict.map { "\($0)" } ?? "none"
            return "wanted the guard to be \(holds), got \(got)"
        }
        return nil
    }

    private func describe(_ calls: [APICall]?) -> String {
        guard let calls else { return "no plan" }
        return calls.map { call in
            switch call {
            case .aws(let service, let operation, let parameters): "\(service) \(operation) \(parameters)"
            case .http(let method, let url, let query, let body, _): "\(method) \(url) \(query) \(body)"
            }
        }.joined(separator: "; ")
    }
}

extension Verdict {
    /// The verdict's name as control files write it.
    public var name: String {
        switch self {
        case .pass: "pass"
        case .fail: "fail"
        case .unknown: "unknown"
        case .notApplicable: "notApplicable"
        case .error: "error"
        }
    }
}

/// The small world of one test as a graph.
enum TestGraph {
    static let time = Timestamp(seconds: 1_735_689_600)
    private static let region = "us-east-1"

    static func make(_ test: ControlTest) -> ResourceGraph {
        let graph = ResourceGraph()
        let id = test.resource.id
        let account = ResourceID.account(id.account, id.kind.schema.provider)
        if test.hasCompleteScopes { close(graph, account) }
        observe(TestResource(id: account, properties: test.account), graph)
        for resource in test.related + [test.resource] { observe(resource, graph) }
        return graph
    }

    private static func observe(_ resource: TestResource, _ graph: ResourceGraph) {
        let writes = resource.properties.flatMap { self.writes($0) }
        let cause = CauseRecord(
            eventID: "test", time: time, action: "observed", actor: nil, isObservation: true)
        _ = graph.apply(
            .resource(ResourceChange(resource: resource.id, cause: cause, lifecycle: .modify, writes: writes))
        )
    }

    private static func writes(_ property: TestProperty) -> [PropertyWrite] {
        switch property.content {
        case .value(let value): [.set(property.property, value)]
        case .elements(let elements, isComplete: true): [.replace(property.property, elements)]
        case .elements(let elements, isComplete: false): elements.map { .insert(property.property, $0) }
        }
    }

    /// Says that the only region is known and that every kind has been read there.
    private static func close(_ graph: ResourceGraph, _ account: ResourceID) {
        if let regions = account.kind.schema.property(named: "EnabledRegions") {
            let content = TestProperty.Content.elements([SetElement(FlatValue(region))], isComplete: true)
            observe(
                TestResource(id: account, properties: [TestProperty(property: regions, content: content)]),
                graph)
        }
        for schema in KindCatalog.schemas where schema.provider == account.kind.schema.provider {
            guard schema.scope != .account, let kind = ResourceKind(named: schema.name) else { continue }
            let closing = ScopeClosing(
                inventoryID: "test", account: account.account,
                region: schema.scope == .regional ? region : "",
                kind: kind, startedAt: Timestamp(seconds: 1_735_689_000), itemCount: 0)
            _ = graph.apply(.scope(closing))
        }
    }
}
