import CloudModel
import JSONTokens

extension ControlFile {
    /// Reads one control file. Expressions are taken as text; `ControlCompiler` checks them.
    ///
    /// - Parameters:
    ///   - path: how errors call the file.
    ///   - bytes: the file.
    /// - Throws: the first fault of the file with its place.
    public init(path: String, bytes: [UInt8]) throws(ControlFileError) {
        let map = try YAMLDocument(path: path, bytes: bytes).root.map(ControlFile.fields)
        self.path = path
        subject = try ControlFile.kind(try map.required("subject"))
        id = try ControlFile.id(try map.required("id"), subject.schema.provider)
        title = try map.required("title").filledText()
        description = try map.optional("description")?.filledText() ?? ""
        severity = try map.required("severity").word(Severity.allCases.map { ($0.name, $0) })
        scope = try ControlFile.scope(map, subject)
        params = try ControlFile.params(map.optional("params"))
        olderParams = try ControlFile.olderParams(map.optional("params_until"), params)
        applies = try map.optional("applies")?.expression()
        pass = try map.required("pass").expression()
        evidence = try map.optional("evidence")?.expression()
        frameworks = try ControlFile.frameworks(map.optional("frameworks"))
        reread = try ControlFile.reread(map.optional("reread"), subject.schema.provider)
        remediation = try ControlFile.remediation(map.optional("remediation"), evidence != nil)
        notes = try map.optional("notes")?.filledText() ?? ""
        unmapped = try map.optional("unmapped")?.filledText() ?? ""
        version = TextDigest.hexadecimal(bytes)
        let reader = ControlTestReader(subject: subject, scope: scope, params: params)
        tests = try reader.tests(map.optional("tests"))
    }

    private static let fields = [
        "id", "title", "description", "severity", "subject", "scope", "params", "params_until", "applies",
        "pass",
        "evidence", "frameworks", "reread", "remediation", "tests", "notes", "unmapped",
    ]

    static func kind(_ field: YAMLField) throws(ControlFileError) -> ResourceKind {
        let name = try field.filledText()
        guard let kind = ResourceKind(named: name) else {
            throw field.error(
                "There is no schema for the kind \"\(name)\".",
                hint: Suggestion.hint(for: name, among: KindCatalog.schemas.map(\.name)))
        }
        return kind
    }

    private static func id(_ field: YAMLField, _ provider: Provider) throws(ControlFileError) -> String {
        let id = try field.filledText()
        let parts = id.split(separator: ".", omittingEmptySubsequences: false)
        let areWords = parts.allSatisfy { part in
            !part.isEmpty && part.utf8.allSatisfy { isIDByte($0) }
        }
        guard parts.count == 3, areWords else {
            throw field.error(
                "An id is provider.service.key in small letters, digits and hyphens.",
                hint: "as \(provider.rawValue).service.what-must-hold")
        }
        guard parts[0] == provider.rawValue else {
            throw field.error("The id does not begin with the subject's provider, \(provider.rawValue).")
        }
        return id
    }

    private static func isIDByte(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || byte == UInt8(ascii: "-")
    }

    private static func scope(
        _ map: YAMLMap, _ subject: ResourceKind
    ) throws(ControlFileError) -> SubjectScope {
        let isAccount = subject.schema.scope == .account
        guard let field = map.optional("scope") else {
            if isAccount {
                throw try map.required("subject").error(
                    "A control about an account must say its scope.", hint: "scope: account or account-region"
                )
            }
            return .resource
        }
        let scope = try field.word(SubjectScope.allCases.map { ($0.rawValue, $0) })
        if isAccount == (scope == .resource) {
            throw field.error(
                isAccount
                    ? "The subject is an account: the scope is account or account-region."
                    : "The subject is a resource: it has no other scope.")
        }
        return scope
    }

    private static func params(_ field: YAMLField?) throws(ControlFileError) -> [ControlParameter] {
        guard let field else { return [] }
        var params: [ControlParameter] = []
        for (name, value) in try field.members() {
            params.append(ControlParameter(name: name, value: try value.value(as: .any)))
        }
        return params.sorted { $0.name < $1.name }
    }

    /// Reads versions with the values that hold up to them: `"3.0": { protocols: [tcp] }`.
    private static func olderParams(
        _ field: YAMLField?, _ params: [ControlParameter]
    ) throws(ControlFileError) -> [OlderParameters] {
        guard let field else { return [] }
        var older: [OlderParameters] = []
        for (version, values) in try field.members() {
            guard version.split(separator: ".").allSatisfy({ Int($0) != nil }) else {
                throw values.error("A version is a number with points.", hint: #"as "3.0""#)
            }
            let map = try values.map(params.map(\.name))
            let changed = try ControlFile.params(values)
            for (name, value) in map.members {
                guard let now = params.first(where: { $0.name == name }),
                    let before = changed.first(where: { $0.name == name }),
                    KindTypes.type(of: now.value.view) == KindTypes.type(of: before.value.view)
                else { throw value.error("The value is of another type than that of params.") }
            }
            older.append(OlderParameters(until: version, params: changed))
        }
        return older.sorted { VersionOrder.parts($0.until) < VersionOrder.parts($1.until) }
    }

    private static func frameworks(_ field: YAMLField?) throws(ControlFileError) -> [String: [String]] {
        guard let field else { return [:] }
        var frameworks: [String: [String]] = [:]
        let map = try field.map(["nist_800_53_r5", "soc2", "iso27001_2022", "fedramp"])
        for (name, value) in map.members { frameworks[name] = try value.texts() }
        return frameworks
    }
}

extension ControlFile {
    private static func reread(
        _ field: YAMLField?, _ provider: Provider
    ) throws(ControlFileError) -> [String] {
        guard let field else { return [] }
        for call in try field.list() where provider == .aws {
            if SDKCall(try call.filledText()) == nil {
                throw call.error(
                    "A call is service:Operation in the SDK's spelling.", hint: "as s3:GetBucketPolicy")
            }
        }
        return try field.texts()
    }
}

/// A digest for telling texts apart; it protects against nobody.
enum TextDigest {
    /// 64 bits of FNV-1a as 16 hexadecimal digits.
    static func hexadecimal(_ bytes: [UInt8]) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        let digits = String(hash, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
