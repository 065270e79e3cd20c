import JSONTokens
import Testing

@testable import Controls

@Suite struct LogFilterCoverageTests {
    private static func covers(_ filter: String, _ selector: String) throws -> String {
        try ExpressionProbe.value("logFilterCovers(\(ExpressionProbe.quoted(filter)), \(selector))")
    }

    private static let isPresent = MonitoringCatalogue.isPresent

    @Test(.enabled(if: isPresent, "the catalogue is not here"), arguments: FilterSpelling.all)
    func `the filter of every monitoring control covers its events, however it is written`(
        spelling: FilterSpelling
    ) throws {
        #expect(MonitoringCatalogue.clauses.count == 15)
        for (key, clauses) in MonitoringCatalogue.clauses {
            let filter = spelling.filter(clauses)
            let selector = MonitoringCatalogue.selector(clauses)
            #expect(try Self.covers(filter, selector) == "true", "\(key): \(filter)")
        }
    }

    @Test(.enabled(if: isPresent, "the catalogue is not here"), arguments: FilterSpelling.all)
    func `a filter with one value dropped misses events`(spelling: FilterSpelling) throws {
        var count = 0
        for (key, clauses) in MonitoringCatalogue.clauses {
            for (place, clause) in clauses.enumerated() where clause.values.count > 1 {
                for index in clause.values.indices {
                    var fewer = clauses
                    fewer[place].values.remove(at: index)
                    let filter = spelling.filter(fewer)
                    #expect(
                        try Self.covers(filter, MonitoringCatalogue.selector(clauses)) == "false",
                        "\(key) \(filter)")
                    count += 1
                }
            }
        }
        #expect(count > 90)
    }

    @Test(.enabled(if: isPresent, "the catalogue is not here"), arguments: FilterSpelling.all)
    func `a filter with one clause dropped matches too much`(spelling: FilterSpelling) throws {
        for (key, clauses) in MonitoringCatalogue.clauses where clauses.count > 1 {
            for place in clauses.indices {
                var fewer = clauses
                fewer.remove(at: place)
                let filter = spelling.filter(fewer)
                #expect(
                    try Self.covers(filter, MonitoringCatalogue.selector(clauses)) == "false",
                    "\(key) \(filter)")
            }
        }
    }

    @Test(.enabled(if: isPresent, "the catalogue is not here"))
    func `a filter with another one's selector does not cover it`() throws {
        for (key, clauses) in MonitoringCatalogue.clauses {
            for (other, others) in MonitoringCatalogue.clauses where other != key {
                let filter = FilterSpelling.all[0].filter(clauses)
                #expect(
                    try Self.covers(filter, MonitoringCatalogue.selector(others)) != "true",
                    "\(key) \(other)")
            }
        }
    }

    private static let unauthorized = """
        [{'field': 'errorCode', 'like': ['*UnauthorizedOperation', 'AccessDenied*']}, \
        {'field': 'sourceIPAddress', 'not': 'delivery.logs.amazonaws.com', 'optional': true}, \
        {'field': 'eventName', 'not': 'HeadBucket', 'optional': true}]
        """

    @Test(arguments: [
        (#"{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }"#, "true"),
        (
            #"{ (($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")) && ($.sourceIPAddress!="delivery.logs.amazonaws.com") && ($.eventName!="HeadBucket") }"#,
            "true"
        ),
        // The literal text of the older versions: OR where AND is meant, so that it matches nearly everything.
        (
            #"{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") || ($.sourceIPAddress!="delivery.logs.amazonaws.com") || ($.eventName!="HeadBucket") }"#,
            "false"
        ),
        (#"{ ($.errorCode = "Client.UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }"#, "false"),
        (#"{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied") }"#, "false"),
        (#"{ $.errorCode = "*" }"#, "false"), ("UnauthorizedOperation", "false"),
        ("?UnauthorizedOperation ?AccessDenied", "true"), ("", "false"), ("[a, b]", "unknown"),
        ("{ $.errorCode = %Unauthorized% }", "unknown"), ("{ $.errorCode = ", "error"),
        (
            #"{ (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) && ($.awsRegion = us-east-1) }"#,
            "false"
        ),
        (
            #"{ (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) && ($.userIdentity.type = IAMUser) }"#,
            "false"
        ),
        (
            #"{ (($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*")) && ($.eventVersion = *) }"#,
            "true"
        ),
    ])
    func `a filter for refused calls is judged by events`(filter: String, covers: String) throws {
        #expect(try Self.covers(filter, Self.unauthorized) == covers)
    }

    private static let signIn = """
        [{'field': 'eventName', 'equals': 'ConsoleLogin'}, \
        {'field': 'additionalEventData.MFAUsed', 'not': 'Yes'}, \
        {'field': 'userIdentity.type', 'equals': 'IAMUser', 'optional': true}, \
        {'field': 'responseElements.ConsoleLogin', 'equals': 'Success', 'optional': true}]
        """

    @Test(arguments: [
        (#"{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") }"#, "true"),
        (#"{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed = "No") }"#, "true"),
        (
            #"{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success") }"#,
            "true"
        ),
        (#"{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed = "Yes") }"#, "false"),
        (#"{ $.eventName = "ConsoleLogin" }"#, "false"),
        (
            #"{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "Root") }"#,
            "false"
        ),
        // Whether `!=` holds for a field that is not there is not documented, and nothing else decides.
        (
            #"{ ($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.none != x) }"#,
            "unknown"
        ),
    ])
    func `clauses that a filter may add are named by the selector`(filter: String, covers: String) throws {
        #expect(try Self.covers(filter, Self.signIn) == covers)
    }

    @Test(arguments: [
        "[]", "'x'", "[{'field': 'a'}]", "[{'field': 'a', 'equals': []}]", "[{'equals': 'b'}]",
        "[{'field': 'a', 'equals': 'b', 'like': 'c'}]", "[{'field': 'a', 'equal': 'b'}]",
        "[{'field': 'a', 'absent': false}]",
    ])
    func `what is no selector is an error`(selector: String) throws {
        #expect(try ExpressionProbe.value("logFilterCovers('{ $.a = b }', dyn(\(selector)))") == "error")
    }

    @Test func `a selector with too many combinations is an error`() throws {
        let many = "[" + (0..<40).map { "'e\($0)'" }.joined(separator: ", ") + "]"
        let selector = "[{'field': 'a', 'equals': \(many)}, {'field': 'b', 'equals': \(many)}]"
        #expect(try Self.covers("{ $.a = b }", selector) == "error")
    }

    @Test func `what a filter misses and what it matches beyond are named`() throws {
        let selector = "[{'field': 'eventName', 'equals': ['CreateTrail', 'DeleteTrail']}]"
        let gaps = try ExpressionProbe.value(
            "logFilterGaps('{ $.eventName = CreateTrail || $.eventName = *Probe }', \(selector))")
        #expect(gaps == #"["misses eventName DeleteTrail","matches eventName DescribeProbe too"]"#)
    }
}
