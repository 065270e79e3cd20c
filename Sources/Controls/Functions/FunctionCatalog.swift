internal import Expressions

/// Every function that controls have beside CEL's own. Each file beside this one documents one group.
enum FunctionCatalog {
    /// Functions of values alone.
    static let functions: [FunctionDeclaration] =
        NetworkFunctions.all + AWSRuleFunctions.all + AzureRuleFunctions.all + GCPRuleFunctions.all
        + PolicyFunctions.all + TrailFunctions.all + MapFunctions.all

    /// Object types that these functions make.
    static let objectTypes: [Environment.ObjectType] = [PolicyFunctions.statement]
}
