/// The control files and benchmark maps that the binary carries.
public enum BuiltInPacks {
    /// The control files, by path below `Packs`.
    public static var controls: [(path: String, bytes: [UInt8])] { files.filter { !isBenchmark($0.path) } }

    /// The benchmark maps, by path below `Packs`.
    public static var benchmarks: [(path: String, bytes: [UInt8])] { files.filter { isBenchmark($0.path) } }

    /// True for the path of a benchmark map: `<provider>/cis-<version>.yaml`.
    public static func isBenchmark(_ path: String) -> Bool {
        guard let name = path.split(separator: "/").last else { return false }
        return name.hasPrefix("cis-")
    }

    private static var files: [(path: String, bytes: [UInt8])] {
        PackTexts.files.map { (path: $0.path, bytes: Array($0.text.utf8)) }
    }
}
