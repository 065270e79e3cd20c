import Testing

@testable import WireFormats

/// The published list of events that controls listen to, where it lies beside the package.
@Suite(.enabled(if: PublishedData.exists)) struct AWSCatalogueEventTests {
    /// The sources whose every listed event is folded; those of other sources are held by the tests of their kinds.
    static let sources = [
        "apigateway", "cloudfront", "dynamodb", "ec2", "ecs", "eks", "elasticfilesystem",
        "elasticloadbalancing", "events", "glacier", "lambda", "rds", "secretsmanager", "sqs",
    ]

    /// The source and the name of each row; the columns before the third hold no quotes.
    static let rows: [(source: String, name: String)] = {
        let path = PublishedData.folder + "/../catalogue/cis-aws-events.csv"
        let lines = PublishedData.bytes(path).split(separator: 0x0A).dropFirst()
        return lines.compactMap { line in
            let fields = String(decoding: line, as: UTF8.self).split(separator: ",").prefix(2).map(
                String.init)
            guard fields.count == 2, fields[0].hasSuffix(".amazonaws.com") else { return nil }
            return (String(fields[0].dropLast(".amazonaws.com".count)), fields[1])
        }
    }()

    @Test func `every listed event of the workload services has a fold`() {
        let wanted = Self.rows.filter { Self.sources.contains($0.source) }
        #expect(wanted.count > 120)
        let missing = wanted.filter { row in
            AWSServices.byName[row.source]?.folds[AWSEventName.withoutDate(row.name)] == nil
        }
        #expect(missing.map { "\($0.source):\($0.name)" } == [])
    }
}
