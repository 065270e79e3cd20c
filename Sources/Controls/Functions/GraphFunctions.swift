/// What is to be said of the functions and variables that read the graph; `HostFunction` and the compiler have them.
///
/// Their examples are conditions of a control on `AWS::CloudTrail::Trail` with what is known in a control's own test form,
/// and the verdict.
enum GraphFunctions {
    static let group = FunctionGroup(
        "The graph",
        [
            resources, regional, ref, isGone, referrers, idOf, regionOf, accountOf, account, region,
            partition, now,
            params,
        ])

    private static let resources = CloudFunction(
        "resources('Kind')", result: "list(Kind)",
        """
        Every resource of the kind in the subject's account; incomplete unless a complete inventory of every enabled \
        region is known, so that what is not found may still be there.
        """,
        examples: [
            .init(
                "resources('AWS::KMS::Key').exists(k, k.EnableKeyRotation)",
                given: "related: [{ kind: 'AWS::KMS::Key', id: k, properties: { EnableKeyRotation: true } }]",
                verdict: "pass"),
            .init("resources('AWS::KMS::Key').exists(k, k.EnableKeyRotation)", given: "", verdict: "unknown"),
        ])

    private static let regional = CloudFunction(
        "regional('Kind')", result: "list(Kind)", "The same for the subject's region alone.",
        examples: [
            .init(
                "regional('AWS::KMS::Key').exists(k, k.EnableKeyRotation)",
                given: "region: eu-west-1, related: [{ kind: 'AWS::KMS::Key', id: k, region: eu-west-1, "
                    + "properties: { EnableKeyRotation: true } }]",
                verdict: "pass"),
            .init(
                "regional('AWS::KMS::Key').exists(k, k.EnableKeyRotation)",
                given: "region: eu-west-1, related: [{ kind: 'AWS::KMS::Key', id: k, region: eu-central-1, "
                    + "properties: { EnableKeyRotation: true } }]",
                verdict: "unknown"),
        ])

    private static let ref = CloudFunction(
        "ref('Kind', id)", result: "Kind",
        """
        The resource of the kind that the id names, in the subject's account; unknown if it is not known there. An ARN \
        is taken at its word; another id is looked for in the subject's region.
        """,
        examples: [
            .init(
                "ref('AWS::S3::Bucket', resource.S3BucketName).Region == 'eu-west-1'",
                given: "resource: { S3BucketName: logs }, "
                    + "related: [{ kind: 'AWS::S3::Bucket', id: logs, properties: { Region: eu-west-1 } }]",
                verdict: "pass"),
            .init(
                "ref('AWS::S3::Bucket', resource.S3BucketName).Region == 'eu-west-1'",
                given: "resource: { S3BucketName: logs }", verdict: "unknown"),
        ])

    private static let isGone = CloudFunction(
        "isGone('Kind', id)", result: "bool",
        """
        True if the resource that `ref` would give was there and is known to exist no more. False if it exists, and if it was \
        never seen.
        """,
        examples: [
            .init(
                "isGone('AWS::S3::Bucket', resource.S3BucketName)",
                given: "resource: { S3BucketName: logs }, related: [{ kind: 'AWS::S3::Bucket', id: logs }]",
                verdict: "fail"),
            .init(
                "isGone('AWS::S3::Bucket', resource.S3BucketName)",
                given: "resource: { S3BucketName: logs }", verdict: "fail"),
        ])

    private static let referrers = CloudFunction(
        "referrers('Kind')", result: "list(Kind)",
        """
        The resources of the kind in the subject's account that name the subject, by the properties that the kind's \
        schema declares as references.
        """, examples: [])

    private static let idOf = CloudFunction(
        "idOf(resource)", result: "string",
        "The resource's native id: its name, number or ARN, as the cloud has it.",
        examples: [
            .init(
                "resources('AWS::KMS::Key').exists(k, idOf(k) == 'k-1')",
                given:
                    "related: [{ kind: 'AWS::KMS::Key', id: k-1, properties: { EnableKeyRotation: true } }]",
                verdict: "pass")
        ])

    private static let regionOf = CloudFunction(
        "regionOf(resource)", result: "string", "The region that the resource is in; empty for global ones.",
        examples: [
            .init(
                "resources('AWS::KMS::Key').exists(k, regionOf(k) == region)",
                given: "region: eu-west-1, related: [{ kind: 'AWS::KMS::Key', id: k, region: eu-west-1, "
                    + "properties: { EnableKeyRotation: true } }]",
                verdict: "pass")
        ])

    private static let accountOf = CloudFunction(
        "accountOf(resource)", result: "string", "The own id of the account that the resource belongs to.",
        examples: [
            .init(
                "resources('AWS::KMS::Key').exists(k, accountOf(k) == '111122223333')",
                given:
                    "related: [{ kind: 'AWS::KMS::Key', id: k-1, properties: { EnableKeyRotation: true } }]",
                verdict: "pass")
        ])

    private static let account = CloudFunction(
        "account", result: "AWS::::Account",
        "A variable: the facts about the subject's account, whose properties its provider's account kind names.",
        examples: [
            .init(
                "'eu-west-1' in account.EnabledRegions", given: "account: { EnabledRegions: [eu-west-1] }",
                verdict: "pass")
        ])

    private static let region = CloudFunction(
        "region", result: "string", "A variable: the subject's region; empty for global subjects.",
        examples: [.init("region == 'eu-west-1'", given: "region: eu-west-1", verdict: "pass")])

    private static let partition = CloudFunction(
        "partition", result: "string",
        """
        A variable: the AWS partition, `aws`, `aws-us-gov` or `aws-cn`, that the subject's region lies in; of a subject that \
        is in no region, the one that the regions of its account tell.
        """,
        examples: [
            .init("partition == 'aws-cn'", given: "region: cn-north-1", verdict: "pass"),
            .init("partition == 'aws-cn'", given: "region: eu-west-1", verdict: "fail"),
        ])

    private static let now = CloudFunction(
        "now", result: "google.protobuf.Timestamp",
        """
        A variable: the present instant. It stands only in sums, differences and comparisons of order, so that the instant \
        at which a verdict flips is known.
        """,
        examples: [
            .init(
                "now - timestamp('2024-01-01T00:00:00Z') > days(90)", given: "now: '2024-03-31T00:00:01Z'",
                verdict: "pass"),
            .init(
                "now - timestamp('2024-01-01T00:00:00Z') > days(90)", given: "now: '2024-03-31T00:00:00Z'",
                verdict: "fail"),
        ])

    private static let params = CloudFunction(
        "params", result: "map(string, dyn)",
        "A variable: the values under `params` in the control's file, which a profile may change.",
        examples: [])
}
