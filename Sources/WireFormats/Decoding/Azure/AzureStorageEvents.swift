internal import CloudModel

/// Storage accounts.
enum AzureStorageEvents {
    static let kind = KindCatalog.kind("Microsoft.Storage/storageAccounts")
    static let secureTransfer = kind.property("supportsHttpsTrafficOnly")
    static let networkRules = kind.property("networkAcls")
}
