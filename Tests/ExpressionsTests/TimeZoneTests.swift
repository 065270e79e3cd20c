import Testing

@Suite struct TimeZoneTests {
    @Test(arguments: [
        ("2024-03-31T00:59:59Z", "Europe/Berlin", "1:59"), ("2024-03-31T01:00:00Z", "Europe/Berlin", "3:0"),
        ("2024-10-27T00:59:59Z", "Europe/Berlin", "2:59"), ("2024-10-27T01:00:00Z", "Europe/Berlin", "2:0"),
        ("1941-07-01T12:00:00Z", "Europe/London", "14:0"), ("2009-02-13T23:31:30Z", "Asia/Kathmandu", "5:16"),
        ("2009-02-13T23:31:30Z", "US/Central", "17:31"),
        ("2009-02-13T02:00:00Z", "America/St_Johns", "22:30"),
        ("2500-07-01T12:00:00Z", "America/New_York", "8:0"),
        ("2500-01-01T12:00:00Z", "America/New_York", "7:0"),
        ("2500-01-01T12:00:00Z", "Australia/Sydney", "23:0"),
        ("2500-07-01T12:00:00Z", "Australia/Sydney", "22:0"),
        ("2500-01-01T12:00:00Z", "Europe/Dublin", "12:0"), ("2500-07-01T12:00:00Z", "Europe/Dublin", "13:0"),
        ("1883-11-18T16:59:59Z", "America/New_York", "12:3"), ("0001-01-01T12:00:00Z", "Asia/Tokyo", "21:18"),
        ("2025-03-15T12:00:00Z", "Africa/Casablanca", "12:0"), ("2024-01-01T12:00:00Z", "UTC", "12:0"),
        ("2024-01-01T12:00:00Z", "-02:30", "9:30"),
    ])
    func `a named zone shows what its clocks showed`(instant: String, zone: String, clock: String) throws {
        let source = """
            cel.bind(t, timestamp('\(instant)'),
              string(t.getHours('\(zone)')) + ':' + string(t.getMinutes('\(zone)')))
            """
        #expect(try evaluate(source).shown == "\"\(clock)\"")
    }

    @Test(arguments: ["Mars/Olympus", "", "+1", "24:00", "europe/berlin"])
    func `an unknown zone is an error`(zone: String) throws {
        let source = "timestamp('2024-01-01T00:00:00Z').getHours('\(zone)')"
        #expect(try evaluate(source).shown == "error(bad argument)")
    }
}
