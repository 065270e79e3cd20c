extension StandardLibrary {
    /// The network extension: addresses and blocks of addresses.
    static let networks: [FunctionDeclaration] = makers + addressMethods + blockMethods

    private static let makers: [FunctionDeclaration] = [
        FunctionDeclaration("ip", [.string], returns: .address, .unary(address)),
        FunctionDeclaration("cidr", [.string], returns: .network, .unary(network)),
        FunctionDeclaration(
            "isIP", [.string], returns: .bool,
            .unary { .bool($0.text.flatMap { IPAddress(text: $0) } != nil) }),
        FunctionDeclaration(
            "isCIDR", [.string], returns: .bool,
            .unary { .bool($0.text.flatMap { IPNetwork(text: $0) } != nil) }),
        FunctionDeclaration(
            "ip.isCanonical", [.string], returns: .bool,
            .unary { value in
                guard case .address(let address) = address(value) else { return address(value) }
                return .bool(address.description == value.text)
            }),
        FunctionDeclaration("string", [.address], returns: .string, .unary(Conversions.string)),
        FunctionDeclaration("string", [.network], returns: .string, .unary(Conversions.string)),
    ]

    private static let addressMethods: [FunctionDeclaration] = [
        addressMethod("family", .int) { .int($0.isVersion6 ? 6 : 4) },
        addressMethod("isUnspecified", .bool) { .bool($0.isUnspecified) },
        addressMethod("isLoopback", .bool) { .bool($0.isLoopback) },
        addressMethod("isGlobalUnicast", .bool) { .bool($0.isGlobalUnicast) },
        addressMethod("isLinkLocalMulticast", .bool) { .bool($0.isLinkLocalMulticast) },
        addressMethod("isLinkLocalUnicast", .bool) { .bool($0.isLinkLocalUnicast) },
    ]

    private static let blockMethods: [FunctionDeclaration] = [
        blockMethod("ip", .address) { .address($0.address) },
        blockMethod("masked", .network) { .network($0.masked) },
        blockMethod("prefixLength", .int) { .int(Int64($0.prefixLength)) },
        contains("containsIP", .address, containsAddress), contains("containsIP", .string, containsAddress),
        contains("containsCIDR", .network, containsBlock), contains("containsCIDR", .string, containsBlock),
    ]

    private static func address(_ value: Value) -> Value {
        if case .address = value { return value }
        return value.text.flatMap { IPAddress(text: $0) }.map { .address($0) }
            ?? .failure(.conversion, "\(value.text ?? "") to net.IP")
    }

    private static func network(_ value: Value) -> Value {
        if case .network = value { return value }
        return value.text.flatMap { IPNetwork(text: $0) }.map { .network($0) }
            ?? .failure(.conversion, "\(value.text ?? "") to net.CIDR")
    }

    private static func containsAddress(_ block: IPNetwork, _ other: Value) -> Value {
        guard case .address(let other) = address(other) else { return address(other) }
        return .bool(block.contains(other))
    }

    private static func containsBlock(_ block: IPNetwork, _ other: Value) -> Value {
        guard case .network(let other) = network(other) else { return network(other) }
        return .bool(block.contains(other))
    }

    private static func contains(
        _ name: String, _ other: ExpressionType, _ body: @escaping @Sendable (IPNetwork, Value) -> Value
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            method: name, on: .network, [other], returns: .bool,
            .binary { block, other in
                guard case .network(let block) = block else { return .noOverload }
                return body(block, other)
            })
    }

    private static func addressMethod(
        _ name: String, _ result: ExpressionType, _ body: @escaping @Sendable (IPAddress) -> Value
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            method: name, on: .address, returns: result,
            .unary { value in
                guard case .address(let address) = value else { return .noOverload }
                return body(address)
            })
    }

    private static func blockMethod(
        _ name: String, _ result: ExpressionType, _ body: @escaping @Sendable (IPNetwork) -> Value
    ) -> FunctionDeclaration {
        FunctionDeclaration(
            method: name, on: .network, returns: result,
            .unary { value in
                guard case .network(let block) = value else { return .noOverload }
                return body(block)
            })
    }
}
