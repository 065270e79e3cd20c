import CloudModel
import JSONTokens
import ResourceGraph
import Testing

@testable import Controls

@Suite struct EvaluatorTests {
    static let open = #"{"IpProtocol":"tcp","FromPort":22,"ToPort":22,"CidrIp":"0.0.0.0/0"}"#
    static let desk = #"{"IpProtocol":"tcp","FromPort":3389,"ToPort":3389,"CidrIp":"0.0.0.0/0"}"#
    static let web = #"{"IpProtocol":"tcp","FromPort":443,"ToPort":443,"CidrIp":"0.0.0.0/0"}"#
    static let control = "aws.ec2.sg-no-ipv4-public-admin-ports"
    static let group = World.id("AWS::EC2::SecurityGroup", "sg-1")
    static let trail = World.id("AWS::CloudTrail::Trail", "main")

    @Test func `a failure by elements holds since the oldest of them and names its event`() throws {
        let world = try World.everything()
        world.write(Self.group, [.replace(World.ingress, [try World.rule(Self.web)])], at: 100, .create)
        world.write(Self.group, [.insert(World.ingress, try World.rule(Self.open))], at: 200)
        world.write(Self.group, [.insert(World.ingress, try World.rule(Self.desk))], at: 300)
        let key = try world.key(Self.control, Self.group)
        let evaluation = world.evaluator.evaluate(key)
        #expect(evaluation.since == Timestamp(seconds: 200))
        #expect(evaluation.cause?.eventID == "event-200")
        #expect(evaluation.reads == [PropertyRead(resource: key.subject, property: World.ingress)])
        let elements = world.evaluator.evidenceElements(of: key)
        #expect(elements.map(\.cause.eventID) == ["event-200", "event-300"])
    }

    @Test func `a pass holds since the newest value that was read`() throws {
        let world = try World.everything()
        try world.write(Self.trail, [("IsLogging", "true"), ("S3BucketName", "\"a\"")], at: 100, .create)
        try world.write(Self.trail, [("IsLogging", "false")], at: 200)
        try world.write(Self.trail, [("S3BucketName", "\"b\"")], at: 300)
        let evaluation = world.evaluator.evaluate(
            try world.key("aws.cloudtrail.cloudtrail-trail-logging", Self.trail))
        #expect(evaluation.verdict.name == "fail")
        #expect(evaluation.since == Timestamp(seconds: 200))
    }

    @Test func `an earlier instant is judged by what held then`() throws {
        let world = try World.everything()
        try world.write(Self.trail, [("IsLogging", "true")], at: 100, .create)
        try world.write(Self.trail, [("IsLogging", "false")], at: 200)
        let key = try world.key("aws.cloudtrail.cloudtrail-trail-logging", Self.trail)
        #expect(world.evaluator.evaluate(key, asOf: Timestamp(seconds: 150)).verdict == .pass)
        #expect(world.evaluator.evaluate(key, asOf: Timestamp(seconds: 250)).verdict.name == "fail")
    }

    @Test func `what is gone is not applicable`() throws {
        let world = try World.everything()
        try world.write(Self.trail, [("IsLogging", "false")], at: 100, .create)
        world.write(Self.trail, [] as [PropertyWrite], at: 200, .delete)
        #expect(try world.verdict("aws.cloudtrail.cloudtrail-trail-logging", Self.trail) == .notApplicable)
    }

    @Test func `what was never observed is named`() throws {
        let world = try World.everything()
        let bucket = World.id("AWS::S3::Bucket", "b")
        try world.write(bucket, [("PublicAccessBlockConfiguration", "null")], at: 100)
        #expect(
            try world.verdict("aws.s3.s3-block-public-access", bucket)
                == .unknown(missing: ["AWS::::Account.PublicAccessBlockConfiguration"]))
        #expect(
            try world.verdict("aws.s3.s3-bucket-mfa-delete", bucket)
                == .unknown(missing: ["AWS::S3::Bucket.VersioningConfiguration"]))
        #expect(
            try world.verdict("aws.cloudtrail.cloudtrail-multi-region-enabled", World.accountID())
                == .unknown(missing: ["AWS::::Account.EnabledRegions"]))
        try world.write(World.accountID(), [("EnabledRegions", #"["us-east-1","eu-west-1"]"#)], at: 101)
        world.close("AWS::CloudTrail::Trail", at: 102)
        #expect(
            try world.verdict("aws.cloudtrail.cloudtrail-multi-region-enabled", World.accountID())
                == .unknown(missing: ["inventory of AWS::CloudTrail::Trail in eu-west-1"]))
        world.close("AWS::CloudTrail::Trail", region: "eu-west-1", at: 103)
        #expect(
            try world.verdict("aws.cloudtrail.cloudtrail-multi-region-enabled", World.accountID()).name
                == "fail")
    }

    @Test func `two values in one second are unknown`() throws {
        let world = try World.everything()
        try world.write(Self.trail, [("IsLogging", "true")], at: 100, event: "a")
        try world.write(Self.trail, [("IsLogging", "false")], at: 100, event: "b")
        #expect(try world.verdict("aws.cloudtrail.cloudtrail-trail-logging", Self.trail).name == "unknown")
    }

    @Test func `a plan has the smallest edit, its inverse and the prior state`() throws {
        let world = try World.everything()
        let bad = SetElement(try FlatValue(json: Self.open), id: "sgr-2")
        world.write(Self.group, [.replace(World.ingress, [try World.rule(Self.web), bad])], at: 100, .create)
        let parts = try #require(
            world.evaluator.remediationCalls(for: try world.key(Self.control, Self.group)))
        #expect(
            parts.calls == [
                .aws(
                    service: "ec2", operation: "RevokeSecurityGroupIngress",
                    parameters: try FlatValue(json: #"{"GroupId":"sg-1","SecurityGroupRuleIds":["sgr-2"]}"#))
            ])
        #expect(parts.inverse.count == 1)
        #expect(parts.guardVerdict == true)
        #expect(parts.snapshot.view.member("SecurityGroupIngress")?.count == 2)
    }

    @Test func `without a failure there is no plan`() throws {
        let world = try World.everything()
        world.write(Self.group, [.replace(World.ingress, [])], at: 100, .create)
        #expect(world.evaluator.remediationCalls(for: try world.key(Self.control, Self.group)) == nil)
    }

    @Test func `an unknown guard is false`() throws {
        let world = try World.everything()
        let bucket = World.id("AWS::S3::Bucket", "b")
        try world.write(World.accountID(), [("PublicAccessBlockConfiguration", "null")], at: 99)
        try world.write(bucket, [("PublicAccessBlockConfiguration", "null")], at: 100)
        let parts = world.evaluator.remediationCalls(
            for: try world.key("aws.s3.s3-block-public-access", bucket))
        #expect(parts?.guardVerdict == false)
    }
}
