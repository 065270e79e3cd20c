extension TimeSpan {
    /// Reads a length such as `1.5h`, `-3m20s` or `250ms`; nil if it is none.
    public init?(text: String) {
        var scanner = DigitScanner(text)
        let isNegative = scanner.take("-")
        if !isNegative { _ = scanner.take("+") }
        var total: Int128 = 0
        if text == "0" || text == "-0" || text == "+0" {
            self.init(total: 0)
            return
        }
        repeat {
            guard let part = Self.part(&scanner) else { return nil }
            total += part
            guard total < 1_000_000_000_000_000_000_000_000 else { return nil }
        } while !scanner.isAtEnd
        self.init(total: isNegative ? -total : total)
    }

    /// The length as seconds, such as `90.5s`.
    public var text: String {
        let magnitude = total.magnitude
        let whole = magnitude / 1_000_000_000
        let rest = Int32(magnitude % 1_000_000_000)
        return "\(total < 0 ? "-" : "")\(whole)\(Self.fractionText(rest))s"
    }

    /// A point and the decimals without trailing zeros; nothing for 0.
    static func fractionText(_ nanoseconds: Int32) -> String {
        guard nanoseconds != 0 else { return "" }
        var digits = String(nanoseconds)
        digits = String(repeating: "0", count: 9 - digits.count) + digits
        while digits.last == "0" { digits.removeLast() }
        return "." + digits
    }

    /// One number with its unit, in nanoseconds.
    private static func part(_ scanner: inout DigitScanner) -> Int128? {
        let whole = scanner.run()
        var fraction: (value: Int64, count: Int)?
        if scanner.take(".") { fraction = scanner.run() }
        guard whole != nil || fraction != nil, let unit = unit(&scanner) else { return nil }
        var total = Int128(whole?.value ?? 0) * unit
        if let fraction {
            var scale: Int128 = 1
            for _ in 0..<fraction.count { scale *= 10 }
            total += Int128(fraction.value) * unit / scale
        }
        return total
    }

    private static func unit(_ scanner: inout DigitScanner) -> Int128? {
        if scanner.take("h") { return 3_600_000_000_000 }
        if scanner.take("m") { return scanner.take("s") ? 1_000_000 : 60_000_000_000 }
        if scanner.take("s") { return 1_000_000_000 }
        if scanner.take("u") { return scanner.take("s") ? 1000 : nil }
        if scanner.take("n") { return scanner.take("s") ? 1 : nil }
        return nil
    }
}
