import CloudModel
import Controls
import JSONTokens
import WireFormats

/// What the events of one name can change, property by property, with the controls whose verdict that can flip.
struct EventCoverage {
    let entry: FoldRegistry.Entry
    let rows: [Row]
    /// Why its events change nothing that is judged; empty if they do.
    let reason: String

    /// One property of a kind, or the coming and going of its resources.
    struct Row {
        /// `AWS::S3::Bucket.Policy`; the kind alone for which resources there are.
        let property: String
        /// The ids of the controls that read it.
        let controls: [String]
        /// True if an exclusion by tag may rest on it.
        let isTag: Bool
    }

    init(_ entry: FoldRegistry.Entry, _ controls: [CompiledControl]) {
        self.entry = entry
        reason = ""
        rows = entry.reach.flatMap { reach in
            var rows: [Row] = []
            if reach.isLifecycle {
                let readers = controls.filter { control in
                    control.subject == reach.kind
                        || control.footprint.others.contains { $0.kind == reach.kind }
                }
                rows.append(Row(property: reach.kind.name, controls: readers.map(\.facts.id), isTag: false))
            }
            let tags = TagMatch.property(of: reach.kind)
            for property in reach.properties.properties {
                let readers = controls.filter { $0.reads(property, of: reach.kind) }
                rows.append(
                    Row(
                        property: "\(reach.kind.name).\(reach.kind.schema[property].name)",
                        controls: readers.map(\.facts.id), isTag: property == tags))
            }
            return rows
        }
    }

    /// A name whose events change nothing that is judged.
    init(_ idle: FoldRegistry.Idle) {
        entry = idle.entry
        reason = idle.reason
        rows = []
    }

    /// `s3.amazonaws.com:PutBucketPolicy`.
    var event: String { "\(entry.source):\(entry.name)" }

    /// The table for people: the event, and below it a line a property that is read and one for the rest.
    var text: String {
        var lines = [event]
        for row in rows {
            let readers = row.controls + (row.isTag ? ["exclusions by tag"] : [])
            if !readers.isEmpty { lines.append("  \(row.property): \(readers.joined(separator: ", "))") }
        }
        if !reason.isEmpty { lines.append("  changes nothing that is judged: \(reason)") }
        let unread = rows.filter { $0.controls.isEmpty && !$0.isTag }.map(\.property)
        if !unread.isEmpty { lines.append("  kept, read by no control: \(unread.joined(separator: ", "))") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// One JSON object.
    var json: String {
        let rows = rows.map { row in
            FlatValue(map: [
                ("property", FlatValue(row.property)), ("is_tag", FlatValue(row.isTag)),
                ("controls", FlatValue(list: row.controls.map { FlatValue($0) })),
            ])
        }
        let idle = reason.isEmpty ? [] : [("without_effect", FlatValue(reason))]
        return FlatValue(
            map: idle + [
                ("provider", FlatValue(entry.provider.rawValue)), ("source", FlatValue(entry.source)),
                ("name", FlatValue(entry.name)), ("changes", FlatValue(list: rows)),
            ]
        ).description
    }
}
