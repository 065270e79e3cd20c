import Foundation
import Testing

@testable import DriftRuntime

@Suite struct SettingsTableTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "plumbline-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func settings(_ text: String, _ environment: [String: String] = [:]) throws -> RunSettings {
        let file = folder.appendingPathComponent("plumbline.yaml")
        try Data(text.utf8).write(to: file)
        return try RunSettings(path: file.path, environment: environment, host: "host")
    }

    private let least = "kafka: { bootstrap.servers: \"b:9092\" }\n"

    /// A value that the key may hold and that is not its default.
    private static func other(_ key: SettingsKey) -> String {
        switch key.kind {
        case .text, .path, .paths, .texts, .secret: "other"
        case .word(let words): words.first { $0 != key.standard } ?? ""
        case .number(let bounds, _): String(bounds.lowerBound + 1)
        }
    }

    /// Keys that count only with others.
    private static func isDependent(_ path: String) -> Bool {
        path.hasPrefix("oauth.") || path.hasPrefix("http.oidc_")
    }

    @Test(arguments: SettingsTable.all.filter { !isDependent($0.path) }.map(\.path))
    func `a key that is listed changes what is read, from the file and from its variable`(_ path: String)
        throws
    {
        let key = try #require(SettingsTable.all.first { $0.path == path })
        let plain = "\(try settings(least))"
        let variable = "\(try settings(least, [key.variable: Self.other(key)]))"
        #expect(variable != plain, "the variable \(key.variable) changes nothing")
        var lines = path.split(separator: ".").enumerated().map { depth, name in
            String(repeating: "  ", count: depth) + name + ":"
        }
        let isList: Bool =
            if case .paths = key.kind { true } else if case .texts = key.kind { true } else { false }
        lines[lines.count - 1] += isList ? " [\(Self.other(key))]" : " \(Self.other(key))"
        #expect(
            "\(try settings(least + lines.joined(separator: "\n")))" != plain, "the field changes nothing")
    }

    @Test(arguments: SettingsTable.keys.compactMap { key in key.standard.map { (key.path, $0) } })
    func `a default that is listed is what counts where nothing is said`(_ path: String, _ standard: String)
        throws
    {
        guard !Self.isDependent(path) else { return }
        let key = try #require(SettingsTable.keys.first { $0.path == path })
        #expect("\(try settings(least, [key.variable: standard]))" == "\(try settings(least))")
    }

    @Test func `the page lists every key and is up to date`() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent().appending(
            path: "../../deploy/settings.md")
        if ProcessInfo.processInfo.environment["PLUMBLINE_REWRITE"] == "1" {
            try Data(SettingsListing.page.utf8).write(to: page)
        }
        let text = String(decoding: try Data(contentsOf: page), as: UTF8.self)
        #expect(text == SettingsListing.page, "PLUMBLINE_REWRITE=1 writes it anew")
        for key in SettingsTable.keys {
            #expect(SettingsListing.text.contains("  \(key.fileField) ("))
            #expect(text.contains("`\(key.variable)`"))
        }
    }

    @Test func `a section with nothing in it is no fault`() throws {
        #expect(try settings(least + "limits:\nlog: {}\n").stopSeconds == 30)
    }

    @Test(arguments: [
        ("limits:\n  stop_second: 1\n", "yaml:3:3: limits.stop_second", "did you mean \"stop_seconds\"?"),
        ("grup: x\n", "yaml:2:1: grup", "did you mean \"group\"?"),
        ("log: { format: jsn }\n", "log.format", "did you mean \"json\"?"),
        ("oauth:\n  client_secret: x\n", "yaml:3", "client_secret_file"),
    ])
    func `a key that nobody knows is refused at its place with the nearest name`(
        _ text: String, _ place: String, _ hint: String
    ) {
        let failure = #expect(throws: RuntimeFailure.self) { try settings(least + text) }
        let told = failure?.description ?? ""
        #expect(told.contains(place) && told.contains(hint), "\(told)")
        #expect(failure?.exitCode == 2)
    }
}
