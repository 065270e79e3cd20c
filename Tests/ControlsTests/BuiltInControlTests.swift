import Testing

@testable import Controls

@Suite struct BuiltInControlTests {
    @Test(arguments: PackFilesTests.controls.map(\.id))
    func `a built-in control keeps what its own tests promise`(id: String) {
        guard let file = PackFilesTests.controls.first(where: { $0.id == id }) else { return }
        do {
            for outcome in try ControlTestRunner(file).run() {
                #expect(outcome.problem == nil, "\(outcome.path):\(outcome.line) \(outcome.test)")
            }
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func `a control's test that is wrong is told so`() throws {
        let file = try ControlFileTests.read(
            ControlFileTests.smallest + "tests: [{ name: a, resource: { IsLogging: true }, expect: fail }]\n")
        let outcomes = try ControlTestRunner(file).run()
        #expect(outcomes.map(\.problem) == ["wanted fail, got pass"])
    }
}
