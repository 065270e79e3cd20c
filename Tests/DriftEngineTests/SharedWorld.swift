import CloudModel
import Controls
import Simulation
import WireFormats

@testable import DriftEngine

/// Engines that share out the accounts of an organisation and tell each other what the topic would carry.
struct SharedWorld {
    static let management = "111111111111"
    static let members = ["222222222222", "333333333333"]
    private static let topic = "shared-facts"

    private(set) var engines: [EngineFixture]
    private let owned: [[String]]
    private let encoder = EffectEncoder()
    /// How many records went from one engine to another.
    private(set) var exchanged = 0
    private var read: [Int]

    /// An engine for each list of accounts; the last one has all others too.
    init(_ owned: [[String]], catalog: ControlCatalog = EngineFixture.catalog) {
        self.owned = owned
        read = owned.map { _ in 0 }
        engines = owned.indices.map { SharedWorld.engine($0, owned, catalog) }
    }

    private static func engine(_ index: Int, _ owned: [[String]], _ catalog: ControlCatalog) -> EngineFixture
    {
        var options = EngineOptions()
        options.sharedTopic = topic
        options.owns = { account in place(of: account.id, owned) == index }
        return EngineFixture(catalog: catalog, options: options)
    }

    private static func place(of account: String, _ owned: [[String]]) -> Int {
        owned.firstIndex { $0.contains(account) } ?? owned.count - 1
    }

    /// Steps the engine of the account that the record is about, and then whatever follows from it elsewhere.
    @discardableResult
    mutating func take(_ record: (account: String, text: String)) -> StepReport {
        let report = engines[SharedWorld.place(of: record.account, owned)].take(record.text)
        settle()
        return report
    }

    mutating func take(_ records: [(account: String, text: String)]) {
        for record in records { take(record) }
    }

    private mutating func settle() {
        var isDone = false
        while !isDone {
            isDone = true
            for index in engines.indices {
                let effects = engines[index].effects.effects
                defer { read[index] = effects.count }
                for case .shared(let record) in effects[read[index]...] {
                    isDone = false
                    exchanged += 1
                    let bytes = encoder.encode(.shared(record)).value
                    let target = SharedWorld.place(of: record.account.id, owned)
                    _ = engines[target].engine.step(
                        bytes.span, at: RecordPosition(source: SharedWorld.topic, partition: 0, offset: 0),
                        into: &engines[target].effects)
                }
            }
        }
    }

    /// Starts an engine anew from what it would have committed.
    mutating func restart(_ index: Int) throws {
        let engine = engines[index].engine
        let store = MemoryStore()
        try store.write(engine.drainState(), StorePlace(next: 1, commit: 1, time: engine.time))
        engines[index] = SharedWorld.engine(index, owned, engine.catalog)
        read[index] = 0
        try engines[index].engine.takeUp(store, at: engine.time)
    }

    /// Every verdict of all accounts, sorted.
    var verdicts: [String] { engines.flatMap(\.verdicts).sorted() }

    var verdictsFromScratch: [String] { engines.flatMap(\.verdictsFromScratch).sorted() }

    var openFindings: [String] { engines.flatMap(\.openFindings).sorted() }

    var findings: [FindingRecord] { engines.flatMap(\.findings) }

    /// What a control says of an account, in words.
    func verdict(_ control: String, _ account: String) -> String {
        let prefix = "aws.\(control) aws:\(account) "
        let found = verdicts.first { $0.hasPrefix(prefix) } ?? "nothing"
        for word in ["pass", "fail", "unknown", "notApplicable"] where found.contains(" \(word)") {
            return word
        }
        return found
    }
}

/// What an organisation's accounts record.
enum OrganizationRecords {
    static let trail = "arn:aws:cloudtrail:eu-west-1:\(SharedWorld.management):trail/all"

    static func event(
        _ account: String, _ service: String, _ name: String, at seconds: Int, _ request: String,
        response: String = "null", extra: String = ""
    ) -> (account: String, text: String) {
        let text = Records.event(
            service, name, at: seconds, request: request, response: response, extra: extra)
        return (account, text.replacing("111122223333", with: account))
    }

    static func seen(
        _ account: String, _ kind: String, _ id: String, at seconds: Int, _ properties: String,
        region: String = "eu-west-1"
    ) -> (account: String, text: String) {
        let time = Timestamp(seconds: 1_770_000_000 + Int64(seconds)).rfc3339
        return (
            account,
            #"{"inventory_id":"i-\#(seconds)","account":"aws:\#(account)","region":"\#(region)","kind":"\#(kind)","#
                + #""id":"\#(id)","observed_at":"\#(time)","properties":{\#(properties)}}"#
        )
    }

    static func closing(
        _ account: String, _ kind: String, at seconds: Int, items: Int = 0, region: String = "eu-west-1"
    ) -> (account: String, text: String) {
        let time = Timestamp(seconds: 1_770_000_000 + Int64(seconds)).rfc3339
        return (
            account,
            #"{"inventory_id":"i-\#(seconds)","account":"aws:\#(account)","region":"\#(region)","kind":"\#(kind)","#
                + #""started_at":"\#(time)","complete":true,"items":\#(items)}"#
        )
    }

    /// An account that lists its one region and has no trail of its own.
    static func bare(_ account: String, at seconds: Int) -> [(account: String, text: String)] {
        [
            seen(
                account, "AWS::::Account", account, at: seconds, #""EnabledRegions":["eu-west-1"]"#,
                region: ""),
            closing(account, "AWS::CloudTrail::Trail", at: seconds + 1),
        ]
    }

    static func createTrail(at seconds: Int, isOfOrganization: Bool = true) -> (account: String, text: String)
    {
        event(
            SharedWorld.management, "cloudtrail", "CreateTrail", at: seconds,
            #"{"name":"all","s3BucketName":"logs"}"#,
            response:
                #"{"name":"all","s3BucketName":"logs","trailARN":"\#(trail)","isMultiRegionTrail":true,"#
                + #""isOrganizationTrail":\#(isOfOrganization),"logFileValidationEnabled":true}"#)
    }

    static func onTrail(_ name: String, at seconds: Int) -> (account: String, text: String) {
        event(SharedWorld.management, "cloudtrail", name, at: seconds, #"{"name":"\#(trail)"}"#)
    }

    static func update(at seconds: Int, isOfOrganization: Bool) -> (account: String, text: String) {
        event(
            SharedWorld.management, "cloudtrail", "UpdateTrail", at: seconds,
            #"{"name":"\#(trail)","isOrganizationTrail":\#(isOfOrganization)}"#,
            response: #"{"name":"all","trailARN":"\#(trail)","isOrganizationTrail":\#(isOfOrganization)}"#)
    }

    static func join(_ member: String, at seconds: Int) -> (account: String, text: String) {
        event(
            SharedWorld.management, "organizations", "CreateAccountResult", at: seconds, "null",
            extra: #""serviceEventDetails":{"createAccountStatus":{"state":"SUCCEEDED","accountName":"m","#
                + #""accountId":"\#(member)"}},"#)
    }

    static func remove(_ member: String, at seconds: Int) -> (account: String, text: String) {
        event(
            SharedWorld.management, "organizations", "RemoveAccountFromOrganization", at: seconds,
            #"{"accountId":"\#(member)"}"#)
    }

    /// Recorded by the account that accepts.
    static func accept(_ member: String, at seconds: Int) -> (account: String, text: String) {
        event(
            member, "organizations", "AcceptHandshake", at: seconds, #"{"handshakeId":"h-1"}"#,
            response: #"{"handshake":{"id":"h-1","action":"INVITE","state":"ACCEPTED","#
                + #""arn":"arn:aws:organizations::\#(SharedWorld.management):handshake/o-1/invite/h-1","#
                + #""parties":[{"id":"o-1","type":"ORGANIZATION"},{"id":"\#(member)","type":"ACCOUNT"}]}}"#)
    }

    static func leave(_ member: String, at seconds: Int) -> (account: String, text: String) {
        event(member, "organizations", "LeaveOrganization", at: seconds, "null")
    }
}
