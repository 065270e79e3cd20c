/// A directory to which files of lines are written, each whole or not at all.
public struct LineDirectory {
    /// The directory's path.
    public let path: String

    /// A directory, made if it is not there.
    public init(_ path: String) throws(RuntimeFailure) {
        self.path = path
        try OutputFile.makeDirectory(path)
    }

    /// Writes a file of lines; each gets its end. The name may lead through directories.
    public func write(_ name: String, _ lines: some Sequence<[UInt8]>) throws(RuntimeFailure) {
        if let slash = name.lastIndex(of: "/") { try OutputFile.makeDirectory("\(path)/\(name[..<slash])") }
        let file = try OutputFile("\(path)/\(name)")
        for line in lines { try file.write(line: line) }
        try file.finish()
    }
}
