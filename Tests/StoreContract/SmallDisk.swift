public import Foundation

/// A small disk of its own, where this process may make one.
public final class SmallDisk {
    /// Where it is mounted.
    public let path = NSTemporaryDirectory() + "plumbline-disk-\(UInt64.random(in: 0 ... .max))"

    /// True if this process may mount disks.
    public static let isPossible = SmallDisk(megabytes: 1) != nil

    /// A disk of so many megabytes; nil if it may not be mounted.
    public init?(megabytes: Int) {
        guard
            (try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true))
                != nil,
            unsafe mount("none", path, "tmpfs", 0, "size=\(megabytes)m") == 0
        else { return nil }
    }

    deinit {
        // Also if a program that was killed a moment ago has files open.
        unsafe umount2(path, Int32(MNT_DETACH))
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Gives it another size.
    public func resize(megabytes: Int) {
        unsafe mount("none", path, "tmpfs", UInt(MS_REMOUNT), "size=\(megabytes)m")
    }

    /// Takes all the room that is left; returns the file that has it.
    public func fill() throws -> URL {
        let file = URL(fileURLWithPath: path + "/ballast")
        _ = FileManager.default.createFile(atPath: file.path, contents: nil)
        let handle = try FileHandle(forWritingTo: file)
        let block = Data(repeating: 1, count: 4_096)
        while (try? handle.write(contentsOf: block)) != nil {}
        try handle.close()
        return file
    }
}
