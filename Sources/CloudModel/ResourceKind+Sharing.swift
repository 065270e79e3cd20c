extension ResourceKind {
    /// True if other accounts may know of the kind's resources. A look-up in a table.
    public var isShared: Bool { KindCatalog.sharedKinds[Int(index)] }

    /// True if ARNs of the kind, which is shared, say neither whose a resource is nor where: buckets, whose names are
    /// unique. A look-up in a table.
    public var namesNoOwner: Bool { KindCatalog.ownerlessKinds[Int(index)] }
}

extension KindCatalog {
    fileprivate static let sharedKinds = schemas.map { $0.sharing != nil }

    fileprivate static let ownerlessKinds = schemas.indices.map { position in
        guard sharedKinds[position] else { return false }
        if case .nowhere? = ARNForm.form(of: ResourceKind(index: position))?.place { return true }
        return false
    }
}
