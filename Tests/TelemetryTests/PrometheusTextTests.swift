import Testing

@testable import Telemetry

@Suite struct PrometheusTextTests {
    @Test func `a page has help, type and values with their labels`() {
        var metric = Metric("p_lag_records", .gauge, "Behind.")
        metric.add(3, .init("topic", "a"), .init("partition", "0"))
        metric.add(1.5, .init("topic", "b"))
        #expect(
            PrometheusText.page([metric]) == """
                # HELP p_lag_records Behind.
                # TYPE p_lag_records gauge
                p_lag_records{topic="a",partition="0"} 3
                p_lag_records{topic="b"} 1.5

                """)
    }

    @Test func `what would break a line is escaped`() {
        var metric = Metric("m", .counter, "one\ntwo \\")
        metric.add(1, .init("l", "a\"b\\c\nd"))
        let page = PrometheusText.page([metric])
        #expect(page.contains(#"# HELP m one\ntwo \\"#))
        #expect(page.contains(#"m{l="a\"b\\c\nd"} 1"#))
    }

    @Test func `a histogram's buckets add up, and the last one holds all`() {
        var histogram = Histogram([0.1, 1])
        for value in [0.05, 0.1, 0.5, 7, .nan] { histogram.observe(value) }
        let page = PrometheusText.page([Metric("h_seconds", "Delay.", histogram)])
        #expect(page.contains("# TYPE h_seconds histogram"))
        #expect(page.contains("h_seconds_bucket{le=\"0.1\"} 2\nh_seconds_bucket{le=\"1.0\"} 3\n"))
        #expect(page.contains("h_seconds_bucket{le=\"+Inf\"} 4\nh_seconds_sum 7.65\nh_seconds_count 4\n"))
    }
}
