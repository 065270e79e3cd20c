import Testing

@Suite struct AWSFrontEndTests {
    static let classic = awsLine("AWS::ElasticLoadBalancing::LoadBalancer", "old")
    static let current = awsLine("AWS::ElasticLoadBalancingV2::LoadBalancer", "app/new/0123")
    static let currentARN =
        "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/app/new/0123"
    static let distribution = awsLine("AWS::CloudFront::Distribution", "E1", region: "-")
    static let realtime = awsLine("AWS::CloudFront::RealtimeLogConfig", "rt", region: "-")
    static let restStage = awsLine("AWS::ApiGateway::Stage", "a1/prod")
    static let stage = awsLine("AWS::ApiGatewayV2::Stage", "a2/prod")
    static let log = #"{"DestinationArn":"arn:aws:logs:x","Format":"f"}"#
    static let settings = #""accessLogSettings":{"destinationArn":"arn:aws:logs:x","format":"f"}"#

    static func elb(_ name: String, _ request: String, _ response: String = "null") -> String {
        cloudTrailRecord("elasticloadbalancing", name, request: request, response: response)
    }
    static func front(_ name: String, _ request: String, _ response: String = "null") -> String {
        cloudTrailRecord("cloudfront", name, request: request, response: response, region: "us-east-1")
    }
    static func gateway(_ name: String, _ request: String, _ response: String = "null") -> String {
        cloudTrailRecord("apigateway", name, request: request, response: response)
    }

    static let cases = loadBalancerCases + distributionCases + restCases + apiCases

    static let loadBalancerCases: [AWSCase] = [
        AWSCase(
            "a new load balancer writes no log",
            elb(
                "CreateLoadBalancer", #"{"name":"new","tags":[{"key":"a","value":"b"}]}"#,
                #"""
                {"loadBalancers":[{"loadBalancerArn":"\#(currentARN)","loadBalancerName":"new","type":"application",
                "scheme":"internet-facing","vpcId":"vpc-1"}]}
                """#),
            [
                "create \(current)", #"Name = "new""#, #"Type = "application""#,
                #"Scheme = "internet-facing""#,
                ##"LoadBalancerAttributes = default [#access_logs.s3.enabled {"Key":"access_logs.s3.enabled","Value":"false"}]"##,
                ##"Tags = [#a {"Key":"a","Value":"b"}]"##,
            ]),
        AWSCase(
            "a new classic load balancer writes no log",
            elb(
                "CreateLoadBalancer", #"{"loadBalancerName":"old","scheme":"internal","listeners":[]}"#,
                #"{"dNSName":"d"}"#),
            [
                "create \(classic)", #"LoadBalancerName = "old""#, #"Scheme = "internal""#,
                #"AccessLoggingPolicy = default {"Enabled":false}"#, "Tags = []",
            ]),
        AWSCase(
            "attributes of the answer are all of them",
            elb(
                "ModifyLoadBalancerAttributes",
                #"{"loadBalancerArn":"\#(currentARN)","attributes":[{"key":"access_logs.s3.enabled","value":"true"}]}"#,
                #"{"attributes":[{"key":"access_logs.s3.enabled","value":"true"}]}"#),
            [
                "modify \(current)",
                ##"LoadBalancerAttributes = [#access_logs.s3.enabled {"Key":"access_logs.s3.enabled","Value":"true"}]"##,
            ]),
        AWSCase(
            "attributes of the request alone are some of them",
            elb(
                "ModifyLoadBalancerAttributes",
                #"{"loadBalancerArn":"\#(currentARN)","attributes":[{"key":"access_logs.s3.enabled","value":"true"}]}"#
            ),
            [
                "modify \(current)",
                ##"LoadBalancerAttributes #access_logs.s3.enabled := {"Key":"access_logs.s3.enabled","Value":"true"}"##,
            ]),
        AWSCase(
            "a classic load balancer's log",
            elb(
                "ModifyLoadBalancerAttributes",
                #"""
                {"loadBalancerName":"old","loadBalancerAttributes":{"accessLog":{"enabled":true,"s3BucketName":"b",
                "emitInterval":60}}}
                """#),
            ["modify \(classic)", #"AccessLoggingPolicy = {"Enabled":true,"S3BucketName":"b"}"#]),
        AWSCase(
            "another attribute of a classic one",
            elb(
                "ModifyLoadBalancerAttributes",
                #"{"loadBalancerName":"old","loadBalancerAttributes":{"connectionDraining":{"enabled":true}}}"#
            ),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "a load balancer goes", elb("DeleteLoadBalancer", #"{"loadBalancerArn":"\#(currentARN)"}"#),
            ["delete \(current)"]),
        AWSCase(
            "a classic load balancer goes", elb("DeleteLoadBalancer", #"{"loadBalancerName":"old"}"#),
            ["delete \(classic)"]),
        AWSCase(
            "tags of both generations",
            elb(
                "AddTags",
                #"{"resourceArns":["\#(currentARN)"],"loadBalancerNames":["old"],"tags":[{"key":"a","value":"b"}]}"#
            ),
            [
                "modify \(current)", ##"Tags #a := {"Key":"a","Value":"b"}"##, "modify \(classic)",
                ##"Tags #a := {"Key":"a","Value":"b"}"##,
            ]),
        AWSCase(
            "tags go", elb("RemoveTags", #"{"resourceArns":["\#(currentARN)"],"tagKeys":["a"]}"#),
            ["modify \(current)", "Tags - #a"]),
        AWSCase(
            "a target group's tags are not governed",
            elb(
                "AddTags",
                #"{"resourceArns":["arn:aws:elasticloadbalancing:eu-west-1:111122223333:targetgroup/t/1"]}"#),
            ["irrelevant not-governed"]),
    ]

    static func config(_ logging: String, _ more: String = "") -> String {
        #"{"enabled":true,"staging":false,"logging":\#(logging),"defaultCacheBehavior":{"compress":true\#(more)}}"#
    }
    static let off = #"{"includeCookies":false,"prefix":"","bucket":"","enabled":false}"#
    static let on = #"{"includeCookies":false,"prefix":"p/","bucket":"b.s3.amazonaws.com","enabled":true}"#
    static func configLine(_ logging: String, _ behavior: String = "{}") -> String {
        #"DistributionConfig = {"DefaultCacheBehavior":\#(behavior),"Enabled":true,"Logging":\#(logging),"Staging":false}"#
    }
    static let onLine = configLine(#"{"Bucket":"b.s3.amazonaws.com","Enabled":true,"Prefix":"p/"}"#)
    static let offLine = configLine(#"{"Enabled":false}"#)

    static func made(_ config: String) -> String {
        #"{"eTag":"E","distribution":{"id":"E1","aRN":"arn:aws:cloudfront::111122223333:distribution/E1","distributionConfig":\#(config)}}"#
    }

    static let distributionCases: [AWSCase] = [
        AWSCase(
            "a new distribution, by a name with a date",
            front(
                "CreateDistribution2020_05_31", #"{"distributionConfig":\#(config(off))}"#, made(config(off))),
            ["create \(distribution)", offLine, "Tags = []"]),
        AWSCase(
            "a new distribution with tags",
            front(
                "CreateDistributionWithTags",
                #"""
                {"distributionConfigWithTags":{"distributionConfig":\#(config(on)),"tags":{"items":[
                {"key":"a","value":"b"}]}}}
                """#, #"{"distribution":{"id":"E1"}}"#),
            ["create \(distribution)", onLine, ##"Tags = [#a {"Key":"a","Value":"b"}]"##]),
        AWSCase(
            "a copy", front("CopyDistribution", #"{"primaryDistributionId":"E0"}"#, made(config(on))),
            ["create \(distribution)", onLine, "Tags = []"]),
        AWSCase(
            "a configuration of the request alone, with a real-time log",
            front(
                "UpdateDistribution2014_01_31",
                #"{"id":"E1","distributionConfig":\#(config(off, #","realtimeLogConfigArn":"arn:rt""#))}"#),
            [
                "modify \(distribution)",
                configLine(#"{"Enabled":false}"#, #"{"RealtimeLogConfigArn":"arn:rt"}"#),
            ]),
        AWSCase(
            "a staging distribution's configuration takes over",
            front(
                "UpdateDistributionWithStagingConfig", #"{"id":"E1","stagingDistributionId":"E2"}"#,
                made(config(on))), ["modify \(distribution)", onLine]),
        AWSCase(
            "a configuration that nobody tells",
            front("UpdateDistributionWithStagingConfig", #"{"id":"E1","stagingDistributionId":"E2"}"#),
            ["modify \(distribution)", "DistributionConfig = ?"]),
        AWSCase(
            "a distribution goes", front("DeleteDistribution", #"{"id":"E1"}"#), ["delete \(distribution)"]),
        AWSCase(
            "a real-time log comes",
            front(
                "CreateRealtimeLogConfig", #"{"name":"rt","samplingRate":10}"#,
                #"{"realtimeLogConfig":{"name":"rt","samplingRate":10,"fields":{"items":["timestamp"]}}}"#),
            ["create \(realtime)", #"Name = "rt""#, "SamplingRate = 10", #"Fields = ["timestamp"]"#]),
        AWSCase(
            "a real-time log changes", front("UpdateRealtimeLogConfig", #"{"name":"rt","samplingRate":100}"#),
            ["modify \(realtime)", #"Name = "rt""#, "SamplingRate = 100"]),
        AWSCase(
            "a real-time log goes",
            front(
                "DeleteRealtimeLogConfig",
                #"{"aRN":"arn:aws:cloudfront::111122223333:realtime-log-config/rt"}"#),
            ["delete \(realtime)"]),
        AWSCase(
            "a distribution's tags",
            front(
                "TagResource",
                #"""
                {"resource":"arn:aws:cloudfront::111122223333:distribution/E1","tags":{"items":[{"key":"a","value":"b"}]}}
                """#),
            ["modify \(distribution)", ##"Tags #a := {"Key":"a","Value":"b"}"##]),
        AWSCase(
            "a distribution's tags go",
            front(
                "UntagResource",
                #"{"resource":"arn:aws:cloudfront::111122223333:distribution/E1","tagKeys":{"items":["a"]}}"#),
            ["modify \(distribution)", "Tags - #a"]),
    ]

    private static let restNames = [#"RestApiId = "a1""#, #"StageName = "prod""#]
    private static let restAPI = awsLine("AWS::ApiGateway::RestApi", "a1")

    static let restCases: [AWSCase] = [
        AWSCase(
            "a REST API",
            gateway("CreateRestApi", #"{"createRestApiInput":{"name":"n"}}"#, #"{"id":"a1","name":"n"}"#),
            ["create \(restAPI)", #"Name = "n""#, "Tags = []"]),
        AWSCase(
            "an imported REST API", gateway("ImportRestApi", "{}", #"{"id":"a1","name":"n"}"#),
            ["create \(restAPI)", #"Name = "n""#, "Tags = []"]),
        AWSCase(
            "a REST API goes", gateway("DeleteRestApi", #"{"restApiId":"a1"}"#), ["delete \(restAPI)"]),
        AWSCase(
            "a stage of a REST API writes no log",
            gateway(
                "CreateStage",
                #"{"restApiId":"a1","createStageInput":{"stageName":"prod","tags":{"a":"b"}}}"#,
                #"{"stageName":"prod","methodSettings":{}}"#),
            ["create \(restStage)"] + restNames
                + ["AccessLogSetting = null", ##"Tags = [#a {"Key":"a","Value":"b"}]"##]),
        AWSCase(
            "a deployment may make its stage",
            gateway("CreateDeployment", #"{"restApiId":"a1","createDeploymentInput":{"stageName":"prod"}}"#),
            ["modify \(restStage)"] + restNames),
        AWSCase(
            "a deployment without a stage", gateway("CreateDeployment", #"{"restApiId":"a1"}"#),
            ["irrelevant no-governed-property"]),
        AWSCase(
            "the answer describes the stage",
            gateway(
                "UpdateStage",
                #"{"restApiId":"a1","stageName":"prod","updateStageInput":{"patchOperations":[{"op":"replace","path":"/x"}]}}"#,
                #"{"stageName":"prod",\#(settings)}"#), ["modify \(restStage)", "AccessLogSetting = \(log)"]),
        AWSCase(
            "an edit of the log by path, without an answer, must be read",
            gateway(
                "UpdateStage",
                #"""
                {"restApiId":"a1","stageName":"prod","updateStageInput":{"patchOperations":[{"op":"remove",
                "path":"/accessLogSettings"}]}}
                """#), ["modify \(restStage)", "AccessLogSetting = ?"]),
        AWSCase(
            "an edit of something else",
            gateway(
                "UpdateStage",
                #"""
                {"restApiId":"a1","stageName":"prod","updateStageInput":{"patchOperations":[{"op":"replace",
                "path":"/tracingEnabled","value":"true"}]}}
                """#), ["irrelevant no-governed-property"]),
        AWSCase(
            "a stage goes", gateway("DeleteStage", #"{"restApiId":"a1","stageName":"prod"}"#),
            ["delete \(restStage)"]),
        AWSCase(
            "a stage's tags",
            gateway(
                "TagResource",
                #"""
                {"tagResourceInput":{"tags":{"a":"b"}},"resourceArn":"arn:aws:apigateway:eu-west-1::/restapis/a1/stages/prod",
                "template":false}
                """#), ["modify \(restStage)", ##"Tags #a := {"Key":"a","Value":"b"}"##]),
        AWSCase(
            "a stage's tags go",
            gateway(
                "UntagResource",
                #"{"resourceArn":"arn:aws:apigateway:eu-west-1::/restapis/a1/stages/prod","tagKeys":["a"]}"#),
            ["modify \(restStage)", "Tags - #a"]),
    ]

    private static let names = [#"ApiId = "a2""#, #"StageName = "prod""#]
    private static let api = awsLine("AWS::ApiGatewayV2::Api", "a2")
    private static let apiLines = ["create \(api)", #"Name = "n""#, #"ProtocolType = "HTTP""#, "Tags = []"]

    static let apiCases: [AWSCase] = [
        AWSCase(
            "an API made with its target has a stage that nobody asked for",
            gateway(
                "CreateApi", #"{"name":"n","protocolType":"HTTP","target":"arn:aws:lambda:x"}"#,
                #"{"apiId":"a2","name":"n","protocolType":"HTTP"}"#),
            apiLines + [
                "create \(awsLine("AWS::ApiGatewayV2::Stage", "a2/$default"))", #"ApiId = "a2""#,
                #"StageName = "$default""#, "AccessLogSettings = default null", "Tags = default []",
            ]),
        AWSCase(
            "an imported API",
            gateway("ImportApi", #"{"body":"{}"}"#, #"{"apiId":"a2","name":"n","protocolType":"HTTP"}"#),
            apiLines),
        AWSCase("an API goes", gateway("DeleteApi", #"{"apiId":"a2"}"#), ["delete \(api)"]),
        AWSCase(
            "a stage with a log",
            gateway(
                "CreateStage", #"{"apiId":"a2","stageName":"prod",\#(settings)}"#,
                #"{"stageName":"prod",\#(settings)}"#),
            ["create \(stage)"] + names + ["AccessLogSettings = \(log)", "Tags = []"]),
        AWSCase(
            "a stage's log, told by the request alone",
            gateway("UpdateStage", #"{"apiId":"a2","stageName":"prod",\#(settings)}"#),
            ["modify \(stage)", "AccessLogSettings = \(log)"]),
        AWSCase(
            "a stage's log goes", gateway("DeleteAccessLogSettings", #"{"apiId":"a2","stageName":"prod"}"#),
            ["modify \(stage)", "AccessLogSettings = null"]),
        AWSCase(
            "a stage of an API goes", gateway("DeleteStage", #"{"apiId":"a2","stageName":"prod"}"#),
            ["delete \(stage)"]),
        AWSCase(
            "an unknown call on stages is blind",
            gateway("FreezeStage", #"{"apiId":"a2","stageName":"prod"}"#), ["blind", "touch \(stage)"]),
    ]

    @Test(arguments: cases) func `an event of a front end decodes to its changes`(_ example: AWSCase) {
        #expect(decoded(example.record) == example.expected)
    }

    static func item(
        _ type: String, _ arn: String, _ configuration: String, supplement: String = "{}",
        region: String = "eu-west-1"
    ) -> String {
        InventoryConfigTests.item(type, arn, configuration: configuration, supplement: supplement)
            .replacing(#""resourceType""#, with: #""ARN":"\#(arn)","resourceType""#)
    }

    static let baselines: [AWSCase] = [
        AWSCase(
            "a load balancer",
            item(
                "AWS::ElasticLoadBalancingV2::LoadBalancer", currentARN,
                #"{"loadBalancerName":"new","type":"application","scheme":"internal"}"#,
                supplement:
                    #"{"LoadBalancerAttributes":[{"key":"access_logs.s3.enabled","value":"false"}],"Tags":[]}"#
            ),
            [
                "modify \(current)", #"Name = "new""#, #"Type = "application""#, #"Scheme = "internal""#,
                ##"LoadBalancerAttributes = [#access_logs.s3.enabled {"Key":"access_logs.s3.enabled","Value":"false"}]"##,
                "Tags = []",
            ]),
        AWSCase(
            "a classic load balancer",
            item(
                "AWS::ElasticLoadBalancing::LoadBalancer",
                "arn:aws:elasticloadbalancing:eu-west-1:111122223333:loadbalancer/old",
                #"{"loadBalancerName":"old","scheme":"internal"}"#,
                supplement: #"{"LoadBalancerAttributes":{"accessLog":{"enabled":true,"s3BucketName":"b"}}}"#),
            [
                "modify \(classic)", #"LoadBalancerName = "old""#, #"Scheme = "internal""#,
                #"AccessLoggingPolicy = {"Enabled":true,"S3BucketName":"b"}"#, "Tags = []",
            ]),
        AWSCase(
            "a distribution",
            item(
                "AWS::CloudFront::Distribution", "arn:aws:cloudfront::111122223333:distribution/E1",
                #"{"distributionConfig":\#(config(on))}"#), ["modify \(distribution)", onLine, "Tags = []"]),
        AWSCase(
            "a stage without a log",
            item(
                "AWS::ApiGateway::Stage", "arn:aws:apigateway:eu-west-1::/restapis/a1/stages/prod",
                #"{"stageName":"prod","methodSettings":{}}"#),
            ["modify \(restStage)", "AccessLogSetting = null"] + restNames + ["Tags = []"]),
        AWSCase(
            "a stage with a log",
            item(
                "AWS::ApiGatewayV2::Stage", "arn:aws:apigateway:eu-west-1::/apis/a2/stages/prod",
                #"{"stageName":"prod",\#(settings)}"#),
            ["modify \(stage)", "AccessLogSettings = \(log)"] + names + ["Tags = []"]),
        AWSCase(
            "a stage as Cloud Control spells it",
            InventoryNetworkTests.record(
                "AWS::ApiGatewayV2::Stage", "a2|prod", #"{"ApiId":"a2","Tags":{"a":"b"}}"#),
            ["modify \(stage)", #"ApiId = "a2""#, ##"Tags = [#a {"Key":"a","Value":"b"}]"##]),
        AWSCase(
            "a distribution in CloudFormation's spelling, which has no switch beside the bucket",
            InventoryNetworkTests.record(
                "AWS::CloudFront::Distribution", "E1",
                #"{"DistributionConfig":{"Enabled":true,"Logging":{"Bucket":"b.s3.amazonaws.com","Prefix":"p/"}}}"#
            ),
            ["modify \(distribution)", onLine]),
    ]

    @Test(arguments: baselines) func `a baseline of a front end decodes to an observation`(
        _ example: AWSCase
    ) {
        #expect(decoded(example.record) == example.expected)
    }
}
