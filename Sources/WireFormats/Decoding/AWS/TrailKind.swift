import CloudModel
internal import JSONTokens

/// The schema of trails, as the decoders write it.
enum TrailKind {
    static let kind = KindCatalog.kind("AWS::CloudTrail::Trail")
    static let name = kind.property("TrailName")
    static let bucket = kind.property("S3BucketName")
    static let isLogging = kind.property("IsLogging")
    static let isMultiRegion = kind.property("IsMultiRegionTrail")
    static let includesGlobalEvents = kind.property("IncludeGlobalServiceEvents")
    static let validatesLogFiles = kind.property("EnableLogFileValidation")
    static let key = kind.property("KMSKeyId")
    static let logGroup = kind.property("CloudWatchLogsLogGroupArn")
    static let isOrganization = kind.property("IsOrganizationTrail")
    static let selectors = kind.property("EventSelectors")
    static let advancedSelectors = kind.property("AdvancedEventSelectors")
    static let tags = kind.property("Tags")

    /// Registers with the spellings of their fields in requests, answers, AWS Config and CloudFormation.
    static let texts: [(property: PropertyID, fields: [StaticString])] = [
        (bucket, ["s3BucketName"]), (key, ["kmsKeyId"]), (logGroup, ["cloudWatchLogsLogGroupArn"]),
    ]
    /// The ARN that a description of a trail tells: of one of the organisation it names the owner, whose name alone is an id
    /// of any account's.
    static func arn(_ properties: Token?, _ shapes: AWSShapes) -> String? {
        let text = shapes.text(shapes.member(properties, anyOf: ["trailARN", "arn"]))
        return text.flatMap { AWSARN($0)?.resourceType == "trail" ? $0 : nil }
    }

    /// A text register's value; a log group's ARN ends in `:*`, as the group's own does.
    static func value(_ text: String, of property: PropertyID) -> FlatValue {
        let isWhole = property != logGroup || text.hasSuffix(":*") || !text.hasPrefix("arn:")
        return FlatValue(isWhole ? text : text + ":*")
    }

    /// The same for truth values.
    static let flags: [(property: PropertyID, fields: [StaticString])] = [
        (isMultiRegion, ["isMultiRegionTrail"]), (includesGlobalEvents, ["includeGlobalServiceEvents"]),
        (validatesLogFiles, ["enableLogFileValidation", "logFileValidationEnabled"]),
        (isOrganization, ["isOrganizationTrail"]),
    ]
}

/// The one form of event selectors: CloudFormation's names, defaults filled in, empty lists of advanced ones dropped.
enum TrailSelectors {
    /// What a trail without selectors records: every management event and no data event.
    static let managementOnly = FlatValue(list: [
        FlatValue(map: [
            ("ReadWriteType", FlatValue("All")), ("IncludeManagementEvents", FlatValue(true)),
            ("DataResources", .emptyList), ("ExcludeManagementEventSources", .emptyList),
        ])
    ])

    /// Basic selectors.
    static func basic(_ list: Token?, _ shapes: AWSShapes) -> FlatValue {
        FlatValue(
            list: shapes.items(list).map { selector in
                let sources = shapes.member(selector, "excludeManagementEventSources")
                return FlatValue(map: [
                    (
                        "ReadWriteType",
                        FlatValue(shapes.text(shapes.member(selector, "readWriteType")) ?? "All")
                    ),
                    (
                        "IncludeManagementEvents",
                        FlatValue(shapes.bool(shapes.member(selector, "includeManagementEvents")) ?? true)
                    ),
                    ("DataResources", dataResources(shapes.member(selector, "dataResources"), shapes)),
                    ("ExcludeManagementEventSources", textList(sources, shapes)),
                ])
            })
    }

    /// Advanced selectors.
    static func advanced(_ list: Token?, _ shapes: AWSShapes) -> FlatValue {
        FlatValue(
            list: shapes.items(list).map { selector in
                let fields = shapes.items(shapes.member(selector, "fieldSelectors"))
                var members = [("FieldSelectors", FlatValue(list: fields.map { fieldSelector($0, shapes) }))]
                if let name = shapes.text(shapes.member(selector, "name")) {
                    members.append(("Name", FlatValue(name)))
                }
                return FlatValue(map: members)
            })
    }

    private static let operators: [(name: String, key: StaticString)] = [
        ("Equals", "equals"), ("StartsWith", "startsWith"), ("EndsWith", "endsWith"),
        ("NotEquals", "notEquals"), ("NotStartsWith", "notStartsWith"), ("NotEndsWith", "notEndsWith"),
    ]

    private static func fieldSelector(_ selector: Token, _ shapes: AWSShapes) -> FlatValue {
        var members = [("Field", FlatValue(shapes.text(shapes.member(selector, "field")) ?? ""))]
        for entry in operators {
            let values = shapes.items(shapes.member(selector, entry.key))
            if !values.isEmpty {
                members.append((entry.name, textList(shapes.member(selector, entry.key), shapes)))
            }
        }
        return FlatValue(map: members)
    }

    private static func dataResources(_ list: Token?, _ shapes: AWSShapes) -> FlatValue {
        FlatValue(
            list: shapes.items(list).map { resource in
                FlatValue(map: [
                    ("Type", FlatValue(shapes.text(shapes.member(resource, "type")) ?? "")),
                    ("Values", textList(shapes.member(resource, "values"), shapes)),
                ])
            })
    }

    private static func textList(_ list: Token?, _ shapes: AWSShapes) -> FlatValue {
        FlatValue(list: shapes.items(list).compactMap { shapes.text($0) }.map { FlatValue($0) })
    }
}
