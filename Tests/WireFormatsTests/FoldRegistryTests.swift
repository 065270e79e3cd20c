import CloudModel
import Testing

@testable import WireFormats

/// What the record writes although its event name did not declare it.
func undeclaredWrites(of record: [UInt8], _ decoder: EventDecoder = EventDecoder()) -> [String] {
    var results: [Decoded] = []
    decoder.decode(record.span, into: &results)
    return results.flatMap { result -> [String] in
        guard case .event(let event) = result, case .changes(let changes) = event.meaning else { return [] }
        let (source, name) = (decoder.names.source(of: event.name), decoder.names.name(of: event.name))
        return FoldRegistry.undeclared(changes, source: source, name: name).map { change in
            "\(source):\(name) writes \(change.lifecycle) \(change.resource.kind) "
                + change.writes.map { change.resource.kind.schema[$0.property].name }.joined(separator: ",")
        }
    }
}

@Suite struct FoldRegistryTests {
    /// A fold that writes what it did not declare turns the test of its own case red.
    @Test(arguments: AWSFoldRegistryTests.cases)
    func `a fold writes nothing that it does not declare`(example: AWSCase) {
        #expect(undeclaredWrites(of: Array(example.record.utf8)) == [])
    }

    @Test(.enabled(if: PublishedData.exists), arguments: ["cloudtrail", "azure-activity", "gcp-audit"])
    func `published records write nothing undeclared`(folder: String) {
        let decoder = EventDecoder()
        for file in PublishedData.files(PublishedData.folder + "/" + folder) {
            for record in PublishedData.records(file) {
                #expect(undeclaredWrites(of: record, decoder) == [])
            }
        }
    }

    @Test func `a name stands once in the registry and a kind once in its reach`() {
        let names = FoldRegistry.entries.map { "\($0.provider) \($0.source) \($0.name)" }
        #expect(Set(names).count == names.count)
        for entry in FoldRegistry.entries {
            #expect(Set(entry.reach.map(\.kind)).count == entry.reach.count, "\(entry.name)")
            #expect(!entry.reach.isEmpty)
        }
    }

    @Test func `a property leads to the events of its provider that write it`() {
        let bucket = KindCatalog.kind("AWS::S3::Bucket")
        let policy = PropertySet(bucket.property("Policy"))
        let names = FoldRegistry.entries(writing: policy, of: bucket, orLifecycle: false).map(\.name)
        #expect(names == ["CreateBucket", "DeleteBucketPolicy", "PutBucketPolicy"])
        let withLife = FoldRegistry.entries(writing: policy, of: bucket, orLifecycle: true).map(\.name)
        #expect(withLife == ["CreateBucket", "DeleteBucket", "DeleteBucketPolicy", "PutBucketPolicy"])
    }

    @Test func `an undeclared write is found`() throws {
        let bucket = KindCatalog.kind("AWS::S3::Bucket")
        let id = ResourceID(kind: bucket, account: AccountKey(.aws, "1"), region: "", nativeID: "b")
        let cause = CauseRecord(eventID: "e", time: Timestamp(seconds: 1), action: "", actor: nil)
        func undeclared(_ lifecycle: ResourceChange.Lifecycle, _ writes: [PropertyWrite]) -> Int {
            let change = ResourceChange(resource: id, cause: cause, lifecycle: lifecycle, writes: writes)
            return FoldRegistry.undeclared(
                [.resource(change)], source: "s3.amazonaws.com", name: "PutBucketPolicy"
            ).count
        }
        #expect(undeclared(.modify, [.unknown(bucket.property("Policy"))]) == 0)
        #expect(undeclared(.modify, [.unknown(bucket.property("Region"))]) == 1)
        #expect(undeclared(.create, []) == 1)
    }
}
