internal import ResourceGraph

/// One test of a control file, set up once to be evaluated again and again; for measuring.
public final class ControlRehearsal {
    private let evaluator: Evaluator
    private let key: EvaluationKey

    /// Sets up the test of that name; nil if the file has none.
    ///
    /// - Throws: the first fault of an expression with its place.
    public init?(_ file: ControlFile, test name: String) throws(ControlFileError) {
        guard let test = file.tests.first(where: { $0.name == name }) else { return nil }
        let catalog = try ControlCatalog(testing: file, params: test.params)
        let graph = TestGraph.make(test)
        guard let subject = graph.handle(of: test.resource.id) else { return nil }
        evaluator = Evaluator(catalog, graph)
        evaluator.now = test.now ?? TestGraph.time
        key = EvaluationKey(control: 0, subject: subject)
    }

    /// What the control says of the test's subject; the same each time.
    public func verdict() -> Verdict {
        evaluator.evaluate(key).verdict
    }
}
