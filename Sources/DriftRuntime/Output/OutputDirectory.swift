internal import CloudModel
internal import WireFormats

/// The files of a replay, one a topic; `state` goes elsewhere.
final class OutputDirectory {
    let path: String
    private var files: [OutputTopic: OutputFile] = [:]
    private let encoder = EffectEncoder()

    init(_ path: String) throws(RuntimeFailure) {
        self.path = path
        try OutputFile.makeDirectory(path)
        for topic in OutputTopic.ofDetector where !topic.isInternal && topic != .coverage {
            files[topic] = try OutputFile("\(path)/\(topic.rawValue).jsonl")
        }
    }

    /// How many records a topic has.
    func count(_ topic: OutputTopic) -> Int { files[topic]?.lineCount ?? 0 }

    func write(_ effect: Effect) throws(RuntimeFailure) {
        let record = encoder.encode(effect)
        try files[record.topic]?.write(line: record.value)
    }

    /// Writes a file as a whole.
    func write(_ name: String, _ bytes: [UInt8]) throws(RuntimeFailure) {
        let file = try OutputFile("\(path)/\(name)")
        try file.write(bytes)
        try file.finish()
    }

    /// Gives every file its name.
    func finish() throws(RuntimeFailure) {
        for topic in OutputTopic.ofDetector { try files[topic]?.finish() }
    }
}
