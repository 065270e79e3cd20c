internal import CloudModel

/// The schemas of IAM's kinds, as the decoders write them.
enum IAMKind {
    static let accessKey = KindCatalog.kind("AWS::IAM::AccessKey")
    static let group = KindCatalog.kind("AWS::IAM::Group")
    static let instanceProfile = KindCatalog.kind("AWS::IAM::InstanceProfile")
    static let managedPolicy = KindCatalog.kind("AWS::IAM::ManagedPolicy")
    static let oidcProvider = KindCatalog.kind("AWS::IAM::OIDCProvider")
    static let role = KindCatalog.kind("AWS::IAM::Role")
    static let samlProvider = KindCatalog.kind("AWS::IAM::SAMLProvider")
    static let serverCertificate = KindCatalog.kind("AWS::IAM::ServerCertificate")
    static let user = KindCatalog.kind("AWS::IAM::User")
    static let virtualMFADevice = KindCatalog.kind("AWS::IAM::VirtualMFADevice")

    /// How root is called where a user's name stands.
    static let rootName = "<root_account>"
    /// Stands in a set of devices or keys for those of which only the fact is known.
    static let reported = "credential-report"

    /// Users.
    enum User {
        static let createDate = user.property("CreateDate")
        static let passwordEnabled = user.property("PasswordEnabled")
        static let passwordLastUsed = user.property("PasswordLastUsed")
        static let passwordLastChanged = user.property("PasswordLastChanged")
        static let mfaDevices = user.property("MFADevices")
        static let accessKeys = user.property("AccessKeys")
        static let keyLastUsed = user.property("AccessKeyLastUsedDate")
        static let reportedKeys = user.property("ReportedAccessKeys")
        static let groups = user.property("Groups")
    }

    /// Access keys.
    enum Key {
        static let userName = accessKey.property("UserName")
        static let status = accessKey.property("Status")
        static let createDate = accessKey.property("CreateDate")
        static let lastUsed = accessKey.property("LastUsedDate")
    }

    /// Roles.
    enum Role {
        static let path = role.property("Path")
        static let createDate = role.property("CreateDate")
        static let trust = role.property("AssumeRolePolicyDocument")
    }

    /// Managed policies.
    enum Policy {
        static let document = managedPolicy.property("PolicyDocument")
        static let defaultVersion = managedPolicy.property("DefaultVersionId")
        static let attached = managedPolicy.property("AttachedEntities")
    }

    /// The kind of a resource whose native id is its whole ARN; nil for all others.
    static func kind(ofARN arn: AWSARN) -> ResourceKind? {
        switch arn.resource.prefix(while: { $0 != "/" }) {
        case "policy": managedPolicy
        case "mfa": virtualMFADevice
        default: nil
        }
    }

    /// A resource of IAM, which has no region.
    static func id(_ kind: ResourceKind, _ account: AccountKey, _ name: String) -> ResourceID {
        ResourceID(kind: kind, account: account, region: "", nativeID: name)
    }
}
