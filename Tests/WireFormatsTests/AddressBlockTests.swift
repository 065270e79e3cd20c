import Testing

@testable import WireFormats

@Suite("blocks of IPv4 addresses")
struct AddressBlockTests {
    @Test(arguments: [
        ("10.0.0.0/8", "10.0.0.0/8"), ("0.0.0.0/0", "0.0.0.0/0"),
        ("255.255.255.255/32", "255.255.255.255/32"),
        ("10.1.2.3/8", "10.0.0.0/8"), ("010.0.0.0/8", "10.0.0.0/8"), ("10.0.0.0/08", "10.0.0.0/8"),
        ("10.0.0.1", "10.0.0.1/32"), ("1.2.3.4/0", "0.0.0.0/0"), ("128.0.0.0/1", "128.0.0.0/1"),
    ])
    func `a block has one text`(text: String, canonical: String) {
        #expect(AddressBlock.canonicalIPv4(text) == canonical)
    }

    @Test(arguments: [
        "", "10.0.0/8", "10.0.0.0.0/8", "256.0.0.0/8", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/8/8",
        "10.0.0.0/8.",
        "/8", ".0.0.0/8", "10..0.0/8", "1000.0.0.0/8", "10.0.0.0/-1", "a.b.c.d/8",
    ])
    func `what is no block has none`(text: String) {
        #expect(AddressBlock.canonicalIPv4(text) == nil)
    }
}
