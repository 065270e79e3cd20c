import Foundation
import Testing

@testable import DriftRuntime

@Suite struct `A fault in a document of the user` {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func refusal(_ settings: ControlSettings) -> RuntimeFailure? {
        do {
            _ = try settings.catalog()
            return nil
        } catch {
            return error
        }
    }

    @Test(arguments: [
        ("{\n\"provider\":\"AWS\",\n\"levels\":[\"L3\"]}", 3, "levels[0]"),
        ("{\"provider\":\"AWS\",\n\n\"level\":1}", 3, "level"),
        ("{\"provider\":\"AWS\",\n\"version\":\"9.9\"}", 2, "version"),
        ("{\"provider\":\"AWS\",\"controls\":[\n{\"id\":\"aws.s3.nothing\"}]}", 2, "controls[0].id"),
        ("{\"provider\":\"AWS\",\n\"accounts\":[\n\"1111\"]}", 3, "accounts[0]"),
        ("{\"provider\":\"AWS\",\n\"region\":\"us-esat-1\"}", 2, "region"),
        ("{\n\"levels\":[\"L1\"]}", 1, "provider"), ("{\"provider\":", 1, ""),
    ])
    func `in a profile is named with file, line and field`(text: String, line: Int, field: String) throws {
        let path = try scratch.write("profile.json", text)
        let failure = try #require(refusal(ControlSettings(profiles: [path])))
        #expect(failure.exitCode == 2)
        #expect(failure.description.hasPrefix("\(path):\(line): \(field)"))
    }

    private static func suppression(_ id: String, control: String, expires: String = "2026-06-01T00:00:00Z")
        -> String
    {
        #"{"id":"\#(id)","control":"\#(control)","scope":{"account":"111122223333"},"reason":"r","#
            + #""requested_by":"a","approval":{"by":"b","at":"2026-01-02T00:00:00Z"},"#
            + #""created":"2026-01-01T00:00:00Z","expires":"\#(expires)"}"#
    }

    @Test func `in a list of suppressions is named with its line`() throws {
        let good = Self.suppression("s1", control: "aws.kms.kms-cmk-rotation-enabled")
        let bad = Self.suppression("s2", control: "aws.kms.nothing")
        let list = try scratch.write("s.json", "[\n\(good),\n\(bad)]")
        #expect(
            refusal(ControlSettings(suppressions: list))?.description.hasPrefix("\(list):3: [1].control:")
                == true)
        let lines = try scratch.write("s.jsonl", "\(good)\n\n\(bad)\n")
        #expect(
            refusal(ControlSettings(suppressions: lines))?.description.hasPrefix("\(lines):3: control:")
                == true)
        let early = Self.suppression(
            "s3", control: "aws.kms.kms-cmk-rotation-enabled", expires: "2025-01-01T00:00:00Z")
        let one = try scratch.write("one.json", early)
        #expect(
            refusal(ControlSettings(suppressions: one))?.description.hasPrefix("\(one):1: expires:") == true)
    }

    @Test func `an id that two suppressions have is named at the second, with the place of the first`() throws
    {
        let text = Self.suppression("s1", control: "aws.kms.kms-cmk-rotation-enabled")
        let lines = try scratch.write("s.jsonl", "\(text)\n\n\(text)\n")
        let failure = try #require(refusal(ControlSettings(suppressions: lines)))
        #expect(failure.exitCode == 2)
        #expect(failure.description.hasPrefix("\(lines):3: id: "))
        #expect(failure.description.contains("on line 1."))
        let list = try scratch.write("s.json", "[\n\(text),\n\(text)]")
        let second = try #require(refusal(ControlSettings(suppressions: list))).description
        #expect(second.hasPrefix("\(list):3: [1].id: ") && second.contains("at [0]."))
    }

    @Test func `in the condition of a suppression is named with its line`() throws {
        let good = Self.suppression("s1", control: "aws.kms.kms-cmk-rotation-enabled")
        let bad = Self.suppression("s2", control: "aws.kms.kms-cmk-rotation-enabled").replacing(
            #""reason":"r","#, with: "\"reason\":\"r\",\n\"while\":\"resource.KeyUsag == 'SIGN_VERIFY'\",")
        let list = try scratch.write("s.json", "[\n\(good),\n\(bad)]")
        let failure = try #require(refusal(ControlSettings(suppressions: list)))
        #expect(failure.exitCode == 2)
        #expect(failure.description.hasPrefix("\(list):4: [1].while: "))
        #expect(failure.description.contains("KeyUsage"))
        let lines = try scratch.write("s.jsonl", "\(good)\n\(bad.replacing("\n", with: " "))\n")
        let second = refusal(ControlSettings(suppressions: lines))?.description
        #expect(second?.hasPrefix("\(lines):2: while: ") == true)
    }

    @Test func `of meaning shows when a profile's type selects nothing`() throws {
        let path = try scratch.write(
            "profile.json",
            #"{"provider":"AWS","region":"us-east-1","version":"1.5.0","levels":["L1"],"resources":["#
                + #"{"type":"EC2_INSTANCE","exclusions":[]},{"type":"S3_BUCKET","exclusions":[]}],"#
                + #""auto_remediation_enabled":false}"#)
        let lines = try ControlSettings(profiles: [path]).selections().flatMap(\.lines)
        #expect(lines.count == 2)
        #expect(lines.first?.contains("AWS 1.5 L1 selects") == true)
        #expect(lines.last == "\(path): warning: EC2_INSTANCE selects no control in AWS 1.5 L1")
    }

    @Test func `in a directory of control files is named`() throws {
        #expect(refusal(ControlSettings(packs: ["/no/packs"]))?.description.contains("/no/packs") == true)
        let path = try scratch.write("packs/a.yaml", "id: aws.s3.a\nnonsense: 1\n")
        let failure = try #require(refusal(ControlSettings(packs: [scratch.path + "/packs"])))
        #expect(failure.exitCode == 2)
        #expect(failure.description.hasPrefix("\(path):"))
    }

    @Test(arguments: [
        ("a", 2), ("b", 3), ("b[0]", 3), ("b[1].c", 5), ("b[1].missing", 4), ("missing", 1), ("d.e", 7),
    ])
    func `is found on its line`(path: String, line: Int) {
        let text =
            "{\n\"a\": \"x,}\\\"\",\n\"b\": [ 1,\n{\n\"c\": {\"d\": [1, 2]}} ],\n\"d\": {\n\"e\": null}}"
        #expect(JSONPlace.line(of: path, in: Array(text.utf8)) == line)
    }
}
