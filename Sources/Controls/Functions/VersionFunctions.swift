internal import Expressions
internal import JSONTokens

/// Versions of protocols and programs as clouds write them.
enum VersionFunctions {
    static let group = FunctionGroup("Versions", [tlsVersion, versionAtLeast])

    private static let tlsVersion = CloudFunction(
        "tlsVersion(text)",
        """
        The version of TLS as a number to compare, 12 for 1.2, whichever way it is written: `TLS1_2`, `TLSv1.2`, `TLS_1_2`, \
        `1.2`. Those of SSL are 2 and 3. Anything else is an error.
        """,
        examples: [
            ("tlsVersion('TLS1_2')", "12"), ("tlsVersion('TLSv1') < 12", "true"),
            ("tlsVersion('SSLv3')", "3"),
            ("'TLSv1.2,TLSv1.3'.split(',').all(v, tlsVersion(v) >= 12)", "true"),
            ("tlsVersion('none')", "error"),
        ],
        FunctionDeclaration(
            "tlsVersion", [.string], returns: .int,
            .unary { text in
                TLSVersion.number(text.readText).map { .int($0) }
                    ?? .error(EvaluationError(.conversion, "no version of TLS: \(text.readText)"))
            }))

    private static let versionAtLeast = CloudFunction(
        "versionAtLeast(version, minimum)",
        """
        True if the version is the minimum or newer; numbers are compared one by one, missing ones are 0, and what stands \
        before the first digit does not count. A text without digits is an error.
        """,
        examples: [
            ("versionAtLeast('python3.12', '3.9')", "true"), ("versionAtLeast('8.0.35', '8.1')", "false"),
            ("versionAtLeast('PHP|8', '8.0')", "true"), ("versionAtLeast('latest', '1')", "error"),
        ],
        FunctionDeclaration(
            "versionAtLeast", [.string, .string], returns: .bool,
            .binary { version, minimum in
                let own = numbers(version.readText)
                let wanted = numbers(minimum.readText)
                guard !own.isEmpty, !wanted.isEmpty else {
                    return .error(EvaluationError(.conversion, "no version: \(version.readText)"))
                }
                for place in 0..<max(own.count, wanted.count) {
                    let left = place < own.count ? own[place] : 0
                    let right = place < wanted.count ? wanted[place] : 0
                    if left != right { return .bool(left > right) }
                }
                return .bool(true)
            }))

    /// The numbers of the first run of digits and points.
    private static func numbers(_ text: String) -> [Int] {
        let run = text.drop { !isDigit($0) }.prefix { isDigit($0) || $0 == "." || $0 == "_" }
        return run.split { !isDigit($0) }.map { Int($0) ?? .max }
    }

    private static func isDigit(_ character: Character) -> Bool {
        character.isASCII && character.isNumber
    }
}

/// Versions of TLS.
enum TLSVersion {
    /// 10 to 13 for TLS, 2 and 3 for SSL; nil for anything else.
    static func number(_ text: String) -> Int64? {
        let folded = text.lowercased().filter { $0 != " " }
        let isSSL = folded.hasPrefix("ssl")
        var rest = folded[...]
        if isSSL || folded.hasPrefix("tls") { rest = rest.dropFirst(3) }
        rest = rest.drop { $0 == "_" || $0 == "v" || $0 == "-" }
        switch (isSSL, rest.filter { $0 != "." && $0 != "_" && $0 != "-" }) {
        case (true, "2"), (true, "20"): return 2
        case (true, "3"), (true, "30"): return 3
        case (false, "1"), (false, "10"): return 10
        case (false, "11"): return 11
        case (false, "12"): return 12
        case (false, "13"): return 13
        default: return nil
        }
    }
}
