import CloudModel
import JSONTokens

extension Profile {
    /// Reads a profile document. Whether its version and controls exist is checked when a catalogue is made.
    ///
    /// - Parameter bytes: one JSON object.
    /// - Throws: the first refused field by its path.
    public init(json bytes: [UInt8]) throws(DocumentError) {
        let value = try JSONField.document(bytes)
        let root = JSONField(view: value.view, name: "")
        try root.check([
            "name", "provider", "region", "regions", "accounts", "version", "levels", "resources", "controls",
            "floor", "account_environments", "reread_hours", "auto_remediation_enabled",
        ])
        provider = try Profile.provider(try root.required("provider"))
        name = try root.optional("name")?.text() ?? ""
        version = try Profile.version(root.optional("version"))
        level = try Profile.level(root.optional("levels"))
        accounts = try root.optional("accounts")?.accountIDs(provider) ?? []
        regions = try Profile.regions(root, provider)
        types = try Profile.types(root.optional("resources"), provider)
        overrides = try Profile.overrides(root.optional("controls"))
        floor = try root.optional("floor")?.texts() ?? []
        environments = try Profile.environments(root.optional("account_environments"), provider)
        rereadHours = try Profile.rereadHours(root.optional("reread_hours"))
        isAutomated = try root.optional("auto_remediation_enabled")?.bool() ?? false
    }

    private static func provider(_ field: JSONField) throws(DocumentError) -> Provider {
        let text = try field.text()
        guard let provider = Provider(rawValue: text.lowercased()) else {
            throw field.error(
                "\"\(text)\" is no provider.", hint: "known: AWS, AZURE, GCP")
        }
        return provider
    }

    /// `1.5.0` and `1.5` are one version; `2.10` stays `2.10`.
    private static func version(_ field: JSONField?) throws(DocumentError) -> String? {
        guard let field else { return nil }
        let text = try field.filledText()
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isVersion =
            (2...3).contains(parts.count) && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(isDigit) }
        guard isVersion else { throw field.error("\"\(text)\" is no version.", hint: "as 1.5.0 or 1.5") }
        return parts.count == 3 && parts[2] == "0" ? parts.dropLast().joined(separator: ".") : text
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    private static func level(_ field: JSONField?) throws(DocumentError) -> Int {
        guard let field else { return 1 }
        var highest = 0
        for element in try field.list() {
            switch try element.text().uppercased() {
            case "L1": highest = max(highest, 1)
            case "L2": highest = max(highest, 2)
            default: throw element.error("\"\(try element.text())\" is no level.", hint: "known: L1, L2")
            }
        }
        if highest == 0 { throw field.error("The list is empty.", hint: "known: L1, L2") }
        return highest
    }

    private static func regions(_ root: JSONField, _ provider: Provider) throws(DocumentError) -> [String] {
        var regions: Set<String> = []
        if let single = root.optional("region") { regions.insert(try single.region(provider)) }
        for element in try root.optional("regions")?.list() ?? [] {
            regions.insert(try element.region(provider))
        }
        return regions.sorted()
    }

    private static func types(_ field: JSONField?, _ provider: Provider) throws(DocumentError) -> [TypeScope]
    {
        var types: [TypeScope] = []
        for element in try field?.list() ?? [] {
            try element.check(["type", "exclusions"])
            let type = try element.required("type")
            let alias = try type.filledText()
            guard let kindName = ResourceTypeAlias.kindName(alias, provider) else {
                throw type.error(
                    "\"\(alias)\" is no resource type of \(provider.displayName).",
                    hint: Suggestion.hint(for: alias, among: ResourceTypeAlias.known(provider)))
            }
            if types.contains(where: { $0.kindName == kindName }) {
                throw type.error("The type \"\(alias)\" stands twice in the list.")
            }
            let exclusions = try exclusions(element.optional("exclusions"))
            types.append(TypeScope(alias: alias, kindName: kindName, exclusions: exclusions))
        }
        return types
    }

    private static func exclusions(_ field: JSONField?) throws(DocumentError) -> [TagExclusion] {
        var exclusions: [TagExclusion] = []
        for element in try field?.list() ?? [] {
            try element.check(["tag_key", "values"])
            let values = try element.required("values")
            let texts = try values.texts()
            if texts.isEmpty { throw values.error("The list is empty, so the exclusion would never apply.") }
            exclusions.append(TagExclusion(key: try element.required("tag_key").filledText(), values: texts))
        }
        return exclusions
    }

    private static func rereadHours(_ field: JSONField?) throws(DocumentError) -> Int? {
        guard let field else { return nil }
        guard let hours = field.view.int, (1...8_760).contains(hours) else {
            throw field.error("It is no number of hours.", hint: "a whole number from 1 to 8760, a year")
        }
        return Int(hours)
    }

    private static func environments(
        _ field: JSONField?, _ provider: Provider
    ) throws(DocumentError) -> [AccountEnvironment] {
        var environments: [AccountEnvironment] = []
        for element in try field?.list() ?? [] {
            try element.check(["accounts", "tag_key", "value"])
            let accounts = try element.required("accounts")
            let key = try element.optional("tag_key")?.filledText() ?? "Environment"
            let ids = try accounts.accountIDs(provider)
            for account in ids
            where environments.contains(where: { $0.key == key && $0.accounts.contains(account) }) {
                throw accounts.error("The account \(account) has two environments.")
            }
            environments.append(
                AccountEnvironment(
                    accounts: ids, key: key,
                    value: try element.required("value").filledText()))
        }
        return environments
    }

    private static func overrides(_ field: JSONField?) throws(DocumentError) -> [ControlOverride] {
        var overrides: [ControlOverride] = []
        for element in try field?.list() ?? [] {
            try element.check(["id", "enabled", "severity", "params"])
            let id = try element.required("id")
            let text = try id.filledText()
            if overrides.contains(where: { $0.id == text }) {
                throw id.error("The control \"\(text)\" stands twice in the list.")
            }
            let params = try element.optional("params")?.members() ?? []
            overrides.append(
                ControlOverride(
                    id: text, isEnabled: try element.optional("enabled")?.bool() ?? true,
                    severity: try severity(element.optional("severity")),
                    params: params.map { (name: $0.key, value: $0.value.view.value) }))
        }
        return overrides
    }

    private static func severity(_ field: JSONField?) throws(DocumentError) -> Severity? {
        guard let field else { return nil }
        let text = try field.text()
        guard let severity = Severity(named: text.lowercased()) else {
            let known = Severity.allCases.map(\.name)
            throw field.error("\"\(text)\" is no severity.", hint: Suggestion.hint(for: text, among: known))
        }
        return severity
    }
}
