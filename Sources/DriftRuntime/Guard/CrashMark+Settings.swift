internal import Foundation
internal import Logging

extension CrashMark {
    /// The mark of this name in the process's directory, which is made if it is missing. Tells if the process died in a
    /// record before.
    static func named(
        _ name: String, _ settings: RunSettings, _ logger: Logger
    ) throws(RuntimeFailure) -> CrashMark {
        do {
            try FileManager.default.createDirectory(
                atPath: settings.stateDirectory, withIntermediateDirectories: true)
        } catch {
            throw .environment("\(settings.stateDirectory): \(error.localizedDescription)")
        }
        let mark = try CrashMark(
            path: settings.stateDirectory + "/" + name, limit: settings.records.poisonCrashes)
        if mark.crashCount > 0 {
            logger.warning(
                "the process died in a record before",
                metadata: [
                    "times": "\(mark.crashCount)", "dead letter after": "\(settings.records.poisonCrashes)",
                ])
        }
        return mark
    }
}
