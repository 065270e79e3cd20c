import Foundation
import JSONTokens
import SchemaSupport
import Testing

/// The schemas as documents, and the inputs and reports that no encoder of this module writes.
@Suite struct SchemaDocumentTests {
    static let names = [
        "alert", "approval", "control", "coverage", "dead-letter", "finding", "inventory", "posture",
        "profile",
        "remediation-command", "reread-request", "shared-facts", "stats", "suppression", "ticket",
    ]

    @Test func `the folder holds these schemas and no other`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: SchemaFolder.path).sorted()
        #expect(files == Self.names.map { $0 + ".schema.json" })
    }

    @Test(arguments: names)
    func `a schema stays inside the subset and names itself`(name: String) throws {
        _ = try SchemaValidator(named: name)
        let view = try FlatValue(json: SchemaFolder.text(name)).view
        #expect(view.member("$schema")?.string == "https://json-schema.org/draft/2020-12/schema")
        #expect(view.member("$id")?.string == "urn:plumbline:schema:" + name)
        #expect(view.member("title")?.string?.isEmpty == false)
        #expect(view.member("description")?.string?.isEmpty == false)
    }

    static let profile = """
        {"provider":"AWS","region":"us-east-1","version":"1.5.0","levels":["L1"],"resources":\
        [{"type":"EC2_INSTANCE","exclusions":[{"tag_key":"Environment","values":["Development"]}]},\
        {"type":"S3_BUCKET","exclusions":[]}],"auto_remediation_enabled":false}
        """
    static let item = """
        {"inventory_id":"i1","account":"aws:1","region":"us-east-1","kind":"AWS::EC2::SecurityGroup",\
        "id":"sg-1","observed_at":"2023-07-10T11:45:01.5+02:00","properties":{"SecurityGroupIngress":\
        [{"$id":"sgr-1","IpProtocol":"tcp"}],"VpcId":null}}
        """
    static let closing = """
        {"inventory_id":"i1","account":"aws:1","region":"us-east-1","kind":"AWS::EC2::SecurityGroup",\
        "started_at":"2023-07-10T11:45:01Z","items":3,"complete":true}
        """
    static let gone = """
        {"account":"123456789012","region":null,"kind":"AWS::S3::Bucket","id":"b",\
        "observed_at":"2023-07-10T11:45:01Z","deleted":true}
        """
    static let suppression = """
        {"id":"s1","control":"aws.ec2.x","scope":{"account":"aws:1","tag":{"key":"a","value":"b"}},\
        "reason":"bastion","requested_by":"alice","approval":{"by":"bob","at":"2023-07-10T11:45:01Z"},\
        "created":"2023-07-10T11:45:01Z","expires":"2023-09-10T11:45:01Z","while":"resource.Tags.size() > 0"}
        """
    static let control = """
        {"id":"aws.ec2.sg-no-ipv4-public-admin-ports","title":"t","severity":"high",\
        "subject":"AWS::EC2::SecurityGroup","params":{"ports":[22,3389]},"applies":"true","pass":"true",\
        "evidence":"[]","frameworks":{"soc2":["CC6.6"]},"notes":"n","remediation":{"safety":"guarded","text":"x"},\
        "tests":[{"name":"n","resource":{},"expect":"fail"}]}
        """
    static let posture = """
        {"control":"aws.x.y","benchmarks":[{"name":"cis-aws","version":"3.0","number":"5.2"}],\
        "account":"aws:1","region":"","kind":"AWS::S3::Bucket","resource":"arn:aws:s3:::b","status":"FAIL",\
        "missing":[],"since":"2023-07-10T11:45:01Z","cause":null}
        """
    static let postureError = posture.replacingOccurrences(of: "FAIL", with: "ERROR").replacingOccurrences(
        of: #""missing":[],"#, with: #""missing":[],"message":"division by zero","#)
    static let stats = """
        {"records":{"total":3,"decoded":2,"malformed":1},"events":{"total":2,"changing":{"total":1,"by_name":\
        {"ec2.amazonaws.com:RunInstances":1}},"no_effect":{"total":1,"duplicate_or_late":{"total":1,"by_name":\
        {}},"foreign":{"total":0,"by_name":{}}},"held":{"total":0,"by_name":{}},"irrelevant":{"total":0,\
        "by_name":{}},"refused":{"total":0,"by_name":{}},"blind":{"total":0,"by_name":{}}},"changes":1,\
        "evaluations":1,"transitions":1}
        """

    @Test(arguments: [
        ("profile", profile), ("profile", #"{"provider":"GCP","version":"3.0","levels":["L2"]}"#),
        ("inventory", gone),
        ("inventory", item), ("inventory", closing), ("suppression", suppression), ("control", control),
        ("posture", posture), ("posture", postureError), ("stats", stats),
    ])
    func `a good document conforms`(name: String, text: String) throws {
        #expect(try SchemaValidator(named: name).validate(Array(text.utf8)) == [])
    }

    @Test(arguments: [
        ("profile", profile, #""levels""#, #""level""#), ("profile", profile, #""L1""#, #""L3""#),
        ("profile", profile, #""1.5.0""#, "1.5"), ("profile", profile, "tag_key", "tagkey"),
        ("profile", profile, #"["Development"]"#, "[]"), ("profile", profile, #""AWS""#, #""OCI""#),
        ("profile", profile, "false", #""no""#), ("inventory", item, "observed_at", "observed"),
        ("inventory", item, #""aws:1""#, #""""#), ("inventory", closing, "true", "false"),
        ("inventory", closing, #""items":3,"#, ""), ("inventory", item, #""id":"sg-1","#, ""),
        ("suppression", suppression, #""expires""#, #""until""#),
        ("suppression", suppression, "resource.Tags.size() > 0", ""),
        ("suppression", suppression, #""account":"aws:1","tag":{"key":"a","value":"b"}"#, ""),
        ("suppression", suppression, #""by":"bob","#, ""), ("inventory", gone, "true", "false"),
        ("control", control, "soc2", "soc3"), ("control", control, #""safety""#, #""safty""#),
        ("control", control, "high", "urgent"),
        ("control", control, #""pass":"true","#, ""), ("control", control, #""params""#, #""parms""#),
        ("control", control, "aws.ec2.", "AWS."), ("posture", posture, "FAIL", "fail"),
        ("posture", posture, #""missing":[],"#, ""), ("posture", postureError, "division by zero", ""),
        ("stats", stats, #""decoded":2"#, #""decoded":-2"#),
        ("stats", stats, #""foreign""#, #""foreigner""#),
    ])
    func `a document with a mistake does not conform`(
        name: String, text: String, part: String, replacement: String
    ) throws {
        let mistaken = text.replacingOccurrences(of: part, with: replacement)
        #expect(mistaken != text)
        #expect(try SchemaValidator(named: name).validate(Array(mistaken.utf8)) != [])
    }
}
