internal import CloudModel
internal import Expressions

/// The functions that read the graph.
///
/// - `resources('Kind')`: every resource of the kind in the subject's account; incomplete unless a complete inventory of
///   every enabled region is known. Example: `resources('AWS::CloudTrail::Trail').exists(t, t.IsLogging)`.
/// - `regional('Kind')`: the same for the subject's region alone.
/// - `ref('Kind', id)`: the resource of the kind that the id names, in the subject's account; unknown if it is not known
///   there. An ARN is taken at its word: of what is another account's it gives what that account shares, and unknown with
///   `other account` until it does. Another id is looked for in the subject's region.
///   Example: `ref('AWS::S3::Bucket', resource.S3BucketName).LoggingConfiguration`.
/// - `isGone('Kind', id)`: true if that resource was there and is known to exist no more. False if it exists, and if it was
///   never seen. Example: `!isGone('AWS::S3::Bucket', resource.S3BucketName)`.
/// - `referrers('Kind')`: the resources of the kind in the subject's account that name the subject, by the properties that
///   the kind's schema declares as references. Example:
///   `referrers('AWS::EC2::FlowLog').exists(f, f.FlowLogStatus == 'ACTIVE')`.
/// - `idOf(resource)`, `regionOf(resource)`, `accountOf(resource)`: a resource's native id, its region, and its account's own
///   id (`111122223333`). Example:
///   `resources('AWS::KMS::Key').filter(k, !k.EnableKeyRotation).map(k, idOf(k))`.
enum HostFunction: Int, CaseIterable {
    case resources
    case regional
    case ref
    case isGone
    case referrers
    case idOf
    case regionOf
    case accountOf

    /// True if it gives a list of resources of the kind that its first argument names.
    var isCollection: Bool {
        switch self {
        case .resources, .regional, .referrers: true
        case .ref, .isGone, .idOf, .regionOf, .accountOf: false
        }
    }

    /// What those that give lists are called in expressions.
    static let collectionNames = Set(allCases.filter(\.isCollection).map { "\($0)" })

    static let declarations: [FunctionDeclaration] =
        [HostFunction.resources, .regional, .ref, .isGone, .referrers].map(\.ofKind)
        + KindCatalog.schemas.flatMap { schema in
            [HostFunction.idOf, .regionOf, .accountOf].map { function in
                var declaration = FunctionDeclaration(
                    "\(function)", [.object(schema.name)], returns: .string, .host(function.rawValue))
                declaration.readFields = []
                declaration.isShared = { _ in true }
                return declaration
            }
        }

    /// Whether a call gives the same for all subjects of an account.
    private var isShared: @Sendable (String?) -> Bool {
        switch self {
        case .resources, .idOf, .regionOf, .accountOf: { _ in true }
        case .regional, .referrers: { _ in false }
        case .ref, .isGone:
            // An id of a regional kind is looked for in the subject's region.
            { name in
                guard let name, let kind = ResourceKind(named: name) else { return false }
                return kind.schema.scope != .regional
            }
        }
    }

    /// The declaration of a function whose first argument is the name of a kind.
    private var ofKind: FunctionDeclaration {
        let isNaming = self == .ref || self == .isGone
        let isList = isCollection
        var declaration = FunctionDeclaration(
            "\(self)", isNaming ? [.string, .string] : [.string],
            returns: isList ? .list(.dyn) : self == .isGone ? .bool : .dyn, .host(rawValue))
        declaration.isCollection = isList
        declaration.isKeyed = self == .referrers
        declaration.isShared = isShared
        declaration.keyFields = { name, field in
            guard let kind = ResourceKind(named: name), let property = kind.schema.property(named: field),
                case .string = kind.schema[property].type
            else { return false }
            return true
        }
        declaration.knownLiterals = { KindCatalog.schemas.map(\.name) }
        declaration.resultOfLiteral = { name in
            guard let kind = ResourceKind(named: name) else { return nil }
            if self == .isGone { return .bool }
            return isList ? .list(KindTypes.type(of: kind)) : KindTypes.type(of: kind)
        }
        return declaration
    }
}
