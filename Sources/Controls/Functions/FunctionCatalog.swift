internal import Expressions

/// Every function of values alone that controls have beside CEL's own; those that read the graph are `HostFunction`.
public enum FunctionCatalog {
    /// The functions, by what they are about.
    public static let groups: [FunctionGroup] = [
        LogFilterFunctions.group, PolicyFunctions.group, TrustFunctions.group,
    ]

    /// Every declaration of every function.
    static let functions: [FunctionDeclaration] =
        NetworkFunctions.all + AWSRuleFunctions.all + AzureRuleFunctions.all + GCPRuleFunctions.all
        + TrailFunctions.all + MapFunctions.all
        + groups.flatMap { group in group.functions.flatMap(\.declarations) }

    /// Object types that these functions make.
    static let objectTypes: [Environment.ObjectType] = [StatementFunctions.statement]
}
