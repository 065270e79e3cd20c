internal import CloudModel
internal import Expressions

/// The functions that read the graph.
///
/// - `resources('Kind')`: every resource of the kind in the subject's account; incomplete unless a complete inventory of
///   every enabled region is known. Example: `resources('AWS::CloudTrail::Trail').exists(t, t.IsLogging)`.
/// - `regional('Kind')`: the same for the subject's region alone.
/// - `ref('Kind', id)`: the resource of the kind that the id names, in the subject's account; unknown if it is not known
///   there. Example: `ref('AWS::S3::Bucket', resource.S3BucketName).LoggingConfiguration`.
enum HostFunction: Int, CaseIterable {
    case resources
    case regional
    case ref

    static let declarations: [FunctionDeclaration] = allCases.map { function in
        var declaration =
            switch function {
            case .resources:
                FunctionDeclaration("resources", [.string], returns: .list(.dyn), .host(function.rawValue))
            case .regional:
                FunctionDeclaration("regional", [.string], returns: .list(.dyn), .host(function.rawValue))
            case .ref:
                FunctionDeclaration("ref", [.string, .string], returns: .dyn, .host(function.rawValue))
            }
        let isList = function != .ref
        declaration.resultOfLiteral = { name in
            guard let kind = ResourceKind(named: name) else { return nil }
            return isList ? .list(KindTypes.type(of: kind)) : KindTypes.type(of: kind)
        }
        return declaration
    }
}
