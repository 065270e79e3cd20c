/// One metric as Prometheus knows it: a name, what it means, and its values by label.
public struct Metric: Sendable, Hashable {
    /// What its values are.
    public enum Kind: String, Sendable {
        /// Goes up, or back to nothing when the process starts anew.
        case counter
        /// Goes up and down.
        case gauge
        case histogram
    }

    /// One value.
    public struct Sample: Sendable, Hashable {
        /// What stands behind the name: `_bucket`, `_sum`, `_count`, or nothing.
        public let suffix: String
        /// The labels in their order.
        public let labels: [Label]
        /// The value.
        public let value: Double
    }

    /// A label and its value.
    public struct Label: Sendable, Hashable {
        let name: String
        let value: String

        /// One label.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The name, with its unit at its end; a counter's ends with `_total`.
    public let name: String
    /// What it means, in one sentence.
    public let help: String
    /// What its values are.
    public let kind: Kind
    /// The values, in order.
    public private(set) var samples: [Sample] = []

    /// A metric without values yet.
    public init(_ name: String, _ kind: Kind, _ help: String) {
        self.name = name
        self.kind = kind
        self.help = help
    }

    /// A metric with one value.
    public init(_ name: String, _ kind: Kind, _ help: String, _ value: Double) {
        self.init(name, kind, help)
        add(value)
    }

    /// Adds a value.
    public mutating func add(_ value: Double, _ labels: Label...) {
        samples.append(Sample(suffix: "", labels: labels, value: value))
    }

    /// Adds a whole number.
    public mutating func add(_ value: Int, _ labels: Label...) {
        samples.append(Sample(suffix: "", labels: labels, value: Double(value)))
    }

    /// A histogram as a metric.
    public init(_ name: String, _ help: String, _ histogram: Histogram) {
        self.init(name, .histogram, help)
        var sum = 0
        for (bound, count) in zip(histogram.bounds, histogram.counts) {
            sum += count
            samples.append(
                Sample(suffix: "_bucket", labels: [Label("le", "\(bound)")], value: Double(sum)))
        }
        samples.append(
            Sample(suffix: "_bucket", labels: [Label("le", "+Inf")], value: Double(histogram.count)))
        samples.append(Sample(suffix: "_sum", labels: [], value: histogram.sum))
        samples.append(Sample(suffix: "_count", labels: [], value: Double(histogram.count)))
    }
}
