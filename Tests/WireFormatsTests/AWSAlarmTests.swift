import Testing

@Suite struct AWSAlarmTests {
    static let alarm = "AWS::CloudWatch::Alarm aws:111122223333 eu-west-1 root-use"
    static let alarmARN = "arn:aws:cloudwatch:eu-west-1:111122223333:alarm:root-use"
    static let identity = [#"AlarmName = "root-use""#]
    static let topic = "AWS::SNS::Topic aws:111122223333 eu-west-1 security"
    static let topicARN = "arn:aws:sns:eu-west-1:111122223333:security"
    static let topicIdentity = [#"TopicName = "security""#, #"TopicArn = "\#(topicARN)""#]
    static let subscription = topicARN + ":a1b2"

    private static func alarms(_ name: String, _ request: String) -> String {
        cloudTrailRecord("monitoring", name, request: request)
    }

    private static func sns(_ name: String, _ request: String, response: String = "null") -> String {
        cloudTrailRecord("sns", name, request: request, response: response)
    }

    static let alarmCases: [AWSCase] = [
        AWSCase(
            "an alarm on a metric has its actions on",
            alarms(
                "PutMetricAlarm",
                #"""
                {"alarmName":"root-use","alarmActions":["\#(topicARN)"],"metricName":"RootUse","namespace":"CIS",
                "statistic":"Sum","threshold":1,"period":300,"evaluationPeriods":1}
                """#),
            ["modify \(alarm)"] + identity + [
                "ActionsEnabled = true", #"AlarmActions = ["\#(topicARN)"]"#, #"MetricName = "RootUse""#,
                #"Namespace = "CIS""#,
            ]),
        AWSCase(
            "an alarm on an expression, its tags in doubt",
            alarms(
                "PutMetricAlarm",
                #"""
                {"alarmName":"root-use","actionsEnabled":false,"tags":[{"key":"a","value":"b"}],"metrics":[
                {"id":"m1","metricStat":{"metric":{"namespace":"CIS","metricName":"RootUse"},"period":60}},
                {"id":"e1","expression":"m1*1"}]}
                """#),
            ["modify \(alarm)"] + identity + [
                "ActionsEnabled = false", "AlarmActions = []", #"MetricName = """#, #"Namespace = """#,
                "Tags = ?",
            ]),
        AWSCase(
            "alarms go", alarms("DeleteAlarms", #"{"alarmNames":["root-use","other"]}"#),
            ["delete \(alarm)", "delete AWS::CloudWatch::Alarm aws:111122223333 eu-west-1 other"]),
        AWSCase(
            "actions off", alarms("DisableAlarmActions", #"{"alarmNames":["root-use"]}"#),
            ["modify \(alarm)"] + identity + ["ActionsEnabled = false"]),
        AWSCase(
            "actions on", alarms("EnableAlarmActions", #"{"alarmNames":["root-use"]}"#),
            ["modify \(alarm)"] + identity + ["ActionsEnabled = true"]),
        AWSCase(
            "tags",
            alarms("TagResource", #"{"resourceARN":"\#(alarmARN)","tags":[{"key":"a","value":"b"}]}"#),
            ["modify \(alarm)", ##"Tags #a := {"Key":"a","Value":"b"}"##]),
        AWSCase(
            "tags gone", alarms("UntagResource", #"{"resourceARN":"\#(alarmARN)","tagKeys":["a"]}"#),
            ["modify \(alarm)", "Tags - #a"]),
        AWSCase(
            "an alarm over alarms is not governed", alarms("PutCompositeAlarm", #"{"alarmName":"all"}"#),
            ["irrelevant not-governed"]),
    ]

    static let topicCases: [AWSCase] = [
        AWSCase(
            "a creation may find the topic there, so it says what it names and no defaults",
            sns(
                "CreateTopic", #"{"name":"security","attributes":{"Policy":"{\"Version\":\"1\"}"}}"#,
                response: #"{"topicArn":"\#(topicARN)"}"#),
            ["modify \(topic)"] + topicIdentity + [#"Policy = {"Version":"1"}"#]),
        AWSCase("a topic goes", sns("DeleteTopic", #"{"topicArn":"\#(topicARN)"}"#), ["delete \(topic)"]),
        AWSCase(
            "a policy",
            sns(
                "SetTopicAttributes",
                #"{"topicArn":"\#(topicARN)","attributeName":"Policy","attributeValue":"{\"Version\":\"1\"}"}"#
            ),
            ["modify \(topic)", #"Policy = {"Version":"1"}"#]),
        AWSCase(
            "another attribute",
            sns("SetTopicAttributes", #"{"topicArn":"\#(topicARN)","attributeName":"DisplayName"}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a statement added is not in the event",
            sns("AddPermission", #"{"topicArn":"\#(topicARN)","label":"l"}"#),
            ["modify \(topic)", "Policy = ?"]),
        AWSCase(
            "a statement taken away is not in the event",
            sns("RemovePermission", #"{"topicArn":"\#(topicARN)","label":"l"}"#),
            ["modify \(topic)", "Policy = ?"]),
        AWSCase(
            "a subscription that needs no confirmation",
            sns(
                "Subscribe", #"{"topicArn":"\#(topicARN)","protocol":"sqs","endpoint":"q"}"#,
                response: #"{"subscriptionArn":"\#(subscription)"}"#),
            ["modify \(topic)"] + topicIdentity
                + [##"Subscriptions + #\##(subscription) {"SubscriptionArn":"\##(subscription)"}"##]),
        AWSCase(
            "a subscription that waits may be confirmed by a link",
            sns(
                "Subscribe", #"{"topicArn":"\#(topicARN)","protocol":"email","endpoint":"HIDDEN"}"#,
                response: #"{"subscriptionArn":"pending confirmation"}"#),
            ["modify \(topic)"] + topicIdentity + ["Subscriptions = ?"]),
        AWSCase(
            "an ARN that was asked for says nothing of a confirmation",
            sns(
                "Subscribe",
                #"{"topicArn":"\#(topicARN)","protocol":"email","returnSubscriptionArn":true}"#,
                response: #"{"subscriptionArn":"\#(subscription)"}"#),
            ["modify \(topic)"] + topicIdentity + ["Subscriptions = ?"]),
        AWSCase(
            "a confirmation by call",
            sns(
                "ConfirmSubscription", #"{"topicArn":"\#(topicARN)","token":"HIDDEN"}"#,
                response: #"{"subscriptionArn":"\#(subscription)"}"#),
            ["modify \(topic)"] + topicIdentity
                + [##"Subscriptions + #\##(subscription) {"SubscriptionArn":"\##(subscription)"}"##]),
        AWSCase(
            "a subscription goes", sns("Unsubscribe", #"{"subscriptionArn":"\#(subscription)"}"#),
            ["modify \(topic)", "Subscriptions - #\(subscription)"]),
        AWSCase(
            "a subscription to another account's topic is foreign",
            sns("Unsubscribe", #"{"subscriptionArn":"arn:aws:sns:eu-west-1:999988887777:t:u"}"#),
            ["irrelevant foreign"]),
        AWSCase(
            "tags", sns("TagResource", #"{"resourceArn":"\#(topicARN)","tags":[{"key":"a","value":"b"}]}"#),
            ["modify \(topic)", ##"Tags #a := {"Key":"a","Value":"b"}"##]),
        AWSCase(
            "tags gone", sns("UntagResource", #"{"resourceArn":"\#(topicARN)","tagKeys":["a"]}"#),
            ["modify \(topic)", "Tags - #a"]),
        AWSCase(
            "publishing is never blind", sns("Publish", #"{"topicArn":"\#(topicARN)"}"#),
            ["irrelevant not-governed"]),
    ]

    static let cases = alarmCases + topicCases

    @Test(arguments: cases) func `an event of alarms or topics decodes to its changes`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
