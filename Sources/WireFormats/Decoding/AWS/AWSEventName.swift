/// Names of events as folds are keyed by them.
enum AWSEventName {
    /// The name without the API date, and its version, that some services put behind it: `CreateFunction20150331`,
    /// `AddPermission20150331v2`, `UpdateDistribution2014_01_31`.
    static func withoutDate(_ name: String) -> String {
        var rest = name[...]
        let digits = rest.reversed().prefix { $0.isASCII && $0.isNumber }.count
        if digits > 0, digits < 3, rest.dropLast(digits).last == "v" { rest = rest.dropLast(digits + 1) }
        for length in [8, 10] where rest.count > length {
            if isDate(Array(rest.suffix(length).utf8)) { return String(rest.dropLast(length)) }
        }
        return name
    }

    private static func isDate(_ text: [UInt8]) -> Bool {
        text.enumerated().allSatisfy { index, byte in
            text.count == 10 && (index == 4 || index == 7)
                ? byte == UInt8(ascii: "_") : (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        }
    }
}
