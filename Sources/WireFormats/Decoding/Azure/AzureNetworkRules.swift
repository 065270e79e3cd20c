internal import JSONTokens

/// The `networkAcls` of storage accounts and vaults, which every write gives whole.
enum AzureNetworkRules {
    /// The rules in canonical form: empty lists are left out. Nil without a default action.
    static func value(_ view: FlatView) -> FlatValue? {
        guard let action = BodyReading.text(BodyReading.member(view, "defaultaction")) else { return nil }
        var members = [("defaultAction", WordSpelling.value(action, among: ["Allow", "Deny"]))]
        if let bypass = BodyReading.text(BodyReading.member(view, "bypass")) {
            members.append(("bypass", FlatValue(bypass)))
        }
        for (key, name) in [("iprules", "ipRules"), ("virtualnetworkrules", "virtualNetworkRules")] {
            guard let list = BodyReading.member(view, key), list.tag == .list, list.count > 0 else {
                continue
            }
            members.append((name, list.value))
        }
        return FlatValue(map: members)
    }

    /// What a new account has.
    static let open = FlatValue(map: [
        ("bypass", FlatValue("AzureServices")), ("defaultAction", FlatValue("Allow")),
    ])
}
