internal import Expressions
internal import JSONTokens

/// Selectors of CloudTrail trails.
///
/// - `logsAllManagementEvents(selectors, advanced)`: true if a trail with these event selectors and advanced event
///   selectors records every reading and writing management event; a trail without any selector does. Example:
///   `logsAllManagementEvents(t.?EventSelectors.orValue([]), t.?AdvancedEventSelectors.orValue([]))`.
enum TrailFunctions {
    static let all = [
        FunctionDeclaration(
            "logsAllManagementEvents", [.list(.dyn), .list(.dyn)], returns: .bool,
            .binary { .bool(logsAll($0.view, $1.view)) })
    ]

    private static func logsAll(_ basic: FlatView?, _ advanced: FlatView?) -> Bool {
        let basic = basic?.listed ?? []
        let advanced = advanced?.listed ?? []
        if basic.isEmpty, advanced.isEmpty { return true }
        return basic.contains(where: isWhole) || advanced.contains(where: isWholeManagement)
    }

    private static func isWhole(_ selector: FlatView) -> Bool {
        // Both have these values where a request leaves them out.
        let readWrite = selector.memberFolded("ReadWriteType")?.string ?? "All"
        let includes = selector.memberFolded("IncludeManagementEvents")?.bool ?? true
        return readWrite.lowercased() == "all" && includes
    }

    private static func isWholeManagement(_ selector: FlatView) -> Bool {
        let fields = selector.memberFolded("FieldSelectors")?.listed ?? []
        let isManagement = fields.contains { field in
            name(field) == "eventcategory"
                && (field.memberFolded("Equals")?.texts ?? []).contains("Management")
        }
        // Leaving out the noisy sources of KMS and the RDS data API is allowed; every other narrowing is not.
        return isManagement && fields.allSatisfy { ["eventcategory", "eventsource"].contains(name($0)) }
    }

    private static func name(_ field: FlatView) -> String {
        field.memberFolded("Field")?.string?.lowercased() ?? ""
    }
}
