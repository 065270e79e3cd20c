import Expressions
import Testing

@Suite struct LibraryTests {
    @Test(arguments: [
        ("math.greatest(1, 2.5, 2u)", "2.5"), ("math.least([3, 1, 2])", "1"),
        ("math.greatest([])", "error(bad argument)"),
        ("math.round(-2.5)", "-3.0"), ("math.abs(-9223372036854775808)", "error(overflow)"),
        ("math.sqrt(9)", "3.0"),
        ("math.bitShiftRight(-1, 60)", "15"), ("math.bitShiftLeft(1, 64)", "0"), ("math.sign(-0.5)", "-1.0"),
    ])
    func `mathematics`(source: String, shown: String) throws {
        #expect(try evaluate(source).shown == shown)
    }

    @Test(arguments: [
        ("'%.2f|%.0f|%.1f|%f'.format([2.675, 0.5, -0.05, 0.1])", "2.67|0|-0.1|0.100000"),
        ("'%.3e|%e'.format([0.00012345, 0.0])", "1.234e-04|0.000000e+00"),
        ("'%.2f'.format([999.999])", "1000.00"),
        ("'%x %X %b %o'.format([-255, 'hi', true, 8])", "-ff 6869 1 10"),
        ("'%d %s'.format([7u, {'b': 1, 'a': [null]}])", "7 {a: [null], b: 1}"),
        ("'%.1f'.format([1e22])", "10000000000000000000000.0"), ("'%.0e'.format([9.5e10])", "1e+11"),
        ("'%.20e'.format([5e-324])", "4.94065645841246544177e-324"),
        ("'%.17e'.format([1.7976931348623157e308])", "1.79769313486231571e+308"),
        ("'%.30f'.format([0.1])", "0.100000000000000005551115123126"), ("'%.3f'.format([1e-10])", "0.000"),
    ])
    func `format shows values exactly`(source: String, shown: String) throws {
        #expect(try evaluate(source).shown == "\"\(shown)\"")
    }

    @Test(arguments: [
        "'a'.charAt(9223372036854775807)", "'a'.charAt(-1)", "'a'.substring(-9223372036854775808)",
        "'a'.substring(0, 9223372036854775807)", "'a'.indexOf('a', 9223372036854775807)",
        "'a'.lastIndexOf('a', 9223372036854775807)", "[1][dyn(9223372036854775807)]",
    ])
    func `a position that does not exist is an error`(source: String) throws {
        #expect(try evaluate(source).shown == "error(index out of bounds)")
    }

    @Test(arguments: [
        "'%d'.format([])", "'%q'.format([1])", "'%'.format([1])", "'%d'.format([1.5])", "'%x'.format([null])",
    ])
    func `format refuses what it cannot show`(source: String) throws {
        #expect(try evaluate(source).shown == "error(bad argument)")
    }

    @Test(arguments: [
        ("cidr('0.0.0.0/0').containsIP('203.0.113.7')", "true"),
        ("cidr('::/0').containsIP('203.0.113.7')", "false"),
        ("cidr('::/0').containsCIDR('2001:db8::/128')", "true"),
        ("cidr('10.1.2.3/8').masked()", "\"10.0.0.0/8\""),
        ("cidr('10.1.2.3/8') == cidr('10.0.0.0/8')", "false"), ("cidr('10.0.0.0/8').prefixLength()", "8"),
        ("ip('2001:0DB8:0:0:1:0:0:1')", "\"2001:db8::1:0:0:1\""),
        ("ip('1:0:2:3:4:5:6:7')", "\"1:0:2:3:4:5:6:7\""),
        ("string(ip('::')) + string(ip('::1')) + string(ip('1::'))", "\"::::11::\""),
        (
            "isIP('01.2.3.4') || isIP('1.2.3') || isIP(':::') || isIP('1:2:3:4:5:6:7:8:9') || isIP('fe80::1%en0')",
            "false"
        ),
        (
            "isIP('256.1.1.1') || isIP('1.2.3.4.5') || isIP('') || isIP('12345::') || isIP('1:2:3:4:5:6:7::8:9')",
            "false"
        ),
        ("isCIDR('10.0.0.0/33') || isCIDR('10.0.0.0/08') || isCIDR('10.0.0.0') || isCIDR('::/129')", "false"),
        ("ip('169.254.1.1').isLinkLocalUnicast() && ip('10.0.0.1').isGlobalUnicast()", "true"),
        ("ip('not')", "error(bad conversion)"), ("type(ip('::'))", "type(net.IP)"),
        ("ip.isCanonical('::0')", "false"),
    ])
    func `addresses and blocks`(source: String, shown: String) throws {
        #expect(try evaluate(source).shown == shown)
    }

    @Test(arguments: [
        ("timestamp('2024-02-30T00:00:00Z')", "error(bad conversion)"),
        ("timestamp('2023-02-29T00:00:00Z')", "error(bad conversion)"),
        ("timestamp('2024-01-01')", "error(bad conversion)"),
        ("timestamp('1969-12-31T23:59:59.25Z')", "\"1969-12-31T23:59:59.25Z\""),
        ("int(timestamp('1969-12-31T23:59:59Z'))", "-1"),
        ("timestamp(951827696)", "\"2000-02-29T12:34:56Z\""),
        ("timestamp('2024-01-01T00:30:00Z').getDate('-01:00')", "31"),
        ("timestamp('1900-03-01T00:00:00Z').getDayOfYear()", "59"),
        ("timestamp('2024-03-03T00:00:00Z').getDayOfWeek()", "0"), ("duration('1h2m3.5s')", "\"3723.5s\""),
        ("duration('-0.25s')", "\"-0.25s\""), ("duration('1.5ms') < duration('1501us')", "true"),
        ("duration('5')", "error(bad conversion)"),
        ("duration('-90s').getMinutes()", "-1"), ("duration('400000000000s')", "error(bad conversion)"),
    ])
    func `times`(source: String, shown: String) throws {
        #expect(try evaluate(source).shown == shown)
    }
}
