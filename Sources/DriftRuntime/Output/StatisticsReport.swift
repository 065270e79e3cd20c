internal import CloudModel
internal import DriftEngine
internal import WireFormats

/// `stats.json`: every record and event accounted for.
struct StatisticsReport {
    let statistics: EventStatistics
    let names: EventNameTable
    /// What the file log and the replay itself add.
    let extra: ReplayCounts

    /// The document.
    var bytes: [UInt8] {
        JSONLine.object(indentation: 2) { json in
            json.object("records") { json in
                json.member("total", decodedRecords + malformedRecords)
                json.member("decoded", decodedRecords)
                json.member("malformed", malformedRecords)
            }
            json.object("events") { writeEvents(&$0) }
            json.member("changes", statistics.work.changes)
            json.member("evaluations", statistics.work.evaluations)
            json.member("transitions", statistics.work.transitions)
            json.member("inventory_documents", statistics.inventoryDocuments - extra.closings)
            json.member("closed_scopes", extra.closings)
            json.object("ignored_documents") { writeNames(statistics.ignoredNames(in: names), &$0) }
            json.member("dead_letters", statistics.deadLetters + extra.letters)
            json.object("files") { json in
                json.member("read", extra.files)
                json.member("skipped", extra.skippedFiles)
                json.member("skipped_lines", extra.skippedLines)
            }
        } + [0x0A]
    }

    /// A closing that the replay made up is no record of the input.
    var decodedRecords: Int { statistics.decodedRecords - extra.closings }

    var malformedRecords: Int { statistics.malformedRecords + extra.letters }

    private func writeEvents(_ json: inout JSONLine) {
        json.member("total", statistics.events)
        writeClass("changing", [.changing], &json)
        json.object("no_effect") { json in
            json.member("total", statistics.count(of: .duplicateOrLate) + statistics.count(of: .foreign))
            writeClass("duplicate_or_late", [.duplicateOrLate], &json)
            writeClass("foreign", [.foreign], &json)
        }
        writeClass("held", [.held], &json)
        writeClass("irrelevant", [.readOnly, .notGoverned, .noGovernedProperty, .afterEnd], &json)
        writeClass("refused", [.refused], &json)
        writeClass("blind", [.blind], &json)
    }

    private func writeClass(_ key: String, _ classes: [EventClass], _ json: inout JSONLine) {
        json.object(key) { json in
            json.member("total", classes.reduce(0) { $0 + statistics.count(of: $1) })
            json.object("by_name") { writeNames(merged(classes), &$0) }
            guard classes.count > 1 else { return }
            json.object("by_reason") { json in
                for eventClass in classes { json.member(eventClass.code, statistics.count(of: eventClass)) }
            }
        }
    }

    private func writeNames(_ names: [(name: String, count: Int)], _ json: inout JSONLine) {
        for name in names { json.member(name.name, name.count) }
    }

    /// The names of several classes in one list, most frequent first.
    private func merged(_ classes: [EventClass]) -> [(name: String, count: Int)] {
        var counts: [String: Int] = [:]
        for eventClass in classes {
            for name in statistics.names(of: eventClass, in: names) {
                counts[name.name, default: 0] += name.count
            }
        }
        return counts.map { (name: $0.key, count: $0.value) }.sorted {
            ($1.count, $0.name) < ($0.count, $1.name)
        }
    }
}

/// What a replay counts beside the engine.
struct ReplayCounts {
    /// Files that were read.
    var files = 0
    /// Files in given directories that are no input.
    var skippedFiles: [String] = []
    /// Comment lines.
    var skippedLines = 0
    /// Dead letters that the files themselves made: too large, cut, broken.
    var letters = 0
    /// Closing documents that stand for the end of a complete export.
    var closings = 0
}
