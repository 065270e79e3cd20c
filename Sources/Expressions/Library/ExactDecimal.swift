/// The exact decimal digits of a binary number, to round them at a given place.
struct ExactDecimal {
    /// The digits of the magnitude, the highest first.
    private var digits: [UInt8]
    /// How many of the digits stand before the point; may be negative.
    private var pointPlace: Int
    private let isNegative: Bool

    /// The digits of a finite number. A power of two below one is a power of five with a moved point.
    init(_ number: Double) {
        isNegative = number.sign == .minus
        guard number != 0 else {
            digits = [0]
            pointPlace = 1
            return
        }
        let significand = number.significandBitPattern | (number.isNormal ? 1 << 52 : 0)
        let shift = Int(number.isNormal ? number.exponentBitPattern : 1) - 1075
        let zeros = significand.trailingZeroBitCount
        let exponent = shift + zeros
        digits = Self.digits(significand >> zeros, times: exponent < 0 ? 5 : 2, power: abs(exponent))
        pointPlace = digits.count - max(0, -exponent)
    }

    /// With that many digits behind the point, such as `-1.20`.
    func fixed(_ decimals: Int) -> String {
        let rounded = rounded(keeping: pointPlace + decimals)
        let missing = max(0, 1 - rounded.pointPlace)
        let padded = Array(repeating: 0, count: missing) + rounded.digits
        let place = rounded.pointPlace + missing
        let whole = Self.text(padded.prefix(place))
        var fraction = Self.text(padded.dropFirst(place).prefix(decimals))
        fraction += String(repeating: "0", count: decimals - fraction.utf8.count)
        return (isNegative ? "-" : "") + whole + (decimals > 0 ? "." + fraction : "")
    }

    /// With one digit before the point and an exponent, such as `1.052033e+03`.
    func scientific(_ decimals: Int) -> String {
        let rounded = rounded(keeping: decimals + 1)
        var fraction = Self.text(rounded.digits.dropFirst().prefix(decimals))
        fraction += String(repeating: "0", count: decimals - fraction.utf8.count)
        let exponent = rounded.digits[0] == 0 ? 0 : rounded.pointPlace - 1
        let power = String(exponent.magnitude)
        return (isNegative ? "-" : "") + Self.text(rounded.digits.prefix(1))
            + (decimals > 0 ? "." + fraction : "") + (exponent < 0 ? "e-" : "e+")
            + (power.utf8.count < 2 ? "0" : "") + power
    }

    /// The number with only the first digits kept, rounded to the nearest, halves to even.
    private func rounded(keeping count: Int) -> ExactDecimal {
        guard count < digits.count else { return self }
        var result = self
        guard count >= 0 else {
            result.digits = [0]
            result.pointPlace = 1
            return result
        }
        let rest = digits[count...]
        let isHalf = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
        let isOdd = count > 0 && digits[count - 1] % 2 == 1
        result.digits = Array(digits.prefix(count))
        if rest[count] > 5 || (rest[count] == 5 && (!isHalf || isOdd)) { result.increment() }
        if result.digits.isEmpty {
            result.digits = [0]
            result.pointPlace = 1
        }
        return result
    }

    private mutating func increment() {
        for index in digits.indices.reversed() {
            if digits[index] < 9 {
                digits[index] += 1
                return
            }
            digits[index] = 0
        }
        digits.insert(1, at: 0)
        pointPlace += 1
    }

    private static func text(_ digits: some Sequence<UInt8>) -> String {
        String(decoding: digits.map { $0 + 0x30 }, as: UTF8.self)
    }

    /// The digits of a number times a power of a base, the highest first. Nine digits make a limb.
    private static func digits(_ number: UInt64, times base: UInt64, power: Int) -> [UInt8] {
        var limbs = [number % limbSize, number / limbSize % limbSize, number / limbSize / limbSize]
        var rest = power
        while rest > 0 {
            // 5 to the 13th is the largest power of either base that keeps a product within 64 bits.
            let count = min(rest, 13)
            let factor = (0..<count).reduce(1) { product, _ in product * base }
            var carry: UInt64 = 0
            for place in limbs.indices {
                let product = limbs[place] * factor + carry
                limbs[place] = product % limbSize
                carry = product / limbSize
            }
            while carry > 0 {
                limbs.append(carry % limbSize)
                carry /= limbSize
            }
            rest -= count
        }
        let text = limbs.reversed().map { limb in
            let digits = String(limb)
            return String(repeating: "0", count: 9 - digits.utf8.count) + digits
        }
        return Array(text.joined().utf8.drop { $0 == 0x30 }).map { $0 - 0x30 }
    }

    private static let limbSize: UInt64 = 1_000_000_000
}
