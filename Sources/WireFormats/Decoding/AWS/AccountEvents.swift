import CloudModel

/// The events of account management.
enum AccountEvents {
    static let service = AWSService(
        folds: AccountContactEvents.folds.merging(AccountRegionEvents.folds) { first, _ in first },
        withoutEffect: ["PutAccountName", "StartPrimaryEmailUpdate"],
        kindWords: ["Contact", "Region", "Email"], otherWords: [],
        touch: { [AWSAccountKind.change($0, lifecycle: .touch, [])] })
}
