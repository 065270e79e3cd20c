import CloudModel
import Foundation
import JSONTokens
import Testing

@testable import WireFormats

/// Published records, kept beside the package.
private enum PublishedOtherClouds {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "shared/data")

    static func has(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: folder).path)
    }

    /// The JSON documents of a folder: whole files, or their lines. Comments and notes are left out; what is no JSON is
    /// given back by name.
    static func documents(_ folder: String) throws -> (
        documents: [(file: String, bytes: [UInt8])], broken: [String]
    ) {
        var documents: [(file: String, bytes: [UInt8])] = []
        var broken: [String] = []
        let names = try FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)
            .sorted()
        for name in names where !name.hasSuffix(".md") && !name.hasSuffix(".tsv") {
            let url = root.appending(path: folder).appending(path: name)
            guard !url.hasDirectoryPath, let bytes = try contents(url) else { continue }
            if isJSON(bytes) {
                documents.append((name, bytes))
                continue
            }
            for line in bytes.split(separator: 10) where line.first != UInt8(ascii: "#") {
                if isJSON(Array(line)) { documents.append((name, Array(line))) } else { broken.append(name) }
            }
        }
        return (documents, Array(Set(broken)).sorted())
    }

    private static func isJSON(_ bytes: [UInt8]) -> Bool { TokenTape().parse(bytes.span) == nil }

    private static func contents(_ url: URL) throws -> [UInt8]? {
        if url.pathExtension != "gz" {
            let isFile = try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile ?? false
            return isFile ? Array(try Data(contentsOf: url)) : nil
        }
        let process = Process()
        let pipe = Pipe()
        process.executableURL = URL(filePath: "/bin/gzip")
        process.arguments = ["-dc", url.path]
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Array(data)
    }
}

/// Calls the body with every object that is recognised, outermost first.
private func visit(
    _ tape: TokenTape, _ token: Token, _ recognises: (TokenTape, Token) -> Bool, _ body: (Token) -> Void
) {
    switch token.kind {
    case .object:
        if recognises(tape, token) { return body(token) }
        for (_, value) in tape.members(token) { visit(tape, value, recognises, body) }
    case .array: for element in tape.elements(token) { visit(tape, element, recognises, body) }
    default: return
    }
}

/// How often each meaning came out, and the malformed ones with their files.
private struct Tally {
    var counts: [String: Int] = [:]
    var malformed: [String] = []

    init(
        _ documents: [(file: String, bytes: [UInt8])], _ recognises: (TokenTape, Token) -> Bool,
        _ decode: (TokenTape, Token, EventNameTable) -> Decoded
    ) {
        let names = EventNameTable()
        for document in documents {
            let tape = TokenTape()
            guard tape.parse(document.bytes.span) == nil else { continue }
            visit(tape, tape.root, recognises) { token in
                let decoded = decode(tape, token, names)
                if case .malformed(let failure) = decoded {
                    malformed.append("\(document.file): \(failure.detail)")
                }
                counts[Tally.word(decoded), default: 0] += 1
            }
        }
    }

    private static func word(_ decoded: Decoded) -> String {
        guard case .event(let event) = decoded else { return words(decoded) }
        return switch event.meaning {
        case .changes: "changes"
        case .blind: "blind"
        default: words(decoded)
        }
    }
}

@Suite struct AzureGCPPublishedDataTests {
    @Test(.enabled(if: PublishedOtherClouds.has("azure-activity")))
    func `published activity records are all understood`() throws {
        let (documents, broken) = try PublishedOtherClouds.documents("azure-activity")
        #expect(broken == ["cloudgrappler/bad_azure.json"])
        let tally = Tally(documents, AzureActivity.recognises, AzureActivity.decode)
        #expect(tally.malformed.isEmpty)
        #expect(
            tally.counts
                == [
                    "changes": 46, "read-only": 8, "not-governed": 37, "no-governed-property": 3,
                    "blind": 7, "ignored": 1,
                ])
    }

    @Test(.enabled(if: PublishedOtherClouds.has("gcp-audit")))
    func `published audit entries are all understood`() throws {
        let (documents, broken) = try PublishedOtherClouds.documents("gcp-audit")
        #expect(broken.isEmpty)
        let tally = Tally(documents, GCPAudit.recognises, GCPAudit.decode)
        #expect(tally.malformed.isEmpty)
        #expect(
            tally.counts == ["changes": 18, "read-only": 39, "not-governed": 41, "blind": 1, "ignored": 2])
    }

    @Test(.enabled(if: PublishedOtherClouds.has("baseline/azure-arm-responses-c7n-a")))
    func `published resources of every kind become observations`() throws {
        let (documents, broken) = try PublishedOtherClouds.documents("baseline/azure-arm-responses-c7n-a")
        #expect(broken.isEmpty)
        var kinds: [String: Int] = [:]
        for document in documents {
            let tape = TokenTape()
            guard tape.parse(document.bytes.span) == nil, let body = tape.member(tape.root, "body") else {
                continue
            }
            let time = Timestamp(seconds: 1_700_000_000)
            for case .resource(let change) in AzureInventory.decode(tape, body, observedAt: time) ?? [] {
                kinds[change.resource.kind.name, default: 0] += 1
                #expect(!change.writes.isEmpty)
            }
        }
        #expect(
            kinds == [
                "Microsoft.Authorization/locks": 5,
                "Microsoft.Authorization/roleAssignments": 138,
                "Microsoft.Authorization/roleDefinitions": 135,
                "Microsoft.Compute/disks": 15,
                "Microsoft.Compute/virtualMachines": 18,
                "Microsoft.DBforMySQL/flexibleServers": 3,
                "Microsoft.DBforMySQL/servers": 5,
                "Microsoft.DBforMySQL/servers/configurations": 1,
                "Microsoft.DBforPostgreSQL/flexibleServers": 2,
                "Microsoft.DBforPostgreSQL/servers": 2,
                "Microsoft.DBforPostgreSQL/servers/configurations": 332,
                "Microsoft.DocumentDB/databaseAccounts": 7,
                "Microsoft.Insights/activityLogAlerts": 13,
                "Microsoft.Insights/components": 2,
                "Microsoft.Insights/diagnosticSettings": 1,
                "Microsoft.KeyVault/vaults": 14,
                "Microsoft.Network/applicationGateways": 1,
                "Microsoft.Network/bastionHosts": 1,
                "Microsoft.Network/networkSecurityGroups": 10,
                "Microsoft.Network/networkWatchers/flowLogs": 1,
                "Microsoft.Network/publicIPAddresses": 5,
                "Microsoft.Security/assessments": 1,
                "Microsoft.Security/autoProvisioningSettings": 1,
                "Microsoft.Security/securityContacts": 1,
                "Microsoft.Sql/servers": 17,
                "Microsoft.Sql/servers/auditingSettings": 2,
                "Microsoft.Sql/servers/databases": 27,
                "Microsoft.Sql/servers/databases/transparentDataEncryption": 3,
                "Microsoft.Sql/servers/vulnerabilityAssessments": 1,
                "Microsoft.Storage/storageAccounts": 113,
                "Microsoft.Storage/storageAccounts/blobServices": 1,
                "Microsoft.Storage/storageAccounts/blobServices/containers": 1,
                "Microsoft.Storage/storageAccounts/fileServices": 1,
                "Microsoft.Web/sites": 3,
            ])
    }

    @Test(.enabled(if: PublishedOtherClouds.has("baseline/gcp-cai-forseti")))
    func `published assets are all recognised and become observations`() throws {
        let (documents, broken) = try PublishedOtherClouds.documents("baseline/gcp-cai-forseti")
        #expect(broken.isEmpty)
        let projects = GCPProjectNames()
        func accounts() -> Set<String> {
            var accounts: Set<String> = []
            for document in documents {
                let tape = TokenTape()
                guard tape.parse(document.bytes.span) == nil else { continue }
                let time = Timestamp(seconds: 1_700_000_000)
                let changes = GCPInventory.decode(tape, tape.root, observedAt: time, projects: projects)
                #expect(changes != nil)
                for case .resource(let change) in changes ?? [] {
                    accounts.insert(change.resource.account.text)
                }
            }
            return accounts
        }
        _ = accounts()
        #expect(
            accounts() == [
                "gcp-org:111222333", "gcp:project1", "gcp:project2", "gcp:project3", "gcp:project4",
            ])
    }
}
