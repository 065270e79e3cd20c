internal import CloudModel

/// A number of OCSF and the caption that stands beside it.
typealias OCSFCode = (id: Int, caption: String)

extension FindingRecord.Activity {
    /// `activity_id` of the class.
    var code: OCSFCode {
        switch self {
        case .create: (1, "Create")
        case .update: (2, "Update")
        case .close: (3, "Close")
        }
    }
}

extension FindingRecord {
    /// `status_id`: the life of the finding. OCSF has no word for an exclusion; `unmapped.status` has.
    var statusCode: OCSFCode {
        switch status {
        case .open, .stale: activity == .create ? (1, "New") : (2, "In Progress")
        case .suppressed, .excluded: (3, "Suppressed")
        case .resolved, .deleted: (4, "Resolved")
        }
    }

    /// `compliance.status_id`: the state of the resource. Warning means "no result for want of information".
    var complianceCode: OCSFCode {
        switch status {
        case .suppressed where isDoubtful: (2, "Warning")
        case .open, .suppressed: (3, "Fail")
        case .stale: (2, "Warning")
        case .resolved: (1, "Pass")
        case .excluded: (99, "Excluded")
        case .deleted: (99, "Not Applicable")
        }
    }
}

extension Severity {
    /// The caption of `severity_id`, whose numbers are our own raw values.
    var caption: String {
        switch self {
        case .informational: "Informational"
        case .low: "Low"
        case .medium: "Medium"
        case .high: "High"
        case .critical: "Critical"
        }
    }
}

extension Actor {
    /// `user.type_id`. A role session or federated principal is none of OCSF's kinds: it keeps its own word.
    var typeCode: OCSFCode {
        switch type {
        case "": (0, "Unknown")
        case "IAMUser", "User", "user": (1, "User")
        case "Root": (2, "Admin")
        case "AWSService", "ServicePrincipal", "ServiceAccount", "serviceAccount": (4, "Service")
        default: (99, type)
        }
    }
}

extension AccountKey {
    /// `account.type_id`.
    var typeCode: OCSFCode {
        switch provider {
        case .aws: (10, "AWS Account")
        case .azure: (13, "Azure Subscription")
        case .gcp: (11, "GCP Project")
        case nil: (0, "Unknown")
        }
    }

    /// True for the key of an organisation or tenant.
    var isOrganisation: Bool {
        text.hasPrefix("aws-org:") || text.hasPrefix("azure-tenant:") || text.hasPrefix("gcp-org:")
    }
}

extension ControlFacts {
    /// `cis-aws 3.0` and the names of frameworks, each once, in order.
    var standards: [String] {
        var names: [String] = []
        for number in JSONBuilder.bounded(benchmarks) {
            let name = JSONBuilder.cut(number.name + " " + number.version, toEscapedBytes: 96)
            if names.last != name { names.append(name) }
        }
        return names + frameworks.keys.sorted().map { JSONBuilder.cut($0, toEscapedBytes: 96) }
    }
}
