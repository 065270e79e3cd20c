/// How many cases of each section passed.
public struct ConformanceTable: Sendable {
    /// One section of one file of the suite.
    public struct Row: Hashable, Sendable {
        /// The file of the suite.
        public let file: String
        /// The section of that file.
        public let section: String
        /// How many of its cases passed.
        public fileprivate(set) var passed = 0
        /// How many cases it has.
        public fileprivate(set) var all = 0
    }

    /// The sections, in the order of their first cases.
    public private(set) var rows: [Row] = []
    /// The ids of the cases that failed and what came instead of what, in the order of the cases.
    public private(set) var failures: [(id: String, complaint: String)] = []
    private var places: [[String]: Int] = [:]

    /// A table without cases.
    public init() {}

    /// Runs a case and counts it.
    public mutating func run(_ conformanceCase: ConformanceCase) {
        let key = [conformanceCase.file, conformanceCase.section]
        let place = places[key] ?? rows.count
        if place == rows.count {
            rows.append(Row(file: conformanceCase.file, section: conformanceCase.section))
            places[key] = place
        }
        rows[place].all += 1
        if let complaint = conformanceCase.complaint() {
            failures.append((conformanceCase.id, complaint))
        } else {
            rows[place].passed += 1
        }
    }

    /// How many cases passed.
    public var passed: Int { rows.reduce(0) { $0 + $1.passed } }

    /// How many cases ran.
    public var all: Int { rows.reduce(0) { $0 + $1.all } }
}
