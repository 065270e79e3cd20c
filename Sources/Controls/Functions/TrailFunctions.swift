internal import Expressions
internal import JSONTokens

/// Selectors of CloudTrail trails.
enum TrailFunctions {
    static let group = FunctionGroup("Trails", [logsAllManagementEvents, logsAllObjectEvents])

    private static let logsAllManagementEvents = CloudFunction(
        "logsAllManagementEvents(selectors, advanced)",
        """
        True if a trail with these event selectors and advanced event selectors records every reading and writing \
        management event; a trail without any selector does. Leaving out the noisy sources of KMS and of the RDS data \
        API is allowed.
        """,
        examples: [
            ("logsAllManagementEvents([], [])", "true"),
            ("logsAllManagementEvents([{'ReadWriteType': 'WriteOnly'}], [])", "false"),
            (
                "logsAllManagementEvents([], [{'FieldSelectors': [{'Field': 'eventCategory', 'Equals': ['Management']}]}])",
                "true"
            ),
        ],
        FunctionDeclaration(
            "logsAllManagementEvents", [.list(.dyn), .list(.dyn)], returns: .bool,
            .binary { .bool(logsAll($0.view, $1.view)) }))

    private static let logsAllObjectEvents = CloudFunction(
        "logsAllObjectEvents(selectors, advanced, mode)",
        "True if such a trail records every reading event (`'Read'`) or writing event (`'Write'`) of every S3 object.",
        examples: [
            ("logsAllObjectEvents([], [], 'Read')", "false"),
            (
                "logsAllObjectEvents([{'ReadWriteType': 'All', 'DataResources': [{'Type': 'AWS::S3::Object', "
                    + "'Values': ['arn:aws:s3']}]}], [], 'Write')", "true"
            ),
        ],
        FunctionDeclaration(
            "logsAllObjectEvents", [.list(.dyn), .list(.dyn), .string], returns: .bool,
            .general { .bool(logsObjects($0[0].view, $0[1].view, isReading: $0[2].readText == "Read")) }))

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

    private static func logsObjects(_ basic: FlatView?, _ advanced: FlatView?, isReading: Bool) -> Bool {
        (basic?.listed ?? []).contains { isWholeObjects($0, isReading) }
            || (advanced?.listed ?? []).contains { isWholeAdvancedObjects($0, isReading) }
    }

    private static func isWholeObjects(_ selector: FlatView, _ isReading: Bool) -> Bool {
        let mode = selector.memberFolded("ReadWriteType")?.string?.lowercased() ?? "all"
        guard mode == "all" || mode == (isReading ? "readonly" : "writeonly") else { return false }
        return (selector.memberFolded("DataResources")?.listed ?? []).contains { resource in
            let values = resource.memberFolded("Values")?.texts ?? []
            return resource.memberFolded("Type")?.string == objectType
                && values.contains {
                    ["arn:aws:s3", "arn:aws:s3:::", "arn:aws-cn:s3", "arn:aws-us-gov:s3"].contains($0)
                }
        }
    }

    private static func isWholeAdvancedObjects(_ selector: FlatView, _ isReading: Bool) -> Bool {
        let fields = selector.memberFolded("FieldSelectors")?.listed ?? []
        let isObjects = fields.contains { field in
            name(field) == "resources.type"
                && (field.memberFolded("Equals")?.texts ?? []).contains(objectType)
        }
        return isObjects
            && fields.allSatisfy { field in
                switch name(field) {
                case "eventcategory", "resources.type": true
                case "readonly": field.memberFolded("Equals")?.texts == ["\(isReading)"]
                // A bucket, a name or a source leaves some objects or events out.
                default: false
                }
            }
    }

    private static let objectType = "AWS::S3::Object"

    private static func name(_ field: FlatView) -> String {
        field.memberFolded("Field")?.string?.lowercased() ?? ""
    }
}
