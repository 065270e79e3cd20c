public import JSONTokens

/// How bad a failing control is.
public enum Severity: Int, Sendable, Comparable, CaseIterable {
    case informational = 1
    case low = 2
    case medium = 3
    case high = 4
    case critical = 5

    /// The lower-case name that control files use.
    public var name: String {
        switch self {
        case .informational: "informational"
        case .low: "low"
        case .medium: "medium"
        case .high: "high"
        case .critical: "critical"
        }
    }

    /// The severity with this lower-case name, or nil.
    public init?(named name: String) {
        guard let match = Severity.allCases.first(where: { $0.name == name }) else { return nil }
        self = match
    }

    /// By how bad it is.
    public static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}

/// One number of one version of one benchmark.
public struct BenchmarkNumber: Hashable, Sendable, Comparable {
    /// `cis-aws`, `cis-azure` or `cis-gcp`.
    public let name: String
    /// The benchmark's version, such as `3.0`.
    public let version: String
    /// The recommendation's number, such as `5.2`. Text: `2.10` is not `2.1`.
    public let number: String
    /// 1 or 2.
    public let level: Int
    /// `automated` or `manual`.
    public let assessment: String

    /// One number.
    public init(name: String, version: String, number: String, level: Int, assessment: String) {
        self.name = name
        self.version = version
        self.number = number
        self.level = level
        self.assessment = assessment
    }

    /// By name, version, number.
    public static func < (left: BenchmarkNumber, right: BenchmarkNumber) -> Bool {
        (left.name, left.version, left.number) < (right.name, right.version, right.number)
    }
}

/// What a finding says of its control; the same for every finding of that control.
public struct ControlFacts: Sendable {
    /// Our stable id: `aws.ec2.sg-no-ipv4-public-admin-ports`.
    public let id: String
    /// Our own short wording.
    public let title: String
    /// What is asked and why, for people.
    public let description: String
    /// What to do, for people.
    public let remediationText: String
    /// How bad a failure is.
    public let severity: Severity
    /// A digest of the control's text, so that a finding says which version judged.
    public let version: String
    /// Every number in every loaded benchmark version.
    public let benchmarks: [BenchmarkNumber]
    /// Framework name to control ids there: `nist_800_53_r5`, `soc2`, `iso27001_2022`, `fedramp`.
    public let frameworks: [String: [String]]
    /// Addresses of pages that help to repair it; may be empty.
    public let references: [String]

    /// The facts of one control.
    public init(
        id: String, title: String, description: String, remediationText: String, severity: Severity,
        version: String, benchmarks: [BenchmarkNumber], frameworks: [String: [String]],
        references: [String] = []
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.remediationText = remediationText
        self.severity = severity
        self.version = version
        self.benchmarks = benchmarks
        self.frameworks = frameworks
        self.references = references
    }
}

/// The life of a finding at one transition; everything that its record says.
public struct FindingRecord: Sendable {
    /// The hash of (control, subject): the same for the whole life of the fault.
    public var uid: String
    /// The control that failed.
    public var control: ControlFacts
    /// What it is about.
    public var subject: ResourceID
    /// The subject's ARN, ARM id or full resource name.
    public var resourceName: String
    /// The subject's tags or labels as far as known, by key.
    public var tags: [(key: String, value: String)]
    /// What happened to the finding.
    public var activity: Activity
    /// Where it stands now.
    public var status: Status
    /// True for the state of things as first seen, which alerts nobody; false for drift.
    public var isBaseline: Bool
    /// When this occurrence began, in event time.
    public var firstSeen: Timestamp
    /// When what decided now happened, in event time.
    public var eventTime: Timestamp
    /// Engine time at which the transition was found.
    public var detectedAt: Timestamp
    /// What decided now; nil if nothing is known of it.
    public var cause: CauseRecord?
    /// The deciding properties before and after.
    public var changes: [PropertyDifference]
    /// What fails, as the control's `evidence` gives it; null otherwise.
    public var evidence: FlatValue
    /// What was never observed, if the verdict is unknown.
    public var missing: [String]
    /// How long it was open, in seconds; set on close.
    public var exposureSeconds: Int64?
    /// How often this finding has been opened, this occurrence included; exact for a recorded run.
    public var occurrence: Int
    /// The exception that suppresses the finding, or did until it ended by itself; nil if there is none.
    public var suppression: SuppressionFacts?
    /// Why the subject is not assessed, in words; empty if it is.
    public var scopeReason = ""
    /// Nonzero if the same status was told with the same stamp before, or may have been: which such record of the finding it is.
    public var repetition = 0

    /// True if nobody can tell whether the condition of the suppression holds.
    public var isDoubtful: Bool {
        if case .doubtful? = suppression?.standing { return status == .suppressed }
        return false
    }

    /// What happened to the finding (OCSF activity).
    public enum Activity: Sendable {
        case create
        case update
        case close
    }

    /// Where a finding stands.
    public enum Status: Int64, Sendable {
        /// The control fails.
        case open
        /// The control failed and now the verdict is unknown.
        case stale
        /// A documented exception is in force; the control still fails.
        case suppressed
        /// No profile assesses the subject any more.
        case excluded
        /// The control passes or does not apply.
        case resolved
        /// The subject is gone.
        case deleted
    }

    /// One transition of one finding.
    public init(
        uid: String, control: ControlFacts, subject: ResourceID, resourceName: String,
        tags: [(key: String, value: String)], activity: Activity, status: Status, isBaseline: Bool,
        firstSeen: Timestamp, eventTime: Timestamp, detectedAt: Timestamp, cause: CauseRecord?,
        changes: [PropertyDifference], evidence: FlatValue, missing: [String], exposureSeconds: Int64?,
        occurrence: Int, suppression: SuppressionFacts? = nil
    ) {
        self.uid = uid
        self.control = control
        self.subject = subject
        self.resourceName = resourceName
        self.tags = tags
        self.activity = activity
        self.status = status
        self.isBaseline = isBaseline
        self.firstSeen = firstSeen
        self.eventTime = eventTime
        self.detectedAt = detectedAt
        self.cause = cause
        self.changes = changes
        self.evidence = evidence
        self.missing = missing
        self.exposureSeconds = exposureSeconds
        self.occurrence = occurrence
        self.suppression = suppression
    }
}

/// One property before and after what decided.
public struct PropertyDifference: Sendable, Hashable {
    /// The property's name.
    public let property: String
    /// Its value before; nil if unknown.
    public let before: FlatValue?
    /// Its value now; nil if unknown.
    public let after: FlatValue?

    /// One difference.
    public init(property: String, before: FlatValue?, after: FlatValue?) {
        self.property = property
        self.before = before
        self.after = after
    }
}
