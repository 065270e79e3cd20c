import Testing

@Suite struct AWSLogsTests {
    static let group = "AWS::Logs::LogGroup aws:111122223333 eu-west-1 /aws/trail"
    static let arn = "arn:aws:logs:eu-west-1:111122223333:log-group:/aws/trail"
    static let identity = [#"LogGroupName = "/aws/trail""#, #"Arn = "\#(arn):*""#]

    private static func call(_ name: String, _ request: String, response: String = "null") -> String {
        cloudTrailRecord("logs", name, request: request, response: response)
    }

    static let groupCases: [AWSCase] = [
        AWSCase(
            "a new group has no filters",
            call("CreateLogGroup", #"{"logGroupName":"/aws/trail","tags":{"a":"b"}}"#),
            ["create \(group)"] + identity
                + ["MetricFilters = default []", ##"Tags = [#a {"Key":"a","Value":"b"}]"##]),
        AWSCase(
            "a group goes", call("DeleteLogGroup", #"{"logGroupName":"/aws/trail"}"#), ["delete \(group)"]),
        AWSCase(
            "a filter comes or is replaced",
            call(
                "PutMetricFilter",
                #"""
                {"logGroupName":"/aws/trail","filterName":"root","filterPattern":"{ $.userIdentity.type = Root }",
                "metricTransformations":[{"metricName":"RootUse","metricNamespace":"CIS","metricValue":"1"}]}
                """#),
            ["modify \(group)"] + identity + [
                ##"MetricFilters #root := {"FilterName":"root","FilterPattern":"{ $.userIdentity.type = Root }","##
                    + #""MetricTransformations":[{"MetricName":"RootUse","MetricNamespace":"CIS"}]}"#
            ]),
        AWSCase(
            "a filter goes",
            call("DeleteMetricFilter", #"{"logGroupName":"/aws/trail","filterName":"root"}"#),
            ["modify \(group)"] + identity + ["MetricFilters - #root"]),
        AWSCase(
            "tags by the older call",
            call("TagLogGroup", #"{"logGroupName":"/aws/trail","tags":{"a":"b"}}"#),
            ["modify \(group)", ##"Tags #a := {"Key":"a","Value":"b"}"##]),
        AWSCase(
            "tags gone by the older call",
            call("UntagLogGroup", #"{"logGroupName":"/aws/trail","tags":["a"]}"#),
            ["modify \(group)", "Tags - #a"]),
        AWSCase(
            "tags by ARN", call("TagResource", #"{"resourceArn":"\#(arn):*","tags":{"a":"b"}}"#),
            ["modify \(group)", ##"Tags #a := {"Key":"a","Value":"b"}"##]),
        AWSCase(
            "tags gone by ARN", call("UntagResource", #"{"resourceArn":"\#(arn)","tagKeys":["a"]}"#),
            ["modify \(group)", "Tags - #a"]),
        AWSCase(
            "a group of another account is foreign",
            call(
                "TagResource",
                #"{"resourceArn":"arn:aws:logs:eu-west-1:999988887777:log-group:g","tags":{"a":"b"}}"#),
            ["irrelevant foreign"]),
        AWSCase(
            "an unknown call on a group is blind",
            call("FreezeLogGroup", #"{"logGroupName":"/aws/trail"}"#), ["blind", "touch \(group)"]),
        AWSCase(
            "streams are not governed", call("CreateLogStream", #"{"logGroupName":"/aws/trail"}"#),
            ["irrelevant not-governed"]),
    ]

    static let deliveryCases: [AWSCase] = [
        AWSCase(
            "a delivery",
            call(
                "CreateDelivery",
                #"{"deliverySourceName":"cf","deliveryDestinationArn":"arn:aws:logs:d","tags":{}}"#,
                response: #"{"delivery":{"id":"d1","deliverySourceName":"cf"}}"#),
            [
                "create AWS::Logs::Delivery aws:111122223333 eu-west-1 d1", #"DeliverySourceName = "cf""#,
                #"DeliveryDestinationArn = "arn:aws:logs:d""#, "Tags = []",
            ]),
        AWSCase(
            "a delivery goes", call("DeleteDelivery", #"{"id":"d1"}"#),
            ["delete AWS::Logs::Delivery aws:111122223333 eu-west-1 d1"]),
        AWSCase(
            "a destination",
            call(
                "PutDeliveryDestination",
                #"""
                {"name":"to-s3","outputFormat":"json",
                "deliveryDestinationConfiguration":{"destinationResourceArn":"arn:aws:s3:::logs"}}
                """#),
            [
                "modify AWS::Logs::DeliveryDestination aws:111122223333 eu-west-1 to-s3", #"Name = "to-s3""#,
                #"DestinationResourceArn = "arn:aws:s3:::logs""#,
            ]),
        AWSCase(
            "a destination goes", call("DeleteDeliveryDestination", #"{"name":"to-s3"}"#),
            ["delete AWS::Logs::DeliveryDestination aws:111122223333 eu-west-1 to-s3"]),
        AWSCase(
            "a source",
            call(
                "PutDeliverySource",
                #"{"name":"cf","logType":"ACCESS_LOGS","resourceArn":"arn:aws:cloudfront::1:distribution/E1"}"#
            ),
            [
                "modify AWS::Logs::DeliverySource aws:111122223333 eu-west-1 cf", #"Name = "cf""#,
                #"ResourceArn = "arn:aws:cloudfront::1:distribution/E1""#, #"LogType = "ACCESS_LOGS""#,
            ]),
        AWSCase(
            "a source goes", call("DeleteDeliverySource", #"{"name":"cf"}"#),
            ["delete AWS::Logs::DeliverySource aws:111122223333 eu-west-1 cf"]),
        AWSCase(
            "how a delivery writes changes nothing that is judged",
            call("UpdateDeliveryConfiguration", #"{"id":"d1"}"#), ["irrelevant no-governed-property"]),
    ]

    static let cases = groupCases + deliveryCases

    @Test(arguments: cases) func `an event of the logs service decodes to its changes`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }
}
