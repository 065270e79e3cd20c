import Expressions
import Testing

@testable import Controls

@Suite struct TimeAndVersionTests {
    @Test(arguments: [
        ("Jul 10, 2023 12:24:29 PM", "2023-07-10T12:24:29Z"),
        ("Jan 1, 2024 12:00:00 AM", "2024-01-01T00:00:00Z"),
        ("Dec 31, 2023 11:59:59 PM", "2023-12-31T23:59:59Z"),
        ("Feb 29, 2024 1:02:03 AM", "2024-02-29T01:02:03Z"),
        ("Feb 29, 2023 1:02:03 AM", nil), ("Jul 10, 2023 13:24:29 PM", nil), ("Jul 10, 2023 12:24:29", nil),
        ("Jux 10, 2023 12:24:29 PM", nil), ("Jul 10, 2023 12:24:29\u{202F}PM", "2023-07-10T12:24:29Z"),
        ("2023-07-10T12:24:29.5Z", "2023-07-10T12:24:29.5Z"),
        ("2023-07-10T12:24:29", "2023-07-10T12:24:29Z"),
        ("2023-07-10T12:24:29+00:00", "2023-07-10T12:24:29Z"), ("20230710T122429Z", "2023-07-10T12:24:29Z"),
        ("20230710T122469Z", nil), ("no_information", nil), ("", nil), ("2023-07-10", nil),
    ])
    func `times are read as clouds write them`(text: String, time: String?) {
        #expect(CloudTime.instant(text)?.text == time)
    }

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (1_688_991_869, "2023-07-10T12:24:29Z"),
        (1_688_991_869_250, "2023-07-10T12:24:29.25Z"), (-1, "1969-12-31T23:59:59Z"),
        (Int64.max, nil), (Int64.min, nil),
    ])
    func `numbers are seconds or milliseconds`(number: Int64, time: String?) {
        #expect(CloudTime.instant(number)?.text == time)
    }

    @Test(arguments: [
        ("CreateFunction20150331", "CreateFunction"), ("AddPermission20150331v2", "AddPermission"),
        ("UpdateDistribution2014_01_31", "UpdateDistribution"), ("CreateTrail", "CreateTrail"), ("", ""),
        ("20150331", "20150331"), ("v2", "v2"), ("GetFunction20150331v10", "GetFunction"),
        ("PutV2", "PutV2"), ("A123456789", "A123456789"),
        ("ListTagsForResource2014_1_31", "ListTagsForResource2014_1_31"),
    ])
    func `the API's date is taken from a name`(name: String, base: String) {
        #expect(APIDate.removed(from: name) == base)
    }

    @Test(arguments: [
        ("TLS1_2", 12), ("TLS1_0", 10), ("TLSv1", 10), ("TLSv1.1", 11), ("TLSv1_3", 13), ("TLS_1_2", 12),
        ("1.2", 12),
        ("1.0", 10), ("tls12", 12), ("SSLv3", 3), ("SSL3.0", 3), ("TLSEnforcementDisabled", nil), ("", nil),
        ("2.0", nil),
        ("TLS1_4", nil),
    ])
    func `versions of TLS are read however they are written`(text: String, number: Int64?) {
        #expect(TLSVersion.number(text) == number)
    }

    @Test(arguments: [
        ("3.10", "3.9", "true"), ("3.9", "3.10", "false"), ("8", "8.0.0", "true"), ("8.0", "8.0.1", "false"),
        ("1.8.0_412", "1.8.0_400", "true"), ("99999999999999999999", "1", "true"), ("", "1", "error"),
        ("1", "x", "error"),
    ])
    func `versions are compared number by number`(version: String, minimum: String, isAtLeast: String) throws
    {
        #expect(try ExpressionProbe.value("versionAtLeast('\(version)', '\(minimum)')") == isAtLeast)
    }
}
