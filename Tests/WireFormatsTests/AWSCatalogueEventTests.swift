import Foundation
import Testing

@testable import WireFormats

/// The published list of events that can change a verdict, which lies outside of the project.
@Suite struct AWSCatalogueEventTests {
    private static let sources = [
        "cloudtrail", "config", "guardduty", "kms", "logs", "macie2", "monitoring", "s3", "securityhub",
        "sns",
    ]

    static let table = URL(fileURLWithPath: PublishedData.folder).deletingLastPathComponent()
        .appendingPathComponent("catalogue/cis-aws-events.csv")

    @Test(.enabled(if: FileManager.default.fileExists(atPath: table.path)))
    func `every event of logging and detection has a fold, or is known to change nothing that is judged`()
        throws
    {
        let text = try String(contentsOf: Self.table, encoding: .utf8)
        var count = 0
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ",", maxSplits: 3, omittingEmptySubsequences: false)
            let service = String(fields[0].prefix { $0 != "." })
            guard Self.sources.contains(service) else { continue }
            let facts = try #require(AWSServices.byName[service])
            let name = String(fields[2])
            #expect(facts.folds[name] != nil || facts.withoutEffect.contains(name), "\(service):\(name)")
            count += 1
        }
        #expect(count > 90)
    }
}
