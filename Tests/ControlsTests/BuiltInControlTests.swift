import CloudModel
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

    /// An account does not go, so this is about controls that judge resources.
    @Test func `a built-in control does not apply to a subject that is gone`() throws {
        let world = try World.everything()
        let controls = world.catalog.controls.filter { $0.pass != nil && $0.scope == .resource }
        #expect(controls.count > 50)
        for control in controls {
            let id = ResourceID(
                kind: control.subject, account: AccountKey(control.subject.schema.provider, "111122223333"),
                region: control.subject.schema.scope == .regional ? "eu-west-1" : "",
                nativeID: "gone-\(control.facts.id)")
            world.write(id, [PropertyWrite](), at: 1, .create)
            let before = try world.verdict(control.name, id)
            #expect(control.applies != nil || before != .notApplicable, "\(control.facts.id)")
            world.write(id, [PropertyWrite](), at: 2, .delete)
            #expect(try world.verdict(control.name, id) == .notApplicable, "\(control.facts.id)")
        }
    }

    @Test func `a control's test that is wrong is told so`() throws {
        let file = try ControlFileTests.read(
            ControlFileTests.smallest + "tests: [{ name: a, resource: { IsLogging: true }, expect: fail }]\n")
        let outcomes = try ControlTestRunner(file).run()
        #expect(outcomes.map(\.problem) == ["wanted fail, got pass"])
    }
}
