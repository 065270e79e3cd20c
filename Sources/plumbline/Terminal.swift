import Foundation

/// Standard output and standard error.
enum Terminal {
    /// Writes a line to standard output.
    static func line(_ text: String) { write(text + "\n") }

    /// Writes text to standard output as it is.
    static func write(_ text: String) {
        try? FileHandle.standardOutput.write(contentsOf: Data(text.utf8))
    }

    /// Writes a line to standard error.
    static func error(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data((text + "\n").utf8))
    }

    /// Writes over the last line of standard error.
    static func overwrite(_ text: String) {
        try? FileHandle.standardError.write(contentsOf: Data(("\r\u{1B}[K" + text).utf8))
    }

    /// True if somebody watches standard error.
    static var isErrorWatched: Bool { isatty(STDERR_FILENO) == 1 }

    /// How wide tables may be: the terminal's width if it is known, else 180.
    static var width: Int {
        if let text = ProcessInfo.processInfo.environment["COLUMNS"], let columns = Int(text) {
            return columns
        }
        var size = winsize()
        guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 180 }
        return Int(size.ws_col)
    }
}
