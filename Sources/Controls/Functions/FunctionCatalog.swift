internal import Expressions

/// Every function that controls have beside CEL's own. Those of values alone are declared here; those that read the graph
/// are `HostFunction`.
public enum FunctionCatalog {
    /// The functions, by what they are about.
    public static let groups: [FunctionGroup] = [
        GraphFunctions.group, NetworkFunctions.group, AWSRuleFunctions.group, NetworkACLFunctions.group,
        AzureRuleFunctions.group,
        GCPRuleFunctions.group, PolicyFunctions.group, TrustFunctions.group, TrailFunctions.group,
        LogFilterFunctions.group, TimeFunctions.group, VersionFunctions.group, MapFunctions.group,
    ]

    /// Every declaration of every function.
    static let functions: [FunctionDeclaration] = groups.flatMap { group in
        group.functions.flatMap(\.declarations)
    }

    /// Object types that these functions make.
    static let objectTypes: [Environment.ObjectType] = [StatementFunctions.statement]
}
