internal import KafkaLog

/// Makes the topics that are not there yet; what `plumbline topics create` does. May be repeated.
public struct TopicCreation {
    private let settings: RunSettings

    /// What came of one topic.
    public struct Line: Sendable, Hashable {
        /// What is to be printed.
        public let text: String
        /// True if the topic is now as it must be.
        public let isGood: Bool
    }

    /// Makes the topics that these settings name.
    public init(_ settings: RunSettings) { self.settings = settings }

    /// Makes what is missing; returns a line for every topic. Topics that are there are left as they are.
    ///
    /// - Throws: if no broker answers.
    public func run() throws(RuntimeFailure) -> [Line] {
        let layouts = TopicLayout.all(settings.topics)
        guard let inputKafka = settings.inputKafka else {
            return try run(layouts, try ClusterCheck(settings), settings.kafka)
        }
        let inputs = layouts.filter(\.isInput)
        return try run(inputs, try ClusterCheck(settings, of: inputKafka), inputKafka)
            + run(layouts.filter { !$0.isInput }, try ClusterCheck(settings), settings.kafka)
    }

    private func run(
        _ layouts: [TopicLayout], _ check: ClusterCheck, _ kafka: KafkaSettings
    ) throws(RuntimeFailure) -> [Line] {
        let missing = layouts.filter { check.partitionCount(of: settings.topics.name($0.base)) == nil }
        let outcomes = try create(missing, at: kafka)
        return layouts.map { layout in
            line(layout, check.partitionCount(of: settings.topics.name(layout.base)), outcomes)
        }
    }

    private func create(
        _ layouts: [TopicLayout], at kafka: KafkaSettings
    ) throws(RuntimeFailure) -> [String: TopicOutcome] {
        do throws(KafkaError) {
            return try KafkaAdmin(kafka).createTopics(
                layouts.map { $0.plan(settings.topics) },
                timeoutMilliseconds: settings.startSeconds * 1_000)
        } catch {
            throw .environment(
                "no topics could be made at \(kafka.brokers)\n    \(error.description)")
        }
    }

    private func line(
        _ layout: TopicLayout, _ existing: Int?, _ outcomes: [String: TopicOutcome]
    ) -> Line {
        let plan = layout.plan(settings.topics)
        let planned = "\(plan.partitionCount) \(plan.partitionCount == 1 ? "partition" : "partitions")"
        if let existing {
            return existing == plan.partitionCount
                ? Line(text: "exists   \(plan.name)", isGood: true)
                : Line(
                    text: "differs  \(plan.name): it has \(existing), planned are \(planned)", isGood: false)
        }
        switch outcomes[plan.name] {
        case .created:
            return Line(text: "created  \(plan.name): \(planned), \(layout.policy.text)", isGood: true)
        case .existed:
            return Line(text: "exists   \(plan.name): made by somebody else just now", isGood: true)
        case .failed(let error):
            return Line(text: "failed   \(plan.name): \(error.description)", isGood: false)
        case nil: return Line(text: "failed   \(plan.name): the cluster said nothing of it", isGood: false)
        }
    }
}
