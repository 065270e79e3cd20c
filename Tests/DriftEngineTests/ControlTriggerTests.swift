import CloudModel
import Controls
import Testing
import WireFormats

/// A control whose facts no event can change would be found out by inventories only.
@Suite struct ControlTriggerTests {
    @Test func `some event can change what a control reads of its subject`() {
        // Feeds are about records, whatever these say.
        let feeds = ["AWS::::Feed", "AWS::::RegionFeed"]
        for control in EngineFixture.catalog.controls where !feeds.contains(control.subject.name) {
            let footprint = control.footprint
            let account = ResourceID.accountKind(of: control.subject.schema.provider)
            let reads =
                [(control.subject, footprint.subject), (account, footprint.account)]
                + footprint.others.map { ($0.kind, $0.properties) }
            let isTriggered = reads.contains { kind, properties in
                FoldRegistry.entries.contains { $0.mayWrite(properties, of: kind, orLifecycle: false) }
            }
            #expect(isTriggered, "no event triggers \(control.facts.id)")
        }
    }
}
