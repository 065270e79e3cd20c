import Testing

@testable import WireFormats

/// The published list of events that controls listen to, where it lies beside the package.
@Suite(.enabled(if: PublishedData.exists)) struct AWSCatalogueEventTests {
    /// The sources whose every listed event is folded, or known to change nothing that is judged.
    static let sources = [
        "apigateway", "cloudfront", "cloudtrail", "config", "dynamodb", "ec2", "ecs", "eks",
        "elasticfilesystem",
        "elasticloadbalancing", "events", "glacier", "guardduty", "kms", "lambda", "logs", "macie2",
        "monitoring",
        "rds", "s3", "secretsmanager", "securityhub", "sns", "sqs",
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

    @Test func `every listed event of these services has a fold, or is known to change nothing`() {
        let wanted = Self.rows.filter { Self.sources.contains($0.source) }
        #expect(wanted.count > 200)
        let missing = wanted.filter { row in
            guard let facts = AWSServices.byName[row.source] else { return true }
            let name = AWSEventName.withoutDate(row.name)
            return facts.folds[name] == nil && !facts.withoutEffect.contains(name)
        }
        #expect(missing.map { "\($0.source):\($0.name)" } == [])
    }
}
