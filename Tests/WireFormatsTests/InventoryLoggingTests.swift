import Testing

/// Baselines of log groups, alarms, topics, recorders and keys.
@Suite struct InventoryLoggingTests {
    static let subscription = AWSAlarmTests.subscription

    static let cases: [AWSCase] = [
        AWSCase(
            "a group with its filters; its ARN follows from its name",
            InventoryTests.record(
                "AWS::Logs::LogGroup", id: "/aws/trail",
                #"{"MetricFilters":[{"FilterName":"f","FilterPattern":"","MetricTransformations":[]}]}"#),
            [
                "modify \(AWSLogsTests.group)",
                ##"MetricFilters = [#f {"FilterName":"f","FilterPattern":"","MetricTransformations":[]}]"##,
            ] + AWSLogsTests.identity),
        AWSCase(
            "a trail of the organisation in a member's list keeps its owner's ARN",
            InventoryTests.record(
                "AWS::CloudTrail::Trail", id: "all",
                #"{"TrailARN":"arn:aws:cloudtrail:eu-west-1:999988887777:trail/all","IsLogging":true}"#),
            [
                "modify AWS::CloudTrail::Trail aws:111122223333 eu-west-1 "
                    + "arn:aws:cloudtrail:eu-west-1:999988887777:trail/all", "IsLogging = true",
            ]),
        AWSCase(
            "an organisation as a member sees it says who manages it",
            InventoryTests.record(
                "AWS::Organizations::Organization", id: "o-1",
                #"{"Id":"o-1","ManagementAccountId":"999988887777"}"#),
            ["modify AWS::::Account aws:111122223333 - account", #"ManagementAccountId = "999988887777""#]),
        AWSCase(
            "a group by its ARN",
            InventoryTests.record("AWS::Logs::LogGroup", id: AWSLogsTests.arn + ":*", "{}"),
            ["modify \(AWSLogsTests.group)"] + AWSLogsTests.identity),
        AWSCase(
            "a topic; what waits for its confirmation is no subscription",
            InventoryTests.record(
                "AWS::SNS::Topic", id: AWSAlarmTests.topicARN,
                #"""
                {"Subscriptions":[{"SubscriptionArn":"\#(subscription)","Protocol":"sqs"},
                {"SubscriptionArn":"PendingConfirmation","Protocol":"email"}]}
                """#),
            [
                "modify \(AWSAlarmTests.topic)",
                ##"Subscriptions = [#\##(subscription) {"SubscriptionArn":"\##(subscription)"}]"##,
            ] + AWSAlarmTests.topicIdentity),
        AWSCase(
            "an alarm on an expression names no metric",
            InventoryTests.record(
                "AWS::CloudWatch::Alarm", id: "root-use",
                #"{"MetricName":null}"#
            ),
            [
                "modify \(AWSAlarmTests.alarm)", #"MetricName = """#,
            ]),
        AWSCase(
            "a recorder",
            InventoryTests.record(
                "AWS::Config::ConfigurationRecorder", id: "default",
                #"{"RecordingGroup":{"AllSupported":true},"Recording":true,"LastStatus":"SUCCESS"}"#),
            [
                "modify \(AWSDetectionServiceTests.recorder)",
                #"RecordingGroup = {"AllSupported":true,"IncludeGlobalResourceTypes":false,"ResourceTypes":[],"UseOnly":""}"#,
                "Recording = true", #"LastStatus = "SUCCESS""#,
            ]),
        AWSCase(
            "a session with its jobs",
            InventoryTests.record(
                "AWS::Macie::Session", id: "111122223333",
                #"{"ClassificationJobs":[{"JobId":"j","JobStatus":"RUNNING"}]}"#),
            [
                "modify \(AWSDetectionServiceTests.session)",
                ##"ClassificationJobs = [#j {"JobId":"j","JobStatus":"RUNNING"}]"##,
            ]),
        AWSCase(
            "a key's policy as text",
            InventoryTests.record("AWS::KMS::Key", id: "k-1", #"{"KeyPolicy":"{\"Version\":\"1\"}"}"#),
            ["modify \(AWSServiceTests.key)", #"KeyPolicy = {"Version":"1"}"#]),
        AWSCase(
            "a trail's log group is named as the group names itself",
            InventoryTests.record(
                "AWS::CloudTrail::Trail", id: "t1",
                #"{"CloudWatchLogsLogGroupArn":"\#(AWSLogsTests.arn)"}"#),
            [
                "modify \(AWSServiceTests.trail)",
                #"CloudWatchLogsLogGroupArn = "\#(AWSLogsTests.arn):*""#,
            ]),
    ]

    private static let filterLine =
        ##"MetricFilters + #f {"FilterName":"f","FilterPattern":"","MetricTransformations":[]}"##
    private static let subscriptionLine =
        ##"Subscriptions + #\##(subscription) {"SubscriptionArn":"\##(subscription)"}"##

    /// Records of types whose resources are parts of others here.
    static let partCases: [AWSCase] = [
        AWSCase(
            "a filter is an element of its group",
            InventoryTests.record(
                "AWS::Logs::MetricFilter", id: "/aws/trail|f", #"{"FilterName":"f","FilterPattern":""}"#),
            ["modify \(AWSLogsTests.group)"] + AWSLogsTests.identity + [filterLine]),
        AWSCase(
            "a filter that a reading did not find",
            InventoryTests.record("AWS::Logs::MetricFilter", id: "/aws/trail|f", #"{},"deleted":true"#),
            ["modify \(AWSLogsTests.group)"] + AWSLogsTests.identity + ["MetricFilters - #f"]),
        AWSCase(
            "a filter without a name",
            InventoryTests.record("AWS::Logs::MetricFilter", id: "/aws/trail|f", "{}"),
            ["malformed missing-field: properties.FilterName"]),
        AWSCase(
            "a subscription is an element of its topic",
            InventoryTests.record("AWS::SNS::Subscription", id: subscription, #"{"Protocol":"sqs"}"#),
            ["modify \(AWSAlarmTests.topic)"] + AWSAlarmTests.topicIdentity + [subscriptionLine]),
        AWSCase(
            "a subscription by Cloud Control",
            #"""
            {"TypeName":"AWS::SNS::Subscription","account":"111122223333","region":"eu-west-1",
            "observed_at":"2024-05-06T07:08:09Z","ResourceDescription":{"Identifier":"\#(subscription)",
            "Properties":"{}"}}
            """#.replacing("\n", with: ""),
            ["modify \(AWSAlarmTests.topic)"] + AWSAlarmTests.topicIdentity + [subscriptionLine]),
    ]

    static let configCases: [AWSCase] = [
        AWSCase(
            "an alarm of AWS Config",
            InventoryConfigTests.item(
                "AWS::CloudWatch::Alarm", "root-use",
                configuration: #"""
                    {"alarmName":"root-use","actionsEnabled":true,"alarmActions":["\#(AWSAlarmTests.topicARN)"],
                    "metricName":"RootUse","namespace":"CIS","dimensions":[]}
                    """#),
            [
                "modify \(AWSAlarmTests.alarm)", #"AlarmName = "root-use""#, "ActionsEnabled = true",
                #"AlarmActions = ["\#(AWSAlarmTests.topicARN)"]"#, #"MetricName = "RootUse""#,
                #"Namespace = "CIS""#, "Tags = []",
            ]),
        AWSCase(
            "a topic of AWS Config, its policy as text",
            InventoryConfigTests.item(
                "AWS::SNS::Topic", AWSAlarmTests.topicARN,
                configuration: #"{"TopicArn":"\#(AWSAlarmTests.topicARN)","Policy":"{\"Version\":\"1\"}"}"#),
            [
                "modify \(AWSAlarmTests.topic)", #"TopicArn = "\#(AWSAlarmTests.topicARN)""#,
                #"Policy = {"Version":"1"}"#, "Tags = []", #"TopicName = "security""#,
            ]),
        AWSCase(
            "a bucket's grants of AWS Config, as text in text",
            InventoryConfigTests.item(
                "AWS::S3::Bucket", "b1",
                supplement: #"""
                    {"AccessControlList":"\"{\\\"grantList\\\":[{\\\"grantee\\\":{\\\"id\\\":\\\"o\\\"},
                    \\\"permission\\\":\\\"FullControl\\\"},{\\\"grantee\\\":\\\"AllUsers\\\",\\\"permission\\\":\\\"ReadAcp\\\"}]}\""}
                    """#.replacing("\n", with: "")),
            [
                "modify \(AWSServiceTests.bucket)", #"Region = "eu-west-1""#,
                #"AccessControlList = [{"Grantee":"\#(AWSBucketAccessTests.everyone)","Permission":"READ_ACP"}]"#,
                "Tags = []",
            ]),
        AWSCase(
            "a key's policy of AWS Config",
            InventoryConfigTests.item(
                "AWS::KMS::Key", "k-1", supplement: #"{"Policy":"{\"Version\":\"1\"}"}"#),
            ["modify \(AWSServiceTests.key)", #"KeyPolicy = {"Version":"1"}"#, "Tags = []"]),
    ]

    @Test(arguments: cases + partCases + configCases)
    func `a baseline takes the form in which the events write`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
