import CloudModel
import Foundation
import Testing

@testable import Controls

@Suite struct PackFilesTests {
    static let controls = BuiltInPacks.controls.compactMap {
        try? ControlFile(path: $0.path, bytes: $0.bytes)
    }

    static let packs = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources/Controls/Packs")

    @Test func `the generated literals are the files`() throws {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: Self.packs.path)
            .filter { $0.hasSuffix(".yaml") }.sorted()
        #expect(PackTexts.files.map(\.path) == paths, "run scripts/embed-packs.py")
        for file in PackTexts.files {
            let data = try Data(contentsOf: Self.packs.appendingPathComponent(file.path))
            #expect(Array(file.text.utf8) == Array(data), "run scripts/embed-packs.py: \(file.path)")
        }
    }

    @Test func `every control file can be read and stands under its service and key`() {
        for (path, bytes) in BuiltInPacks.controls {
            do {
                let file = try ControlFile(path: path, bytes: bytes)
                let parts = file.id.split(separator: ".")
                #expect(path == "\(parts[0])/\(parts[1])/\(parts[2]).yaml")
            } catch {
                Issue.record("\(error)")
            }
        }
    }

    @Test func `every benchmark map can be read and stands under its version`() {
        for (path, bytes) in BuiltInPacks.benchmarks {
            do {
                let map = try BenchmarkMap(path: path, bytes: bytes)
                #expect(path == "\(map.provider?.rawValue ?? "")/cis-\(map.version).yaml")
            } catch {
                Issue.record("\(error)")
            }
        }
    }

    /// A control without a condition for applying is only not applicable to what is gone, which no file can show:
    /// `BuiltInControlTests` does.
    @Test
    func `every control has tests for pass, fail and unknown, and for not applicable if it need not apply`() {
        for control in Self.controls {
            let expectations = Set(control.tests.map(\.expected))
            #expect(expectations.isSuperset(of: [.pass, .fail, .unknown]), "\(control.id)")
            #expect(control.applies == nil || expectations.contains(.notApplicable), "\(control.id)")
        }
    }

    @Test func `every control has a description, an evidence and a remediation`() {
        for control in Self.controls {
            #expect(!control.description.isEmpty, "\(control.id)")
            #expect(control.evidence != nil, "\(control.id)")
            #expect(control.remediation != nil, "\(control.id)")
        }
    }

    @Test func `every control is in a benchmark or says why not and every mapped control exists`() throws {
        var mapped: Set<String> = []
        for (path, bytes) in BuiltInPacks.benchmarks {
            mapped.formUnion(try BenchmarkMap(path: path, bytes: bytes).entries.map(\.control))
        }
        for control in Self.controls {
            #expect(mapped.contains(control.id) == control.unmapped.isEmpty, "\(control.id)")
        }
        #expect(mapped.subtracting(Self.controls.map(\.id)).isEmpty)
    }

    @Test(arguments: [
        ("aws", "1.5", "5.2", "aws.ec2.sg-no-ipv4-public-admin-ports", 1, "automated"),
        ("aws", "3.0", "5.2", "aws.ec2.sg-no-ipv4-public-admin-ports", 1, "automated"),
        ("aws", "5.0", "5.3", "aws.ec2.sg-no-ipv4-public-admin-ports", 1, "automated"),
        ("aws", "3.0", "2.1.2", "aws.s3.s3-bucket-mfa-delete", 1, "automated"),
        ("aws", "4.0", "5.3", "aws.ec2.sg-no-ipv4-public-admin-ports", 1, "automated"),
        ("aws", "6.0", "4.1", "aws.cloudtrail.cloudtrail-multi-region-enabled", 1, "manual"),
        ("aws", "7.0", "6.3", "aws.ec2.sg-no-ipv4-public-admin-ports", 1, "automated"),
        ("aws", "5.0", "2.1.2", "aws.s3.s3-bucket-mfa-delete", 2, "manual"),
        ("azure", "3.0", "7.2", "azure.network.nsg-ssh", 1, "automated"),
        ("gcp", "3.0", "3.6", "gcp.compute.firewall-ssh", 2, "automated"),
    ])
    func `a number of a version is the control that the catalogue says`(
        provider: String, version: String, number: String, control: String, level: Int, assessment: String
    ) throws {
        let file = try #require(
            BuiltInPacks.benchmarks.first { $0.path == "\(provider)/cis-\(version).yaml" })
        let map = try BenchmarkMap(path: file.path, bytes: file.bytes)
        let entry = try #require(map.entries.first { $0.number.number == number })
        #expect(entry.control == control)
        #expect(entry.number.level == level)
        #expect(entry.number.assessment == assessment)
    }

    @Test(arguments: [
        ("aws", "1.4", 58), ("aws", "1.5", 63), ("aws", "2.0", 64), ("aws", "3.0", 62), ("aws", "4.0", 64),
        ("aws", "5.0", 63), ("aws", "6.0", 63), ("aws", "7.0", 70),
    ])
    func `a map lists every number of its version`(provider: String, version: String, count: Int) throws {
        let file = try #require(
            BuiltInPacks.benchmarks.first { $0.path == "\(provider)/cis-\(version).yaml" })
        let map = try BenchmarkMap(path: file.path, bytes: file.bytes)
        // A recommendation about several services is a control for each.
        #expect(Set(map.entries.map(\.number.number)).count + map.planned.count == count)
    }
}
