internal import Expressions
internal import JSONTokens

/// Blocks of addresses.
enum NetworkFunctions {
    static let group = FunctionGroup("Addresses", [isInternetRange, areInternetRanges, isInternetSpan])

    private static let isInternetRange = CloudFunction(
        "text.isInternetRange()",
        """
        True for a block, of either family, that holds more public addresses than any single owner does: as many as \
        a prefix of 7 bits leaves of IPv4, or of 11 bits of IPv6.
        """,
        examples: [
            ("'0.0.0.0/0'.isInternetRange()", "true"), ("'128.0.0.0/1'.isInternetRange()", "true"),
            ("'10.0.0.0/8'.isInternetRange()", "false"), ("'2000::/3'.isInternetRange()", "true"),
        ],
        FunctionDeclaration(
            method: "isInternetRange", on: .string, returns: .bool,
            .unary { text in .bool(text.view.map(AddressBlock.isInternet) ?? false) }))

    private static let areInternetRanges = CloudFunction(
        "blocks.areInternetRanges()",
        "True if the blocks of one family together are the internet; texts that are no blocks count nothing.",
        examples: [
            ("['0.0.0.0/2', '64.0.0.0/2', '128.0.0.0/2'].areInternetRanges()", "true"),
            ("['11.0.0.0/8', '10.0.0.0/8', 'web'].areInternetRanges()", "false"),
            ("['11.0.0.0/8', '12.0.0.0/8'].areInternetRanges()", "true"),
        ],
        FunctionDeclaration(
            method: "areInternetRanges", on: .list(.string), returns: .bool,
            .unary { .bool(AddressBlock.areInternet($0.view?.texts ?? [])) }))

    private static let isInternetSpan = CloudFunction(
        "isInternetSpan(first, last)",
        """
        True if the IPv4 addresses from the first to the last are the internet, as rules with start and end write it. A \
        text that is no address is an error.
        """,
        examples: [
            ("isInternetSpan('0.0.0.0', '255.255.255.255')", "true"),
            ("isInternetSpan('0.0.0.0', '0.0.0.0')", "false"),
            ("isInternetSpan('203.0.113.0', '203.0.113.255')", "false"),
            ("isInternetSpan('all', '0.0.0.0')", "error"),
        ],
        FunctionDeclaration(
            "isInternetSpan", [.string, .string], returns: .bool,
            .binary { first, last in
                guard let first = AddressBlock(first.readText)?.range,
                    let last = AddressBlock(last.readText)?.range,
                    last.upperBound <= 0xFFFF_FFFF, first.lowerBound <= last.upperBound
                else { return .error(EvaluationError(.badArgument, "no span of IPv4 addresses")) }
                return .bool(AddressRanges.span(first.lowerBound...last.upperBound).isInternet)
            }))
}

extension AddressBlock {
    /// True if the texts that are blocks of one family together are the internet.
    static func areInternet(_ texts: [String]) -> Bool {
        var v4 = AddressRanges(.v4)
        var v6 = AddressRanges(.v6)
        for block in texts.compactMap({ AddressBlock($0) }) {
            v4.insert(block)
            v6.insert(block)
        }
        return v4.isInternet || v6.isInternet
    }

    /// True if the texts are blocks that together are not the internet.
    static func areFew(_ texts: [String]) -> Bool {
        !texts.isEmpty && texts.allSatisfy { AddressBlock($0) != nil } && !areInternet(texts)
    }
}
