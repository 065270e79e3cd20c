extension StandardLibrary {
    /// The encoders extension.
    static let encoders: [FunctionDeclaration] = [
        FunctionDeclaration(
            "base64.encode", [.bytes], returns: .string,
            .unary { value in
                guard case .bytes(let bytes) = value else { return .noOverload }
                return .string(Base64.encode(bytes))
            }),
        FunctionDeclaration(
            "base64.decode", [.string], returns: .bytes,
            .unary { value in
                guard let text = value.text else { return .noOverload }
                return Base64.decode(text).map { .bytes($0) } ?? .failure(.conversion, "text to base64")
            }),
    ]
}
