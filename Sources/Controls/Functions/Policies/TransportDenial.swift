/// Denials of requests that are not encrypted on the way.
extension PolicyDocument {
    /// True if everyone is denied every action on the resource, and for a bucket on its objects, where the request comes without
    /// TLS or with an old one. Several statements may share that.
    func deniesInsecureTransport(to name: String) -> Bool {
        let parts = name.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6 else { return false }
        let service = parts[2].lowercased()
        let denials = statements.filter { $0.deniesInsecureTransport && $0.coversActions(of: service) }
        let wanted = service == "s3" && !parts[5].contains("/") ? [name, name + "/*"] : [name]
        return wanted.allSatisfy { name in denials.contains { $0.coversResource(name) } }
    }
}

extension PolicyStatement {
    /// True if it denies something to everyone on no other condition than the transport.
    var deniesInsecureTransport: Bool {
        !isAllow && !excludesPrincipals && (principals?.isEveryone ?? false) && conditions.count == 1
            && conditions[0].isAboutInsecureTransport
    }

    func coversActions(of service: String) -> Bool {
        !excludesActions && actions.contains { Wildcard.covers($0, service + ":*") }
    }

    fileprivate func coversResource(_ name: String) -> Bool {
        guard let resources else { return true }
        return !excludesResources && resources.contains { ResourceName.covers($0, name) }
    }
}

extension PolicyCondition {
    fileprivate var isAboutInsecureTransport: Bool {
        guard quantifier == .one else { return false }
        switch key {
        case "aws:securetransport": return operation == "bool" && values.contains("false")
        case "s3:tlsversion": return operation.hasPrefix("numericlessthan")
        default: return false
        }
    }
}
