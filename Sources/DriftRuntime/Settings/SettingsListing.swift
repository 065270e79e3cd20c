/// The table of keys as people read it.
public enum SettingsListing {
    /// Every key with its default, what it may hold and what it means; for a terminal.
    public static var text: String {
        let rows = keys.map { key in
            "  \(key.fileField) (\(key.kindText); default: \(key.standardText))\n      \(key.meaning)"
        }
        return """
            Every key of the settings file; PLUMBLINE_ and the path in upper case with _ for . is the variable that
            beats it. Properties of librdkafka stand under kafka and pass through.

            \(rows.joined(separator: "\n"))
            """
    }

    /// The page `deploy/settings.md`.
    public static var page: String {
        let rows = keys.map { key in
            "| `\(key.fileField)` | \(cell(key.kindText)) | \(cell(key.standardText)) | `\(key.variable)` "
                + "| \(cell(key.meaning)) |"
        }
        return """
            # Settings

            `plumbline settings --markdown` prints this page. A variable beats the file; a relative path in the file
            starts at the file's directory. Lists are YAML lists; in a variable paths are separated by colons, texts by
            commas. An unknown key is refused with its line and the nearest name; an unknown variable is logged.

            Under `kafka` stand librdkafka's properties, passed through as they are (`kafka.bootstrap.servers`,
            `PLUMBLINE_KAFKA_BOOTSTRAP_SERVERS`). A secret must not stand in the file: `sasl.password_file` names a file
            that holds it, or `PLUMBLINE_KAFKA_SASL_PASSWORD` (or `..._FILE`) does.

            | key | what it may hold | default | variable | what it means |
            |---|---|---|---|---|
            \(rows.joined(separator: "\n"))

            """
    }

    /// The topics' names as one key, since they are many and alike.
    private static var keys: [SettingsKey] { SettingsTable.keys + [SettingsTable.name(of: "TOPIC")] }

    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
