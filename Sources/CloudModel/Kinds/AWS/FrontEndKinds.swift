extension KindCatalog {
    /// The kinds that take requests from outside: API Gateway, CloudFront and the load balancers.
    static let frontEndKinds: [KindSchema] = [
        KindSchema(
            "AWS::ApiGateway::RestApi", .aws, .regional,
            [.register("Name", .string), .set("Tags", of: tag)]),
        KindSchema(
            "AWS::ApiGateway::Stage", .aws, .regional, livesIn: "RestApiId",
            [
                .register("RestApiId", .string, refersTo: "AWS::ApiGateway::RestApi"),
                .register("StageName", .string),
                .register("AccessLogSetting", accessLog),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::ApiGatewayV2::Api", .aws, .regional,
            [.register("Name", .string), .register("ProtocolType", .string), .set("Tags", of: tag)]),
        KindSchema(
            "AWS::ApiGatewayV2::Stage", .aws, .regional, livesIn: "ApiId",
            [
                .register("ApiId", .string, refersTo: "AWS::ApiGatewayV2::Api"),
                .register("StageName", .string),
                .register("AccessLogSettings", accessLog),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::CloudFront::Distribution", .aws, .global,
            [
                .register(
                    "DistributionConfig",
                    .object([
                        "Enabled": .bool, "Staging": .bool,
                        "Logging": .object(["Enabled": .bool, "Bucket": .string, "Prefix": .string]),
                        "DefaultCacheBehavior": .object(["RealtimeLogConfigArn": .string]),
                    ]),
                    refersTo: .kind(
                        "AWS::CloudFront::RealtimeLogConfig", at: "DefaultCacheBehavior",
                        "RealtimeLogConfigArn")),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::CloudFront::RealtimeLogConfig", .aws, .global,
            [
                .register("Name", .string),
                .register("Fields", .list(.string)),
                .register("SamplingRate", .int),
            ]),
        KindSchema(
            "AWS::ElasticLoadBalancing::LoadBalancer", .aws, .regional,
            [
                .register("LoadBalancerName", .string),
                .register("Scheme", .string),
                .register(
                    "AccessLoggingPolicy",
                    .object(["Enabled": .bool, "S3BucketName": .string, "S3BucketPrefix": .string])),
                .set("Tags", of: tag),
            ]),
        KindSchema(
            "AWS::ElasticLoadBalancingV2::LoadBalancer", .aws, .regional,
            [
                .register("Name", .string),
                .register("Type", .string),
                .register("Scheme", .string),
                // Each has its key as id.
                .set("LoadBalancerAttributes", of: tag),
                .set("Tags", of: tag),
            ]),
    ]

    private static let accessLog = ValueType.object(["DestinationArn": .string, "Format": .string])
}
