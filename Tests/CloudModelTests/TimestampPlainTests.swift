import CloudModel
import Testing

@Suite("plain date-times")
struct TimestampPlainTests {
    @Test(arguments: [
        "2023-07-10T11:45:01Z", "1970-01-01T00:00:00Z", "2024-02-29T23:59:59Z", "1678-01-01T00:00:00Z",
        "2261-12-31T23:59:59Z", "1969-12-31T23:59:59Z",
    ])
    func `the plain form is the same instant as in the full grammar`(text: String) {
        let bytes = Array(text.utf8)
        #expect(Timestamp(plain: bytes.span) == Timestamp(rfc3339: text))
        #expect(Timestamp(plain: bytes.span)?.rfc3339 == text)
    }

    @Test(arguments: [
        "", "2023-07-10T11:45:01", "2023-07-10T11:45:01z", "2023-07-10 11:45:01Z", "2023-02-29T11:45:01Z",
        "2023-13-10T11:45:01Z", "2023-00-10T11:45:01Z", "2023-07-00T11:45:01Z", "2023-07-10T24:45:01Z",
        "2023-07-10T11:60:01Z", "2023-07-10T11:45:60Z", "2023-07-10T11:45:0aZ", "20:3-07-10T11:45:01Z",
        "2023-07-10T11:45:01.Z", "1677-07-10T11:45:01Z", "2262-07-10T11:45:01Z", "2023/07/10T11:45:01Z",
    ])
    func `every other form is left to the full grammar`(text: String) {
        let bytes = Array(text.utf8)
        #expect(Timestamp(plain: bytes.span) == nil)
    }
}
