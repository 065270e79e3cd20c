import CloudModel
import Controls
import DriftEngine
import Foundation
import Testing
import WireFormats

/// Envelopes with very many documents. `PLUMBLINE_LONG_TESTS=1` takes one of 100 MB.
@Suite struct EnvelopeLimitTests {
    private static let isLong = ProcessInfo.processInfo.environment["PLUMBLINE_LONG_TESTS"] == "1"
    private let position = RecordPosition(source: "raw", partition: 0, offset: 3)

    private func event(_ number: Int) -> String {
        let padding = String(repeating: "x", count: 1_200)
        return #"{"eventVersion":"1.08","userIdentity":{"type":"IAMUser","arn":"a","x":"\#(padding)"},"#
            + #""eventTime":"2025-03-01T10:00:00Z","eventSource":"ec2.amazonaws.com","eventName":"RunInstances","#
            + #""awsRegion":"eu-west-1","readOnly":false,"eventID":"e\#(number)","#
            + #""recipientAccountId":"\#(100_000_000_000 + number)"}"#
    }

    private func envelope(_ documents: [String]) -> [UInt8] {
        Array(#"{"Records":[\#(documents.joined(separator: ","))]}"#.utf8)
    }

    private func makeRouter() -> RoutingEngine {
        RoutingEngine(
            EventRouter(
                maximumDocumentBytes: 900_000, maximumUnpackedBytes: 1 << 28, maximumCredentials: 1_000),
            EffectEncoder())
    }

    @Test func `a very large envelope is split whole, each event under an account of its own`() {
        let count = Self.isLong ? 67_000 : 2_000
        let record = envelope((0..<count).map(event))
        if Self.isLong { #expect(record.count > 100_000_000) }
        var router = makeRouter()
        var outputs: [OutputRecord] = []
        router.step(record.span, at: position, recordTime: nil, into: &outputs)
        #expect(outputs.count == count)
        #expect(Set(outputs.map(\.key)).count == count)
        #expect(outputs.last?.header("source_index") == String(count - 1))
    }

    @Test func `very many bad documents of one record make a hundred letters and one that tells the rest`()
        throws
    {
        let record = envelope((0..<350).map { #"{"bad":\#($0)}"# } + [event(1)])
        var router = makeRouter()
        var outputs: [OutputRecord] = []
        router.step(record.span, at: position, recordTime: nil, into: &outputs)
        let letters = outputs.filter { $0.topic == .deadLetters }
        try #require(letters.count == 101)
        let last = String(decoding: letters[100].value, as: UTF8.self)
        #expect(last.contains("250 more documents"))
        #expect(outputs.count { $0.topic == .cloudtrail } == 1)
        #expect(router.statistics.failures == 350)

        let catalog = try ControlCatalog(
            try ControlLibrary.builtIn(), profiles: [Profile(json: Array(#"{"provider":"AWS"}"#.utf8))])
        let engine = PartitionEngine(catalog: catalog)
        var effects = EffectBuffer()
        _ = engine.step(record.span, at: position, into: &effects)
        let told = effects.effects.compactMap { effect -> DeadLetter? in
            if case .deadLetter(let letter) = effect { letter } else { nil }
        }
        try #require(told.count == 101)
        #expect(engine.statistics.deadLetters == 101)
        #expect(told[100].detail.contains("250 more documents"))
        #expect(Set(told.map(\.digest)).count == 1)
    }

    @Test func `a packed record that unpacks to too much is a letter`() throws {
        var options = EngineOptions()
        options.maximumUnpackedBytes = 1_000
        let catalog = try ControlCatalog(
            try ControlLibrary.builtIn(), profiles: [Profile(json: Array(#"{"provider":"AWS"}"#.utf8))])
        let engine = PartitionEngine(catalog: catalog, options: options)
        var effects = EffectBuffer()
        let bytes = try #require(Data(base64Encoded: Self.packedBlanks))
        _ = engine.step(Array(bytes).span, at: position, into: &effects)
        guard case .deadLetter(let letter)? = effects.effects.first else {
            Issue.record("there is no letter")
            return
        }
        #expect(letter.reason == "too-large")
    }

    /// Made by gzip of 20,000 blanks.
    private static let packedBlanks =
        "H4sIAAAAAAACA+3BMQEAAADCoCrrn9IaHkABAAAAAAAAAAAAAAAAAAAAAAAA8GAoxAiFIE4AAA=="
}
