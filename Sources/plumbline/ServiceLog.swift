import DriftRuntime
import Logging

/// The log of a command that works until it is stopped: standard error, in the settings' level.
enum ServiceLog {
    static func logger(_ settings: RunSettings) -> Logger {
        let isJSON = settings.log.isJSON
        LoggingSystem.bootstrap { label -> any LogHandler in
            if isJSON { return JSONLogHandler(label: label) }
            return TextLogHandler(StreamLogHandler.standardError(label: label))
        }
        var logger = Logger(label: "plumbline")
        logger.logLevel = Logger.Level(rawValue: settings.log.level) ?? .info
        for variable in settings.unknownVariables {
            logger.warning("an environment variable means nothing", metadata: ["variable": "\(variable)"])
        }
        return logger
    }
}
