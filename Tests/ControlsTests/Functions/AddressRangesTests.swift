import Testing

@testable import Controls

@Suite struct AddressRangesTests {
    private static func ranges(_ texts: [String], _ family: AddressRanges.Family = .v4) -> AddressRanges {
        var ranges = AddressRanges(family)
        for block in texts.compactMap({ AddressBlock($0) }) { ranges.insert(block) }
        return ranges
    }

    @Test(arguments: [
        (["0.0.0.0/1", "128.0.0.0/1"], true), (["0.0.0.0/1"], true), (["8.0.0.0/8"], false),
        (["8.0.0.0/8", "9.0.0.0/8"], true), (["8.0.0.0/8", "8.0.0.0/8", "8.1.0.0/16"], false),
        (["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16"], false), (["10.0.0.0/7"], false),
        (["8.0.0.0/9", "8.128.0.0/9", "9.0.0.0/9", "9.128.0.0/10", "9.192.0.0/10"], true),
        (["8.0.0.0/9", "8.128.0.0/9", "9.0.0.0/9", "9.128.0.0/10"], false), (["::/0"], false), ([], false),
    ])
    func `blocks are the internet if together they are more than one owner's`(
        texts: [String], isInternet: Bool
    ) {
        #expect(Self.ranges(texts).isInternet == isInternet)
    }

    @Test(arguments: [
        (["2000::/4", "3000::/4"], true), (["2600::/12", "2400::/12"], true), (["2600::/12"], false),
        (["2001:db8::/32"], false), (["fc00::/7", "fe80::/10"], false), (["0.0.0.0/0"], false),
        (["2600::/12", "2610::/13", "2618::/13"], true),
    ])
    func `blocks of IPv6 are counted by their networks`(texts: [String], isInternet: Bool) {
        #expect(Self.ranges(texts, .v6).isInternet == isInternet)
    }

    @Test func `the order in which blocks are added does not count, and touching ranges become one`() {
        let texts = ["8.0.0.0/9", "8.128.0.0/9", "20.0.0.0/8", "16.0.0.0/6", "8.64.0.0/10"]
        let expected = Self.ranges(texts)
        #expect(expected.ranges.count == 2)
        for shift in texts.indices {
            let turned = Array(texts[shift...] + texts[..<shift])
            #expect(Self.ranges(turned) == expected)
            #expect(Self.ranges(turned.reversed()) == expected)
        }
    }

    @Test(arguments: [
        (["8.0.0.0/8"], ["8.0.0.0/9"], ["8.128.0.0/9"]), (["8.0.0.0/8"], ["8.0.0.0/8"], []),
        (["8.0.0.0/8"], [], ["8.0.0.0/8"]), (["8.0.0.0/8"], ["0.0.0.0/0"], []),
        (["8.0.0.0/8"], ["9.0.0.0/8"], ["8.0.0.0/8"]),
        (["8.0.0.0/8"], ["8.64.0.0/10"], ["8.0.0.0/10", "8.128.0.0/9"]),
        (["8.0.0.0/8", "20.0.0.0/8"], ["8.128.0.0/9", "20.0.0.0/9"], ["8.0.0.0/9", "20.128.0.0/9"]),
    ])
    func `what another set holds is taken out`(texts: [String], holes: [String], rest: [String]) {
        #expect(Self.ranges(texts).subtracting(Self.ranges(holes)) == Self.ranges(rest))
    }

    @Test func `a set is counted by its addresses`() {
        #expect(Self.ranges(["8.0.0.0/8", "8.8.8.8/32", "9.9.9.9"]).count == 1 << 24 + 1)
        #expect(Self.ranges(["2001:db8::/48"], .v6).count == 1 << 16)
        #expect(Self.ranges(["2001:db8::1/128"], .v6).count == 0)
        #expect(AddressRanges.everything(.v6).count == 1 << 61)
    }
}
