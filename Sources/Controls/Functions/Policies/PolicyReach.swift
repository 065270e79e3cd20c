/// Whom a policy lets do what.
extension PolicyDocument {
    /// The statements that let everyone in, each with its place: they name everyone or everyone but some, no
    /// condition leaves a known few, and no denial closes them.
    var publicStatements: [(place: Int, statement: PolicyStatement)] {
        var budget = ComparisonBudget()
        var open: [(place: Int, statement: PolicyStatement)] = []
        for (place, statement) in statements.enumerated() where isPublic(statement, &budget) {
            open.append((place: place, statement: statement))
        }
        return open
    }

    /// True if the statement lets everyone in.
    func isPublic(_ statement: PolicyStatement, _ budget: inout ComparisonBudget) -> Bool {
        statement.isAllow && statement.namesEveryone && !statement.isNarrowed && !isClosed(statement, &budget)
    }

    /// True if a denial takes from everyone, or from all but a known few, all that the statement gives.
    private func isClosed(_ statement: PolicyStatement, _ budget: inout ComparisonBudget) -> Bool {
        for denial in statements where !denial.isAllow && denial.namesEveryone {
            if denial.reachesAll(of: statement, &budget), denial.conditions.allSatisfy(\.sparesFew) {
                return true
            }
        }
        return false
    }

    /// True if a statement allows every action on every resource, whatever its conditions.
    var grantsFullAdministration: Bool {
        statements.contains { $0.isAllow && $0.coversEveryAction && $0.coversEveryResource }
    }

    /// True if some statement allows somebody the action on the resource, and none denies it to everybody at all times.
    func allows(action: String, on resource: String) -> Bool {
        let action = action.lowercased()
        func isAbout(_ statement: PolicyStatement) -> Bool {
            statement.isAbout(action: action) && statement.isAbout(resource: resource)
        }
        let isDenied = statements.contains { statement in
            !statement.isAllow && statement.conditions.isEmpty && !statement.excludesPrincipals
                && (statement.principals?.isEveryone ?? true) && isAbout(statement)
        }
        return !isDenied && statements.contains { $0.isAllow && isAbout($0) }
    }

    /// Principals of other accounts that a statement allows something, `*` for everyone; each once, in the policy's order.
    func foreignPrincipals(account: String) -> [String] {
        var names: [String] = []
        var budget = ComparisonBudget()
        for statement in statements where statement.isAllow {
            if isPublic(statement, &budget) { names.append("*") }
            guard !statement.excludesPrincipals else { continue }
            for case .account(let id, let name) in statement.principals?.all ?? [] where id != account {
                names.append(name)
            }
        }
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    /// The named services that a statement lets in for whichever account they act; each once, in the policy's order.
    func unscopedServices(_ services: ServiceNames) -> [String] {
        var names: [String] = []
        for statement in statements where statement.isAllow && !statement.excludesPrincipals {
            guard !statement.isScopedToSource else { continue }
            for case .service(let name) in statement.principals?.all ?? [] where services.contains(name) {
                if !names.contains(name) { names.append(name) }
            }
        }
        return names
    }
}

extension PolicyStatement {
    /// Keys that a condition demands to be there.
    var demandedKeys: [String] { conditions.filter(\.demandsKey).map(\.key) }

    /// True if a condition leaves a known few.
    var isNarrowed: Bool {
        let demanded = demandedKeys
        return conditions.contains { NarrowingKeys.narrows($0, demanded: demanded) }
    }

    /// True if a condition binds a service to the accounts, organizations or resources that it acts for.
    var isScopedToSource: Bool {
        let demanded = demandedKeys
        return conditions.contains { condition in
            PolicyStatement.sourceKeys.contains(condition.key)
                && NarrowingKeys.narrows(condition, demanded: demanded)
        }
    }

    private static let sourceKeys = [
        "aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid", "aws:sourceorgpaths", "aws:sourceowner",
    ]
}

extension PolicyCondition {
    /// For a denial: true if it spares at most a known few, or the services of AWS alone.
    var sparesFew: Bool {
        switch key {
        case "aws:principalisawsservice", "aws:viaawsservice": operation == "bool" && values == ["false"]
        default: isNegated && quantifier != .forAnyValue && NarrowingKeys.areFew(self)
        }
    }
}

/// Names of services, whichever region or partition they are written for.
struct ServiceNames {
    private let names: [String]

    init(_ names: [String]) {
        self.names = names
    }

    /// True if the service principal is one of them.
    func contains(_ principal: String) -> Bool {
        if principal == "*" { return true }
        let wanted = ServiceNames.labels(principal)
        return names.contains { ServiceNames.mayEqual($0, wanted) && ServiceNames.labels($0) == wanted }
    }

    /// False if the name's first label is no region's, and begins otherwise than the labels.
    private static func mayEqual(_ name: String, _ labels: [UInt8]) -> Bool {
        let text = name.utf8.prefix(3)
        guard let first = text.first else { return true }
        return first | 0x20 == labels.first.map { $0 | 0x20 } || text.last == UInt8(ascii: "-")
    }

    /// `states.` for `states.eu-west-1.amazonaws.com` and `states.amazonaws.com.cn`.
    private static func labels(_ name: String) -> [UInt8] {
        var own: [UInt8] = []
        for label in Array(name.lowercased().utf8).split(separator: UInt8(ascii: ".")) {
            if label.elementsEqual("amazonaws".utf8) { break }
            if isRegion(label) { continue }
            own += label
            own.append(UInt8(ascii: "."))
        }
        return own
    }

    private static func isRegion(_ label: ArraySlice<UInt8>) -> Bool {
        let parts = label.split(separator: UInt8(ascii: "-"))
        return parts.count >= 3 && parts[0].count == 2
            && parts.last?.allSatisfy { (0x30...0x39).contains($0) } == true
    }
}
