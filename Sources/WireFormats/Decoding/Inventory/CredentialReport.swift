import CloudModel
internal import JSONTokens

/// IAM's credential report: every user of an account, and root, with the state of their credentials.
///
/// It says of keys and devices that they are there and when they were used, but names none of them. It lists all users, so
/// that who is not in it is gone.
struct CredentialReport {
    /// How every report begins.
    static let head = Array("user,arn,user_creation_time,".utf8)

    private let table: CommaTable
    private let account: String
    private let time: Timestamp

    /// The report in a text; nil if it is none or tells no account. A report that does not say when it was made was made at
    /// the newest instant that it tells of, or at `observedAt` if that is later.
    init?(_ text: [UInt8], generatedAt: Timestamp?, observedAt: Timestamp) {
        guard text.starts(with: CredentialReport.head), let table = CommaTable(text),
            let arn = table.rows.lazy.compactMap({ table.field("arn", of: $0).flatMap { AWSARN($0) } }).first
        else { return nil }
        self.table = table
        account = arn.account
        let told = table.rows.joined().compactMap { Timestamp(rfc3339: $0) }.max()
        time = generatedAt ?? max(observedAt, told ?? observedAt)
    }

    /// The observations, and that they are all.
    var changes: [GraphChange] {
        let owner = AccountKey(.aws, account)
        let inventoryID = "credential-report-\(account)-\(time.rfc3339)"
        let cause = CauseRecord(
            eventID: inventoryID, time: time, action: "credential report", actor: nil, isObservation: true)
        var changes: [GraphChange] = []
        var users: Set<String> = []
        for row in table.rows {
            guard let name = table.field("user", of: row), !name.isEmpty else { continue }
            let user = CredentialRow(table: table, row: row)
            guard name != IAMKind.rootName else {
                changes.append(
                    .resource(
                        ResourceChange(
                            resource: .account(owner, .aws), cause: cause, writes: user.rootWrites)))
                continue
            }
            users.insert(name)
            changes.append(
                .resource(
                    ResourceChange(
                        resource: IAMKind.id(IAMKind.user, owner, name), cause: cause,
                        writes: user.userWrites, inventoryID: inventoryID)))
        }
        changes.append(
            .scope(
                ScopeClosing(
                    inventoryID: inventoryID, account: owner, region: "", kind: IAMKind.user, startedAt: time,
                    itemCount: users.count)))
        return changes
    }
}

/// One row of the report.
private struct CredentialRow {
    let table: CommaTable
    let row: [String]

    /// What the row says of a user.
    var userWrites: [PropertyWrite] {
        let keys = self.keys
        var writes: [PropertyWrite] = [
            .set(IAMKind.User.passwordLastUsed, instant("password_last_used")),
            .set(IAMKind.User.passwordLastChanged, instant("password_last_changed")),
            .set(IAMKind.User.keyLastUsed, latest(keys.map(\.lastUsed))),
            .set(IAMKind.User.reportedKeys, FlatValue(list: keys.map(\.value))),
        ]
        let created = instant("user_creation_time")
        if !created.view.isNull { writes.append(.set(IAMKind.User.createDate, created)) }
        if let isEnabled = flag("password_enabled") {
            writes.append(.set(IAMKind.User.passwordEnabled, FlatValue(isEnabled)))
        }
        if keys.isEmpty { writes.append(.replace(IAMKind.User.accessKeys, [])) }
        return writes + set(IAMKind.User.mfaDevices, isFilled: flag("mfa_active"))
    }

    /// What the row says of root.
    var rootWrites: [PropertyWrite] {
        let keys = self.keys
        let uses = [instant("password_last_used")] + keys.map(\.lastUsed)
        var writes: [PropertyWrite] = [.set(AWSAccountKind.rootLastUsed, latest(uses))]
        if let isEnabled = flag("password_enabled") {
            writes.append(.set(AWSAccountKind.rootPassword, FlatValue(isEnabled)))
        }
        return writes + set(AWSAccountKind.rootMFA, isFilled: flag("mfa_active"))
            + set(AWSAccountKind.rootKeys, isFilled: !keys.isEmpty)
    }

    private struct Key {
        let value: FlatValue
        let lastUsed: FlatValue
    }

    /// The keys that are there: a key that is off still has the instant of its last change.
    private var keys: [Key] {
        ["access_key_1_", "access_key_2_"].compactMap { prefix in
            let isActive = flag(prefix + "active") ?? false
            let rotated = instant(prefix + "last_rotated")
            guard isActive || !rotated.view.isNull else { return nil }
            let used = instant(prefix + "last_used_date")
            let members = [("Active", FlatValue(isActive)), ("LastRotated", rotated), ("LastUsedDate", used)]
            return Key(value: FlatValue(map: members.filter { !$0.1.view.isNull }), lastUsed: used)
        }
    }

    /// A set of which the report only says whether there is anything in it.
    private func set(_ property: PropertyID, isFilled: Bool?) -> [PropertyWrite] {
        switch isFilled {
        case true: [.insert(property, SetElement(FlatValue(IAMKind.reported)))]
        case false: [.replace(property, [])]
        case nil: []
        }
    }

    private func flag(_ column: String) -> Bool? {
        switch table.field(column, of: row)?.lowercased() {
        case "true": true
        case "false": false
        default: nil
        }
    }

    /// The instant in one spelling; null for `N/A`, `no_information` and `not_supported`.
    private func instant(_ column: String) -> FlatValue {
        table.field(column, of: row).flatMap { AWSDate.value($0) } ?? .null
    }

    private func latest(_ instants: [FlatValue]) -> FlatValue {
        let times = instants.compactMap { $0.view.string.flatMap { Timestamp(rfc3339: $0) } }
        return times.max().map { FlatValue($0.rfc3339) } ?? .null
    }
}
